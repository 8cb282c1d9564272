import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'
import { SESSION_DAYS } from './sessions.ts'

/**
 * `session` says who is signed in, `nonce` which browser asked for a sign-in code, `sso` which one went to a school's own
 * page to sign in, `known` which one has signed in before, `begin` which one uses a link that makes a Workspace.
 */
type Name = 'session' | 'nonce' | 'sso' | 'known' | 'begin'

const seconds: Record<Name, number> = {
  session: SESSION_DAYS * 86_400,
  nonce: 600,
  sso: 600,
  begin: 86_400,
  known: 365 * 86_400,
}

const secure = (publicUrl: string) => publicUrl.startsWith('https:')
/** The prefix `__Host-` makes the browser itself refuse the cookie from anywhere but this very host, over TLS. */
const prefix = (publicUrl: string) => (secure(publicUrl) ? 'host' : undefined)
const called = (name: Name) => `rollcall_${name}`

export const readCookie = (c: Context, publicUrl: string, name: Name): string | undefined =>
  getCookie(c, called(name), prefix(publicUrl)) || undefined

/** The session's cookie in the headers of a request that has no Hono context. */
export const readSessionCookie = (headers: Headers, publicUrl: string): string | undefined => {
  const name = `${secure(publicUrl) ? '__Host-' : ''}${called('session')}`
  return parse(headers.get('cookie') ?? '', name)[name] || undefined
}

export const writeCookie = (c: Context, publicUrl: string, name: Name, value: string): void =>
  setCookie(c, called(name), value, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: seconds[name],
    secure: secure(publicUrl),
    prefix: prefix(publicUrl),
  })

export const dropCookie = (c: Context, publicUrl: string, name: Name): void => {
  deleteCookie(c, called(name), { path: '/', secure: secure(publicUrl), prefix: prefix(publicUrl) })
}
