import { describe, expect, it } from 'vitest'
import { type AccountPorts, createAccount } from '../../../lib/auth/account.ts'
import { createAuthorisedCall } from '../../../lib/auth/authorisedCall.ts'
import { challengeOf, randomText } from '../../../lib/auth/pkce.ts'
import { signIn } from '../../../lib/auth/signIn.ts'
import { createTokens } from '../../../lib/auth/tokens.ts'
import type { CallService } from '../../../lib/contract/calls.ts'
import { CallProblem } from '../../../lib/contract/errors.ts'
import { type KnownAccount, nobody, type Tokens } from '../../../lib/storage.ts'
import { memoryLock } from '../../helpers/locks.ts'
import { ModelAuth, memoryItem } from './model.ts'

const redirectUri = 'https://abc.chromiumapp.org/'

/** One browser profile and one service. */
const setUp = () => {
  const auth = new ModelAuth()
  const world = { service: auth.url, now: Date.parse('2026-11-24T12:00:00Z') }
  const item = memoryItem<Tokens | null>(null)
  const pending = memoryItem<{ state: string; verifier: string } | null>(null)
  const service = async () => world.service
  const tokens = createTokens({ item, service, fetch: auth.fetch, lock: memoryLock(), now: () => world.now })
  const call = createAuthorisedCall({ service, fetch: auth.fetch, tokens })
  const windows: string[] = []
  const openWindow = async (url: string) => {
    windows.push(url)
    return auth.approve(url)
  }
  const enter = (open: (url: string) => Promise<string> = openWindow) =>
    signIn({ service: world.service, redirectUri, pending, openWindow: open, tokens })
  return { auth, world, item, pending, tokens, call, windows, openWindow, enter }
}

const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (problem: unknown) => (problem instanceof CallProblem ? problem.code : problem),
  )

describe('proof of possession', () => {
  it('is the SHA-256 of the verifier, as in RFC 7636 appendix B', async () => {
    expect(await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    )
  })

  it('is long, safe in an address and never the same', () => {
    const texts = Array.from({ length: 50 }, randomText)
    for (const text of texts) expect(text).toMatch(/^[\w-]{43}$/)
    expect(new Set(texts).size).toBe(50)
  })
})

describe('signing in', () => {
  it('asks for a code with a challenge, and trades it for tokens that are kept', async () => {
    const { enter, windows, item, pending, call, world } = setUp()
    await enter()
    const asked = new URL(windows[0] ?? '')
    expect(asked.origin + asked.pathname).toBe('https://groups.example.edu/oauth/authorize')
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'rollcall-extension',
      redirect_uri: redirectUri,
      scope: 'rollcall',
      code_challenge_method: 'S256',
    })
    expect(item.value).toEqual({
      service: 'https://groups.example.edu',
      access: 'access-2',
      refresh: 'refresh-2',
      expiresAt: world.now + 3600_000,
    })
    expect(pending.value).toBeNull()
    expect(await call('me', {})).toMatchObject({ email: 'ada@example.edu' })
  })

  it.each<[string, (url: string, auth: ModelAuth) => string | Promise<string>]>([
    ['closes the window', () => Promise.reject(new Error('The user did not approve access.'))],
    ['says no', (url) => `${redirectUri}?error=access_denied&state=${new URL(url).searchParams.get('state')}`],
    ['comes back with another state', (url, auth) => auth.approve(url).replace(/state=[^&]+/, 'state=theirs')],
    ['comes back without a state', (url, auth) => auth.approve(url).replace(/&state=[^&]+/, '')],
    ['comes back with a code of somebody else', (url, auth) => auth.approve(url).replace(/code=[^&]+/, 'code=theirs')],
    ['comes back to another address', (url, auth) => auth.approve(url).replace(redirectUri, 'https://evil.example/')],
  ])('is nothing when the person %s', async (_, act) => {
    const { enter, auth, item } = setUp()
    expect(await codeOf(enter(async (url) => act(url, auth)))).toBe('signedOut')
    expect(item.value).toBeNull()
  })

  it('twice at once: the later window counts', async () => {
    const { enter, auth, item } = setUp()
    const first = Promise.withResolvers<string>()
    let firstAddress = ''
    const early = codeOf(
      enter((url) => {
        firstAddress = url
        return first.promise
      }),
    )
    await expect.poll(() => firstAddress).not.toBe('')
    await enter()
    const kept = item.value
    first.resolve(auth.approve(firstAddress))
    expect(await early).toBe('signedOut')
    expect(item.value).toEqual(kept)
  })

  it('says so when the service goes away in the middle', async () => {
    const { enter, auth, item } = setUp()
    const leave = async (url: string) => {
      auth.weather = 'down'
      return auth.approve(url)
    }
    expect(await codeOf(enter(leave))).toBe('unreachable')
    expect(item.value).toBeNull()
  })
})

describe('a token', () => {
  it('is renewed before it ends', async () => {
    const { enter, auth, world, call, item } = setUp()
    await enter()
    world.now += 3600_000 - 59_000
    await call('me', {})
    expect(item.value?.access).toBe('access-3')
    expect(auth.asked).toEqual(['/oauth/token', '/oauth/token', '/api/me'])
  })

  it('that the service refuses is renewed once', async () => {
    const { enter, auth, call } = setUp()
    await enter()
    auth.endAccess()
    expect(await call('me', {})).toMatchObject({ name: 'ada' })
    expect(auth.asked).toEqual(['/oauth/token', '/api/me', '/oauth/token', '/api/me'])
  })

  it('is renewed once by many calls together', async () => {
    const { enter, auth, call } = setUp()
    await enter()
    auth.endAccess()
    const answers = await Promise.all(Array.from({ length: 10 }, () => call('me', {})))
    expect(answers).toHaveLength(10)
    expect(auth.asked.filter((path) => path === '/oauth/token')).toHaveLength(2)
  })

  it('is written before it is used', async () => {
    const { enter, auth, tokens, item } = setUp()
    await enter()
    const [renewed] = await Promise.all([tokens.renew('access-2')])
    expect(item.writes.at(-1)?.access).toBe(renewed)
    expect(auth.asked.at(-1)).toBe('/oauth/token')
  })

  it('that ended for good leaves nobody signed in, without another question', async () => {
    const { enter, auth, call, item } = setUp()
    await enter()
    auth.endEverything()
    expect(await codeOf(call('me', {}))).toBe('signedOut')
    expect(item.value).toBeNull()
    const before = auth.asked.length
    expect(await codeOf(call('me', {}))).toBe('signedOut')
    expect(auth.asked).toHaveLength(before)
  })

  it.each([
    ['down', 'unreachable'],
    ['html', 'notTheService'],
    ['busy', 'busy'],
  ] as const)('is kept while the way to the service is %s', async (weather, code) => {
    const { enter, auth, tokens, item } = setUp()
    await enter()
    auth.weather = weather
    expect(await codeOf(tokens.renew('access-2'))).toBe(code)
    expect(item.value?.refresh).toBe('refresh-2')
    auth.weather = 'fine'
    expect(await tokens.renew('access-2')).toBe('access-3')
  })

  it('is of no use at another service', async () => {
    const { enter, world, auth, call } = setUp()
    await enter()
    const before = auth.asked.length
    world.service = 'https://other.example.edu'
    expect(await codeOf(call('me', {}))).toBe('signedOut')
    expect(auth.asked).toHaveLength(before)
  })

  it('is revoked at sign-out, and forgotten here even when nobody answers', async () => {
    const first = setUp()
    await first.enter()
    await first.tokens.revoke()
    expect(first.auth.live).toBe(0)
    expect(first.item.value).toBeNull()
    const second = setUp()
    await second.enter()
    second.auth.weather = 'down'
    await second.tokens.revoke()
    expect(second.item.value).toBeNull()
  })
})

describe('the account', () => {
  const me = { id: 'ada', email: 'ada@example.edu', name: 'Ada', contract: 1, workspaces: [] }
  const account = (answer: () => unknown, known: KnownAccount = nobody, ports: Partial<AccountPorts> = {}) => {
    const item = memoryItem(known)
    const forgotten = { groups: 0, tokens: 0 }
    const keeper = createAccount({
      item,
      // One answer to every call: what comes back is not looked at here.
      call: (async () => answer()) as CallService,
      tokens: {
        revoke: async () => {
          forgotten.tokens++
        },
      },
      forgetGroups: async () => {
        forgotten.groups++
      },
      signIn: async () => {},
      ...ports,
    })
    return { item, keeper, forgotten }
  }
  const fail = (code: CallProblem['code']) => () => {
    throw new CallProblem(code)
  }
  const signedIn: KnownAccount = { signedIn: true, offline: false, me }

  it('is known after signing in, and whose Groups were known before is forgotten', async () => {
    const { item, keeper, forgotten } = account(() => me, { ...signedIn, me: { ...me, id: 'bob' } })
    await keeper.signIn()
    expect(item.value).toEqual(signedIn)
    expect(forgotten.groups).toBe(1)
    await keeper.refresh()
    expect(forgotten.groups).toBe(1)
  })

  it('is not touched by a window that was closed', async () => {
    const { item, keeper } = account(() => me, nobody, { signIn: async () => fail('signedOut')() })
    expect(await codeOf(keeper.signIn())).toBe('signedOut')
    expect(item.value).toEqual(nobody)
  })

  it.each(['unreachable', 'slow', 'notTheService'] as const)(
    'is offline when a call is %s, and back with an answer',
    async (code) => {
      let answer: () => unknown = fail(code)
      const { item, keeper } = account(() => answer(), signedIn)
      expect(await codeOf(keeper.call('groups.list', {}))).toBe(code)
      expect(item.value).toEqual({ ...signedIn, offline: true })
      answer = () => ({ groups: [] })
      await keeper.call('groups.list', {})
      expect(item.value).toEqual(signedIn)
    },
  )

  it.each(['busy', 'notAllowed', 'internal'] as const)('stays as it is when a call is refused: %s', async (code) => {
    const { item, keeper } = account(fail(code), signedIn)
    await codeOf(keeper.call('groups.list', {}))
    expect(item.writes).toEqual([])
  })

  it('is signed out when the service says so, and who it was stays known', async () => {
    const { item, keeper } = account(fail('signedOut'), signedIn)
    await codeOf(keeper.call('groups.list', {}))
    expect(item.value).toEqual({ ...signedIn, signedIn: false })
  })

  it('does not come back with answers that were on their way while the person signed out', async () => {
    const answer = Promise.withResolvers<unknown>()
    const { item, keeper } = account(() => answer.promise, signedIn)
    const asked = [keeper.call('me', {}), codeOf(keeper.refresh())]
    await keeper.signOut()
    answer.resolve(me)
    await Promise.all(asked)
    expect(item.value).toEqual(nobody)
  })

  it('leaves nothing at sign-out', async () => {
    const { item, keeper, forgotten } = account(() => me, signedIn)
    await keeper.signOut()
    expect(item.value).toEqual(nobody)
    expect(forgotten).toEqual({ groups: 1, tokens: 1 })
  })

  it('of a service of another version is said to be so', async () => {
    const { item, keeper } = account(() => ({ ...me, contract: 2 }), signedIn)
    expect(await codeOf(keeper.refresh())).toBe('versionMismatch')
    expect(await item.get()).toEqual({ ...signedIn, version: 'newer' })
  })
})
