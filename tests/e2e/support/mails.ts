import { expect, type Page } from '@playwright/test'
import type { Mail } from '../../helpers/mailbox.ts'

/** A mail's parts without the transport's line folding (RFC 2045 §6.7). */
const decoded = ({ raw }: Mail): string =>
  raw
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** The link that a mail is about. */
export const linkIn = (mail: Mail): string => {
  const link = /https?:\/\/[^\s"<>]+\/accept\/[\w.-]+/.exec(decoded(mail))?.[0]
  if (!link) throw new Error(`No link in the mail to ${mail.to}.`)
  return link
}

/** How many mails the outbox page says it holds. */
export const countOutbox = async (page: Page, serviceUrl: string): Promise<number> => {
  await page.goto(`${serviceUrl}/outbox`)
  return Number(await page.locator('[data-count]').getAttribute('data-count'))
}

// The code stands on a line of its own; other mails to the same address, and MIME boundaries, have digits too.
const codeIn = ({ raw }: Mail): string[] => /^(\d{4}) ?(\d{4})\r?$/m.exec(raw)?.slice(1) ?? []

/** Signs in on a page of the service with the code from the mail. */
export const signInByCode = async (page: Page, address: string, mails: readonly Mail[]): Promise<void> => {
  const codes = () =>
    mails.flatMap((mail) => (mail.to === address && codeIn(mail).length ? [codeIn(mail).join('')] : []))
  const before = codes().length
  await page.getByLabel(/address|e-?mail/i).fill(address)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect.poll(() => codes().length).toBe(before + 1)
  await page.getByLabel(/code/i).fill(codes().at(-1) ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
}
