import dns from 'node:dns'
import { expect } from 'vitest'
import type { CallInput } from '../../../../lib/contract/index.ts'
import { startNameServer } from '../../../helpers/nameServer.ts'
import { startOpenIdProvider } from '../../../helpers/openIdProvider.ts'
import type { Browser } from '../browser.ts'
import { me, startWorld, type World } from '../world.ts'

/** A Workspace that signs in at its own OpenID provider: a real one, on a port beside the service. */
export const startSchool = async () => {
  const records = new Map<string, string[]>()
  const usualServers = dns.getServers()
  const names = await startNameServer(records)
  dns.setServers([names.address])
  const world = await startWorld({ SSO_PRIVATE_NETWORKS: '1' })
  const owner = await world.person('owner@example.edu')
  const school = await world.workspace(owner, 'Northgate School')
  const { redirectUri, record } = await owner.call('sso.get', { workspaceId: school.id })
  records.set('_rollcall.northgate.example', [record])
  const idp = await startOpenIdProvider([redirectUri])

  const set = (changes: Partial<CallInput<'sso.set'>> = {}) =>
    owner.call('sso.set', {
      ...{ workspaceId: school.id, issuer: idp.issuer, client: idp.clientId, secret: idp.secret },
      ...{ domains: ['northgate.example'], required: false, trusted: false },
      ...changes,
    })
  /** Types an address; the way to the provider. */
  const leave = async (browser: Browser, address = 'sam@northgate.example', next = '/groups/one') => {
    await browser.post('/signin', { address, next })
    return (await browser.get('/signin/sso/start')).headers.get('location') ?? ''
  }
  /** There and back again, as the named person of the school. */
  const travel = async (browser: Browser, name = 'sam', at: World = world) =>
    await browser.get((await idp.signIn(await leave(browser), name)).replace(at.url, at.here))
  const who = async (browser: Browser): Promise<string | undefined> =>
    (await (await browser.get('/api/me', { 'sec-fetch-site': 'same-origin' })).json()).email
  const works = async (token: string) => (await me(world, token)).status === 200
  const isInForce = async () => {
    await set({ required: true })
    expect(await who(await signedIn())).toBe('sam@northgate.example')
  }
  const signedIn = async () => {
    const browser = world.browser()
    expect((await travel(browser)).status).toBe(303)
    return browser
  }

  /** As it is before each test: the page works, and the provider knows Sam. */
  const anew = async () => {
    await world.db.deleteFrom('rate_buckets').execute()
    await owner.call('sso.remove', { workspaceId: school.id })
    await set()
    await owner.call('sso.test', { workspaceId: school.id })
    idp.people.clear()
    idp.people.set('sam', { email: 'Sam@northgate.example', email_verified: true, name: 'Sam Student' })
  }
  const stop = async () => {
    dns.setServers(usualServers)
    names.stop()
    await idp.stop()
    await world.stop()
  }
  return { world, idp, owner, school, records, set, leave, travel, who, works, isInForce, signedIn, anew, stop }
}
