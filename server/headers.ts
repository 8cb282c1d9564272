import type { MiddlewareHandler } from 'hono'

/** What an answer says unless its own page says otherwise. `secure`: PUBLIC_URL is https. */
export const safeHeadersFor = (secure: boolean): Readonly<Record<string, string>> => ({
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'cross-origin-opener-policy': 'same-origin',
  ...(secure && { 'strict-transport-security': 'max-age=31536000' }),
})

export const safeHeaders = (secure: boolean): MiddlewareHandler => {
  const headers = safeHeadersFor(secure)
  return async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  }
}
