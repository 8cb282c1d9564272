import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { oauthClientId } from '../../../lib/identity.ts'
import { newRequest, startWorld, type World } from './world.ts'

/** What every answer under /oauth/ says to browsers, whoever makes it: our pages, the library's, refusals and redirects. */
let world: World
let secure: World
beforeAll(async () => {
  world = await startWorld()
  secure = await startWorld({ PUBLIC_URL: 'https://groups.example.edu' })
})
afterAll(async () => {
  await world.stop()
  await secure.stop()
})

const form = (fields: Record<string, string>) => ({
  method: 'POST',
  body: new URLSearchParams({ client_id: oauthClientId, ...fields }),
})
const device = 'urn:ietf:params:oauth:grant-type:device_code'
const cases: [what: string, status: number, path: string, init?: RequestInit][] = [
  ['the description', 200, '/oauth/.well-known/openid-configuration'],
  ['the keys', 200, '/oauth/jwks'],
  ['a request to connect', 303, newRequest().address],
  ['one that goes back to the extension', 303, newRequest({ response_type: 'token' }).address],
  ['one of an unknown client', 400, newRequest({ client_id: 'somebody' }).address],
  ['the return of nobody’s flow', 400, '/oauth/authorize/made-up-flow'],
  ['a code that never was', 400, '/oauth/token', form({ grant_type: 'authorization_code', code: 'x' })],
  ['a refresh token that never was', 400, '/oauth/token', form({ grant_type: 'refresh_token', refresh_token: 'x' })],
  ['a device code that never was', 400, '/oauth/token', form({ grant_type: device, device_code: 'x' })],
  [
    'a body that is none',
    400,
    '/oauth/token',
    { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } },
  ],
  ['a revocation', 200, '/oauth/revoke', form({ token: 'x' })],
  ['a device’s request', 200, '/oauth/device/code', form({ scope: 'rollcall' })],
  ['a device’s request that is wrong', 400, '/oauth/device/code', form({ scope: 'openid' })],
  ['the page for its code', 200, '/oauth/device'],
  ['the same, with a code in the address', 303, '/oauth/device?user_code=BCDF-GHJK'],
  ['the same, with more before it', 303, '/oauth/device?a=b&user_code=BCDF-GHJK'],
  ['a code typed by nobody', 303, '/oauth/device', { method: 'POST', body: new URLSearchParams({ user_code: 'x' }) }],
  [
    'what asks first whether it may',
    204,
    '/oauth/token',
    { method: 'OPTIONS', headers: { origin: 'https://a.example', 'access-control-request-method': 'POST' } },
  ],
  ['what is not there', 404, '/oauth/nothing'],
  ['what cannot be done there', 404, '/oauth/token', { method: 'DELETE' }],
]

describe.each(cases)('%s', (_, status, path, init) => {
  it('is kept by no cache, framed by nobody and read as nothing else', async () => {
    const answer = await fetch(`${world.here}${path}`, { redirect: 'manual', ...init })
    expect(answer.status).toBe(status)
    const said = Object.fromEntries(answer.headers)
    expect(said).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    })
    const policy = said['content-security-policy'] ?? ''
    for (const part of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"])
      expect(policy).toContain(part)
    expect(policy).not.toContain('unsafe')
    expect(policy).not.toContain('script-src')
    expect(said).not.toHaveProperty('strict-transport-security')
    expect(await answer.text()).not.toMatch(/<script|onload=/)
  })

  it('over https asks for https from then on', async () => {
    const answer = await fetch(`${secure.here}${path}`, { redirect: 'manual', ...init })
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000')
  })
})

it('an answer that is refused for its number says the same', async () => {
  const full = { count: 100_000, resets_at: new Date(Date.now() + 600_000) }
  await world.db
    .insertInto('rate_buckets')
    .values({ key: 'device.ask:127.0.0.0/24', ...full })
    .onConflict((oc) => oc.column('key').doUpdateSet(full))
    .execute()
  const answer = await fetch(`${world.here}/oauth/device/code`, form({ scope: 'rollcall' }))
  expect(answer.status).toBe(429)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})
