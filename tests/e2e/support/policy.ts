import type { BrowserContext } from '@playwright/test'

/**
 * What breaks a page's own policy in any page and frame of a browser, as it is told to the page; and a document whose policy
 * is missing or allows what is unsafe.
 */
export const watchPolicy = async (context: BrowserContext): Promise<readonly string[]> => {
  const breaches: string[] = []
  await context.exposeBinding('tellBreach', (_, breach: string) => breaches.push(breach))
  await context.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ documentURI, effectiveDirective, blockedURI }) =>
      (globalThis as unknown as { tellBreach(breach: string): void }).tellBreach(
        `${documentURI}: ${effectiveDirective} of ${blockedURI}`,
      ),
    ),
  )
  context.on('response', (answer) => {
    if (answer.request().resourceType() !== 'document' || answer.status() === 303) return
    const policy = answer.headers()['content-security-policy'] ?? ''
    if (!policy.includes('default-src') || policy.includes('unsafe-')) breaches.push(`${answer.url()}: ${policy}`)
  })
  return breaches
}
