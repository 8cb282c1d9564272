import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import { safeHeadersFor } from '../headers.ts'
import type { Service } from '../service.ts'
import { takeFromBucket } from '../store/rateBuckets.ts'
import type { GiveProvider } from './giveProvider.ts'
import { networkOf } from './network.ts'

const mount = '/oauth/'

export const isOauth = (url: string | undefined): boolean => url?.startsWith(mount) === true

const quarter = 15 * 60
/** Codes asked for and codes typed, per network and quarter of an hour: the library itself limits neither. */
const PER_NETWORK = 300

/** The provider as a listener for requests under /oauth/. */
export const createOauthListener = (
  provider: GiveProvider,
  { config, db }: Pick<Service, 'config' | 'db'>,
): RequestListener => {
  const { host, protocol } = new URL(config.publicUrl)
  let callback: ReturnType<Provider['callback']> | undefined
  const listener = async (req: IncomingMessage, res: ServerResponse) => {
    callback ??= (await provider()).callback()
    await callback(req, res)
  }
  const headers = Object.entries(safeHeadersFor(protocol === 'https:'))
  return (req, res) => {
    // Before the library, whose answers know nothing of them: pages of ours say more, and put theirs in place of these.
    for (const [name, value] of headers) res.setHeader(name, value)
    keepNothing(res)
    // The library's page for it runs a script, and would take a code that somebody sent along for one's own.
    if (req.method === 'GET' && /^\/oauth\/device\?(?:.*&)?user_code=/.test(req.url ?? ''))
      return res.writeHead(303, { location: `${mount}device` }).end()
    // The library makes absolute addresses of these: they say what PUBLIC_URL says, whatever a client or proxy claims.
    req.headers.host = host
    req.headers['x-forwarded-proto'] = protocol.slice(0, -1)
    delete req.headers['x-forwarded-host']
    if (startsFlow(req)) forgetProviderSession(req, res)
    const limit = req.method === 'POST' ? limitOf(req.url ?? '') : undefined
    Object.assign(req, { originalUrl: req.url, url: req.url?.slice(mount.length - 1) })
    const fail = () => refuse(res, 503, 2)
    if (!limit) return void listener(req, res).catch(fail)
    // A form of ours comes with the session that drew it; the library fails of one without.
    if (limit === 'type' && !/(?:^|; *)_session=/.test(req.headers.cookie ?? ''))
      return res.writeHead(303, { location: `${mount}device` }).end()
    const key = `device.${limit}:${networkOf(req, config.trustProxy)}`
    takeFromBucket(db, key, PER_NETWORK, quarter)
      .then((wait) => (wait > 0 ? refuse(res, 429, wait) : listener(req, res)))
      .catch(fail)
  }
}

/** Whatever the library says of caches: an answer here is somebody's own, or not worth keeping. */
const keepNothing = (res: ServerResponse) => {
  const setHeader = res.setHeader.bind(res)
  setHeader('cache-control', 'no-store')
  res.setHeader = (name, value) => (/^cache-control$/i.test(name) ? res : setHeader(name, value))
}

const limitOf = (url: string): string | undefined =>
  /^\/oauth\/device\/code(?:\?|$)/.test(url) ? 'ask' : /^\/oauth\/device(?:\?|$)/.test(url) ? 'type' : undefined

const refuse = (res: ServerResponse, status: number, wait: number) => {
  res.writeHead(status, { 'retry-after': String(wait), 'content-type': 'text/plain; charset=utf-8' })
  res.end(status === 429 ? 'Too many codes from this network. Wait a few minutes, then try again.\n' : '')
}

const startsFlow = ({ url = '', method }: IncomingMessage) =>
  /^\/oauth\/authorize(?:\?|$)/.test(url) || (method === 'GET' && /^\/oauth\/device(?:\?|$)/.test(url))

/**
 * The library keeps a session of its own. It may live for one flow only: kept longer, it offers the consent of whoever
 * signed in before. The cookie leaves the request, and the browser too, for the flow's later steps would bring it back.
 */
const forgetProviderSession = (req: IncomingMessage, res: ServerResponse) => {
  const cookies = req.headers.cookie?.split(/; */) ?? []
  const others = cookies.filter((cookie) => !/^_session(?:\.sig)?=/.test(cookie))
  if (others.length === cookies.length) return
  req.headers.cookie = others.join('; ')
  res.setHeader(
    'set-cookie',
    ['_session', '_session.sig'].map(
      (name) => `${name}=; path=${mount}; expires=Thu, 01 Jan 1970 00:00:00 GMT; httponly; samesite=lax`,
    ),
  )
}
