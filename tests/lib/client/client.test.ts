import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClient } from '../../../lib/client.ts'
import { CallProblem } from '../../../lib/contract/errors.ts'

const groupId = '0198b3c4-0000-7000-8000-000000000001'
const me = { id: groupId, email: 'ada@example.edu', name: 'Ada', contract: 1, workspaces: [] }

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })
const problem = (code: string, status: number, headers: Record<string, string> = {}) =>
  json({ type: 'about:blank', title: code, status, code, detail: 'why' }, status, {
    'content-type': 'application/problem+json',
    ...headers,
  })
const html = (status: number, headers: Record<string, string> = {}) =>
  new Response('<!doctype html><title>Sign in to the network</title>', {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  })

/** A service that gives one answer and remembers what it was asked. */
const serviceThatAnswers = (answer: () => Response | Promise<Response>, token: string | null = 'secret') => {
  const asked: { url: string; init: RequestInit }[] = []
  const call = createClient({
    baseUrl: 'https://groups.example.edu/',
    fetch: async (url, init) => {
      asked.push({ url: String(url), init: init ?? {} })
      return answer()
    },
    token: async () => token,
    timeoutMs: 1000,
  })
  return { call, asked }
}

const problemOf = async (asked: Promise<unknown>): Promise<CallProblem> => {
  const failure: unknown = await asked.then(
    () => new Error('It was answered.'),
    (reason: unknown) => reason,
  )
  if (failure instanceof CallProblem) return failure
  throw failure
}

describe('a request', () => {
  it('takes path parameters out of the input and puts the rest in the query', async () => {
    const { call, asked } = serviceThatAnswers(() => json({ rows: [], total: 0, next: null }))
    await call('members.list', { groupId, state: 'pending', search: 'Müller & co', limit: 50, after: undefined })
    expect(asked[0]?.url).toBe(
      `https://groups.example.edu/api/groups/${groupId}/members?state=pending&search=M%C3%BCller+%26+co&limit=50`,
    )
    expect(asked[0]?.init).toMatchObject({
      method: 'GET',
      body: undefined,
      headers: { authorization: 'Bearer secret' },
      credentials: 'same-origin',
      redirect: 'manual',
    })
  })

  it('puts the rest of a POST in a JSON body', async () => {
    const { call, asked } = serviceThatAnswers(() => json({ undone: 3, tooLate: 0 }))
    await expect(call('invitations.undo', { groupId, batch: groupId })).resolves.toEqual({ undone: 3, tooLate: 0 })
    expect(asked[0]?.url).toBe(`https://groups.example.edu/api/groups/${groupId}/undo`)
    expect(asked[0]?.init).toMatchObject({ body: JSON.stringify({ batch: groupId }) })
    expect(asked[0]?.init.headers).toMatchObject({ 'content-type': 'application/json' })
  })

  it('names no token where there is none', async () => {
    const { call, asked } = serviceThatAnswers(() => json(me), null)
    await call('me', {})
    expect(asked[0]?.init.headers).not.toHaveProperty('authorization')
  })

  it('never lets an id lead to another path', async () => {
    const { call, asked } = serviceThatAnswers(() => json(me))
    for (const id of ['', '..', '../me', 'a/b', 'a?b', 'a#b', '%2e%2e'])
      await expect(call('groups.get', { groupId: id })).rejects.toThrow('needs groupId')
    expect(asked).toEqual([])
  })
})

describe('an answer', () => {
  it('is read by the contract and stripped of what the contract does not know', async () => {
    const { call } = serviceThatAnswers(() => json({ ...me, extra: 1 }))
    await expect(call('me', {})).resolves.toEqual(me)
  })

  it.each([
    ['a refusal of the service', () => problem('notAllowed', 403), 'notAllowed'],
    ['a revoked token', () => problem('signedOut', 401), 'signedOut'],
    ['a key used before', () => problem('keyReused', 409), 'keyReused'],
    ['its own trouble', () => problem('internal', 500), 'internal'],
    ['a 500 page', () => html(500), 'internal'],
    ['a gateway without the service', () => html(502), 'busy'],
    ['a service under repair', () => html(503), 'busy'],
    ['a gateway that gave up', () => html(504), 'busy'],
    ['a limit in front of the service', () => html(429), 'tooMany'],
    ['a portal that answers HTML with 200', () => html(200), 'notTheService'],
    ['a proxy that wants a password', () => html(401), 'notTheService'],
    ['a server without this API', () => html(404), 'notTheService'],
    ['a problem of somebody else', () => problem('constructor', 403), 'notTheService'],
    ['JSON of somebody else', () => json({ hello: 'world' }), 'notTheService'],
    [
      'JSON cut short',
      () => new Response('{"id":', { headers: { 'content-type': 'application/json' } }),
      'notTheService',
    ],
    [
      'JSON by another name',
      () => new Response(JSON.stringify(me), { headers: { 'content-type': 'text/plain' } }),
      'notTheService',
    ],
    ['a redirect', () => Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' }), 'notTheService'],
    ['no answer', () => Promise.reject(new TypeError('Failed to fetch')), 'unreachable'],
  ])('%s', async (_, answer, code) => {
    const { call } = serviceThatAnswers(answer)
    expect(await problemOf(call('me', {}))).toMatchObject({ code })
  })

  it('carries the reason and the wait that the service gave', async () => {
    const seconds = serviceThatAnswers(() => problem('tooMany', 429, { 'retry-after': '17' }))
    expect(await problemOf(seconds.call('me', {}))).toMatchObject({ detail: 'why', retryAfter: 17 })
    const date = serviceThatAnswers(() => html(503, { 'retry-after': new Date(Date.now() + 90_000).toUTCString() }))
    const { retryAfter } = await problemOf(date.call('me', {}))
    expect(retryAfter).toBeGreaterThan(85)
    expect(retryAfter).toBeLessThanOrEqual(90)
    const past = serviceThatAnswers(() => html(503, { 'retry-after': 'Thu, 01 Jan 2026 00:00:00 GMT' }))
    expect(await problemOf(past.call('me', {}))).toMatchObject({ retryAfter: 0 })
    const nonsense = serviceThatAnswers(() => html(503, { 'retry-after': 'soon' }))
    expect((await problemOf(nonsense.call('me', {}))).retryAfter).toBeUndefined()
  })

  it('that does not come in time is slow, before the head and within the body', async () => {
    const never = (signal: AbortSignal | null | undefined) =>
      new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
    const silent: typeof fetch = (_, init) => never(init?.signal)
    const stuck: typeof fetch = async (_, init) => Object.assign(json(me), { text: () => never(init?.signal) })
    for (const fetch of [silent, stuck]) {
      const call = createClient({ baseUrl: '', fetch, token: async () => null, timeoutMs: 5 })
      expect(await problemOf(call('me', {}))).toMatchObject({ code: 'slow' })
    }
  })

  it('whatever it is, becomes what the contract says or a problem with a name', async () => {
    const types = fc.constantFrom('application/json', 'application/problem+json', 'text/html', '')
    const bodies = fc.oneof(fc.string(), fc.json(), fc.constant(JSON.stringify(me)))
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 200, max: 599 }), types, bodies, async (status, type, body) => {
        const empty = [204, 205, 304].includes(status)
        const { call } = serviceThatAnswers(
          () => new Response(empty ? null : body, { status, headers: type ? { 'content-type': type } : {} }),
        )
        const answer = await call('me', {}).catch((reason: unknown) => reason)
        expect(answer instanceof CallProblem || JSON.stringify(answer) === JSON.stringify(me)).toBe(true)
      }),
    )
  })
})
