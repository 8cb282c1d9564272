import { expect, test } from '../support/world.ts'

test('language and colours are chosen once, and used at once by what is open', async ({ extension }) => {
  const [options, popup] = [await extension.context.newPage(), await extension.context.newPage()]
  await popup.goto(`chrome-extension://${extension.id}/popup.html`)
  await expect(popup.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await options.goto(`chrome-extension://${extension.id}/options.html`)
  await options.getByLabel('Language').selectOption({ label: 'العربية' })
  await options.getByLabel('الألوان').selectOption('dark')
  for (const page of [options, popup]) {
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    // The page asked for light.
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(Number(/oklch\((0\.\d+)/.exec(ground)?.[1])).toBeLessThan(0.3)
  }
  await expect(popup.getByRole('button', { name: 'تسجيل الدخول' })).toBeVisible()
})
