import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Provider } from 'oidc-provider'

const mount = '/oauth/'

export const isOauth = (url: string | undefined): boolean => url?.startsWith(mount) === true

/** The provider as a listener for requests under /oauth/. `publicUrl` is an origin. */
export const createOauthListener = (provider: Provider, publicUrl: string): RequestListener => {
  const { host, protocol } = new URL(publicUrl)
  const listener = provider.callback()
  return (req, res) => {
    // The library makes absolute addresses of these: they say what PUBLIC_URL says, whatever a client or proxy claims.
    req.headers.host = host
    req.headers['x-forwarded-proto'] = protocol.slice(0, -1)
    delete req.headers['x-forwarded-host']
    if (startsFlow(req.url ?? '')) forgetProviderSession(req, res)
    Object.assign(req, { originalUrl: req.url, url: req.url?.slice(mount.length - 1) })
    listener(req, res)
  }
}

const startsFlow = (url: string) => /^\/oauth\/authorize(?:\?|$)/.test(url)

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
