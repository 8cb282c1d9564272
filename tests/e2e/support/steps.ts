import { expect, type FrameLocator, type Page } from '@playwright/test'
import type { ExtensionBrowser } from './chromium.ts'

/** Sets the service's address as a person does, on the options page. */
export const tellServiceAddress = async (extension: ExtensionBrowser, url: string): Promise<void> => {
  const page = await extension.context.newPage()
  await page.goto(`chrome-extension://${extension.id}/options.html`)
  await page.getByLabel(/address of the group service/i).fill(url)
  await page.getByRole('button', { name: /^save/i }).click()
  await expect(page.getByRole('status')).toContainText(/saved/i)
  await page.close()
}

/** Presses "Sign in" on a screen of ours and goes through the window that opens, as the demo instructor. */
export const signIn = async (extension: ExtensionBrowser, screen: Page | FrameLocator): Promise<void> => {
  const opening = extension.context.waitForEvent('page')
  await screen.getByRole('button', { name: /^sign in/i }).click()
  const window = await opening
  await window.getByRole('button', { name: /continue as ada/i }).click()
  await window.getByRole('button', { name: /^connect/i }).click()
}

/** Signs in on the options page and answers it, still open: a page of ours to send messages from. */
export const signInAsDemo = async (extension: ExtensionBrowser): Promise<Page> => {
  const page = await extension.context.newPage()
  await page.goto(`chrome-extension://${extension.id}/options.html`)
  await signIn(extension, page)
  await expect(page.getByText('ada.instructor@example.edu')).toBeVisible()
  return page
}
