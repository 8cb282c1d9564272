import { get } from 'node:http'

/** A browser without scripts: a cookie jar over fetch, with paths and expiry, that says where its forms come from. */
export interface Browser {
  get(address: string, headers?: Record<string, string>): Promise<Response>
  /** Sends a form. `origin`: what the browser says of the page it stands on; null leaves it out. */
  post(address: string, fields: Record<string, string>, from?: { origin?: string | null }): Promise<Response>
  /** GET, then every redirect that stays on the service; the last answer, and where it came from. */
  follow(address: string): Promise<{ answer: Response; address: string }>
  readonly cookies: Map<string, Cookie>
}

interface Cookie {
  readonly name: string
  readonly value: string
  readonly path: string
  /** The whole Set-Cookie line. */
  readonly line: string
}

/**
 * `service`: where it listens. `own`: the origin that it is known by, which forms of its pages come from. `computer`: the
 * address of the one it runs on, as a proxy says it.
 */
export const openBrowser = (service: string, own = service, computer?: string): Browser => {
  const cookies = new Map<string, Cookie>()

  const send = async (address: string, init: RequestInit) => {
    const url = new URL(address, service)
    const sent = [...cookies.values()].filter(
      ({ path }) => url.pathname === path || url.pathname.startsWith(path.replace(/\/?$/, '/')),
    )
    const headers = new Headers(init.headers)
    if (computer) headers.set('x-forwarded-for', computer)
    if (sent.length > 0) headers.set('cookie', sent.map(({ name, value }) => `${name}=${value}`).join('; '))
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/; */)
      const name = pair.slice(0, pair.indexOf('='))
      const value = pair.slice(pair.indexOf('=') + 1)
      const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/'
      if (/expires=Thu, 01 Jan 1970|max-age=0/i.test(line)) cookies.delete(`${name} ${path}`)
      else cookies.set(`${name} ${path}`, { name, value, path, line })
    }
    return answer
  }
  const get = (address: string, headers: Record<string, string> = {}) => send(address, { headers })

  return {
    cookies,
    get,
    post: (address, fields, { origin = own } = {}) =>
      send(address, { method: 'POST', body: new URLSearchParams(fields), headers: origin === null ? {} : { origin } }),
    follow: async (address) => {
      let at = new URL(address, service).href
      for (let step = 0; step < 10; step += 1) {
        const answer = await get(at)
        const next = answer.headers.get('location')
        if (!next || new URL(next, at).origin !== new URL(service).origin) return { answer, address: at }
        at = new URL(next, at).href
      }
      throw new Error(`Redirected in circles: ${at}`)
    },
  }
}

/** A page as a request gets it that claims to be for another host; fetch sends no Host header of one's own. */
export const claiming = (
  service: string,
  path: string,
  host: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string; location: string | undefined }> =>
  new Promise((resolve, reject) => {
    get(`${service}${path}`, { headers: { ...headers, host, 'x-forwarded-host': host } }, (answer) => {
      answer.setEncoding('utf8')
      let text = ''
      answer.on('data', (chunk: string) => {
        text += chunk
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text, location: answer.headers.location }))
    }).on('error', reject)
  })
