import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'

/** What every call has in common, as it goes over the wire. */
let rollcall: TestService
let ada: Caller
let group: { id: string }

beforeAll(async () => {
  rollcall = await startService()
  ada = await rollcall.person('ada@example.edu')
  group = await rollcall.group(await rollcall.workspace(ada), ada)
})
afterAll(() => rollcall.stop())

const ask = (path: string, init: RequestInit = {}) =>
  fetch(rollcall.url + path, {
    ...init,
    headers: { authorization: `Bearer ${ada.token}`, 'content-type': 'application/json', ...init.headers },
  })
const problem = async (response: Response) => {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(response.headers.get('cache-control')).toBe('no-store')
  return { status: response.status, body: await response.json() }
}

describe('a refusal', () => {
  it('is a problem with a code and a sentence', async () => {
    expect(await problem(await fetch(`${rollcall.url}/api/me`))).toEqual({
      status: 401,
      body: {
        type: 'urn:rollcall:problem:signedOut',
        title: 'Nobody is signed in.',
        status: 401,
        code: 'signedOut',
      },
    })
  })

  it('names the parts that were not understood', async () => {
    const body = JSON.stringify({
      key: 'x',
      batch: randomUUID(),
      origin: 'roster',
      people: [{ email: 'a@b.cd', role: 'boss' }],
    })
    const answer = await problem(await ask(`/api/groups/${group.id}/invitations`, { method: 'POST', body }))
    expect(answer.body.errors).toEqual([
      { path: 'key', rule: 'format' },
      { path: 'people.0.role', rule: 'value' },
    ])
  })

  it.each([
    ['POST', '/api/groups/GROUP/invitations', '{"key": '],
    ['POST', '/api/groups/GROUP/invitations', '"text"'],
    ['POST', '/api/groups/GROUP/invitations', '[]'],
    ['POST', '/api/groups/GROUP/invitations', ''],
    ['POST', '/api/groups/not-a-uuid/undo', '{}'],
    ['GET', '/api/groups/GROUP/members?state=none', undefined],
    ['GET', '/api/groups/GROUP/members?state=accepted&limit=100000', undefined],
  ])('of what is not understood: %s %s %s', async (method, path, body) => {
    const answer = await problem(await ask(path.replace('GROUP', group.id), { method, body }))
    expect(answer).toMatchObject({ status: 422, body: { code: 'notUnderstood' } })
  })

  it.each(['/api/nothing', '/api/groups', '/api'])('of a call that does not exist: POST %s', async (path) => {
    const answer = await problem(await ask(path, { method: 'POST', body: '{}' }))
    expect(answer).toMatchObject({ status: 404, body: { code: 'notFound' } })
  })

  it('of tokens that are none', async () => {
    for (const authorization of ['Bearer x', 'Bearer ', `Basic ${ada.token}`, `Bearer ${ada.token}x`, 'Bearer \u00fc'])
      expect((await ask('/api/me', { headers: { authorization } })).status).toBe(401)
  })
})

it('what the path says counts, not the body', async () => {
  const other = randomUUID()
  const body = JSON.stringify({ groupId: other, batch: randomUUID() })
  const response = await ask(`/api/groups/${group.id}/undo`, { method: 'POST', body })
  expect(response.status).toBe(200)
})

it('any origin may ask with a token, none with a cookie', async () => {
  const preflight = await fetch(`${rollcall.url}/api/me`, {
    method: 'OPTIONS',
    headers: {
      origin: 'moz-extension://0d6f8a7e-1d6e-4a5c-9f7a-1f2e3d4c5b6a',
      'access-control-request-method': 'DELETE',
      'access-control-request-headers': 'authorization,content-type',
    },
  })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
  expect(preflight.headers.get('access-control-allow-methods')).toContain('DELETE')
  expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization,content-type')
  expect(preflight.headers.get('access-control-allow-credentials')).toBe(null)
})

it('answers carry the headers that keep them from being kept or framed', async () => {
  const { headers } = await ask('/api/me')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('strict-transport-security')).toBe(null)
})

it('a person who writes without end is asked to wait, and others are not', async () => {
  const [bo, kim] = [await rollcall.person(), await rollcall.person()]
  await rollcall.db
    .insertInto('rate_buckets')
    .values({ key: `write:${bo.id}`, count: 600, resets_at: new Date(Date.now() + 30_000) })
    .execute()
  const path = `/api/groups/${group.id}/undo`
  const init = { method: 'POST', body: JSON.stringify({ batch: randomUUID() }) }
  const response = await ask(path, { ...init, headers: { authorization: `Bearer ${bo.token}` } })
  expect(await problem(response.clone())).toMatchObject({ status: 429, body: { code: 'tooMany' } })
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(25)
  expect(await refusal(kim.call('invitations.undo', { groupId: group.id, batch: randomUUID() }))).toBe('notFound')
  expect((await bo.call('me', {})).id).toBe(bo.id)
})

it('a write that fails half-way leaves nothing behind, and says nothing of why', async () => {
  const first = { groupId: group.id, key: randomUUID(), batch: randomUUID(), origin: 'roster' as const }
  // The ledger's row is the last thing that a send writes.
  await sql`alter table send_keys add constraint no_room check (false) not valid`.execute(rollcall.db)
  try {
    const body = JSON.stringify({ ...first, people: [{ email: 'half@example.edu', role: 'member' }] })
    const answer = await problem(await ask(`/api/groups/${group.id}/invitations`, { method: 'POST', body }))
    expect(answer.body).toEqual({
      type: 'urn:rollcall:problem:internal',
      title: 'The service could not do this.',
      status: 500,
      code: 'internal',
    })
  } finally {
    await sql`alter table send_keys drop constraint no_room`.execute(rollcall.db)
  }
  expect(rollcall.lines.some(({ msg, fields }) => msg === 'requestFailed' && fields.code === '23514')).toBe(true)
  expect((await ada.call('groups.get', { groupId: group.id })).pending).toBe(0)
})

it('the log names routes and statuses, never addresses, ids or what was searched', async () => {
  await ada.call('members.list', { groupId: group.id, state: 'accepted', search: 'needle' })
  const line = rollcall.lines.findLast(({ msg }) => msg === 'request')
  expect(line?.fields).toMatchObject({ method: 'GET', route: '/api/groups/:groupId/members', status: 200 })
  const all = JSON.stringify(rollcall.lines)
  expect(all).not.toContain('needle')
  expect(all).not.toContain('@example.edu')
  expect(all).not.toContain(ada.token)
})

it('says that it is well, and which contract it speaks', async () => {
  const response = await fetch(`${rollcall.url}/healthz`)
  expect([response.status, await response.json()]).toEqual([200, { service: 'rollcall', contract: 1, ok: true }])
})

it('pages that do not exist are a page', async () => {
  const response = await fetch(`${rollcall.url}/no/such/page`)
  expect(response.status).toBe(404)
  expect(response.headers.get('content-type')).toContain('text/html')
})
