import { createHash } from 'node:crypto'
import type { Item } from '../../../lib/storage/item.ts'

/** An item in memory. */
export const memoryItem = <T>(first: T): Item<T> & { value: T; writes: T[] } => {
  const box = {
    key: 'memory',
    value: first,
    writes: [] as T[],
    get: async () => box.value,
    set: async (value: T) => {
      box.value = value
      box.writes.push(value)
    },
    update: async (change: (now: T) => T) => {
      await box.set(change(box.value))
      return box.value
    },
    remove: async () => {
      box.value = first
    },
    watch: () => () => {},
    entry: (value: T) => ({ memory: value }),
  }
  return box
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

/** The service's OAuth and one call of its API, as far as a client can see: codes, PKCE, refresh tokens that work once. */
export class ModelAuth {
  readonly url = 'https://groups.example.edu'
  readonly asked: string[] = []
  /** Seconds that an access token lasts. */
  lasts = 3600
  /** What the network does to the next requests. */
  weather: 'fine' | 'down' | 'html' | 'busy' = 'fine'
  person = 'ada'
  /** Waited for before a token is given. */
  pause: Promise<unknown> | undefined
  private serial = 0
  private readonly codes = new Map<string, { challenge: string; redirect: string }>()
  private readonly access = new Set<string>()
  private readonly refresh = new Set<string>()

  /** What the person does in the window: looks at the address, says yes, is sent back. */
  approve = (address: string): string => {
    const asked = new URL(address).searchParams
    const code = `code-${++this.serial}`
    this.codes.set(code, { challenge: asked.get('code_challenge') ?? '', redirect: asked.get('redirect_uri') ?? '' })
    return `${asked.get('redirect_uri')}?${new URLSearchParams({ code, state: asked.get('state') ?? '' })}`
  }

  /** As an administrator would. */
  endEverything(): void {
    this.access.clear()
    this.refresh.clear()
  }

  /** As an hour does. */
  endAccess(): void {
    this.access.clear()
  }

  get live(): number {
    return this.access.size + this.refresh.size
  }

  fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(String(input))
    this.asked.push(url.pathname)
    if (this.weather === 'down') throw new TypeError('Failed to fetch')
    if (this.weather === 'busy') return new Response('', { status: 503 })
    if (this.weather === 'html') return new Response('<html>', { headers: { 'content-type': 'text/html' } })
    const form = init?.body instanceof URLSearchParams ? init.body : new URLSearchParams()
    if (url.pathname === '/oauth/token') {
      await this.pause
      return this.token(form)
    }
    if (url.pathname === '/oauth/revoke') {
      this.endEverything()
      return new Response('')
    }
    const bearer = new Headers(init?.headers).get('authorization')?.replace('Bearer ', '') ?? ''
    if (this.access.has(bearer))
      return json({
        id: '0198b3c4-0000-7000-8000-000000000001',
        email: `${this.person}@example.edu`,
        name: this.person,
        contract: 1,
        workspaces: [],
      })
    return json({ code: 'signedOut', status: 401 }, 401)
  }

  private token(form: URLSearchParams): Response {
    if (form.get('client_id') !== 'rollcall-extension') return json({ error: 'invalid_client' }, 401)
    if (form.get('grant_type') === 'authorization_code') {
      const code = this.codes.get(form.get('code') ?? '')
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url')
      if (code?.challenge !== challenge || code.redirect !== form.get('redirect_uri'))
        return json({ error: 'invalid_grant' }, 400)
      this.codes.delete(form.get('code') ?? '')
      return this.grant()
    }
    if (this.refresh.delete(form.get('refresh_token') ?? '')) return this.grant()
    // A refresh token used twice was stolen: everything ends.
    this.endEverything()
    return json({ error: 'invalid_grant' }, 400)
  }

  private grant(): Response {
    const access_token = `access-${++this.serial}`
    const refresh_token = `refresh-${this.serial}`
    this.access.add(access_token)
    this.refresh.add(refresh_token)
    return json({ access_token, refresh_token, expires_in: this.lasts, token_type: 'Bearer' })
  }
}
