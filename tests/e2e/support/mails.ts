import type { Page } from '@playwright/test'
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
