import { type Actor, actorOf } from '../policy.ts'
import type { Service } from '../service.ts'
import { findByBearer } from './bearer.ts'
import { readSessionCookie } from './cookies.ts'
import { findBySession } from './sessions.ts'

/** Who a request to the API comes from; null when nobody is signed in. */
export type Authenticate = (headers: Headers) => Promise<Actor | null>

/**
 * An access token counts wherever it comes from; the session cookie only when the browser itself says that the request
 * comes from a page of ours. Another site can make a browser send the cookie, but not that header.
 */
export const createAuthenticate = ({ db, config }: Pick<Service, 'db' | 'config'>): Authenticate => {
  const personOf = async (headers: Headers) => {
    const authorization = headers.get('authorization')
    if (authorization !== null) {
      const token = /^Bearer ([\w-]{1,200})$/i.exec(authorization)?.[1]
      return token && (await findByBearer(db, token))
    }
    if (headers.get('sec-fetch-site') !== 'same-origin') return undefined
    const token = readSessionCookie(headers, config.publicUrl)
    return token && (await findBySession(db, token))
  }
  return async (headers) => {
    const person = await personOf(headers)
    return person ? actorOf(person) : null
  }
}
