import { Hono } from 'hono'
import { dropCookie, readCookie } from '../auth/cookies.ts'
import { addressOut, endJourney, journeyOf } from '../auth/sso/journey.ts'
import { ProviderProblem } from '../auth/sso/provider.ts'
import { providerFor } from '../auth/sso/providerFor.ts'
import type { Service } from '../service.ts'
import { takeFromBucket } from '../store/rateBuckets.ts'
import { downPage, failedPage, leavingPage, tooManyPage } from './ssoPages.ts'
import { browser, enter, network, type PageContext, type PageEnv, show } from './web.ts'

const quarter = 15 * 60
/** Sign-ins that are sent out or come back, per network and quarter of an hour: each has us ask the provider. */
const PER_NETWORK = 600

/** Signing in at a school's own page: a word before, the way there, and the return. */
export const ssoPages = (service: Service): Hono<PageEnv> => {
  const { config } = service
  const app = new Hono<PageEnv>()
  // The address of a return has a code in it, so the menu of languages leads elsewhere.
  const at = '/signin'
  const journey = async (c: PageContext) => {
    const token = readCookie(c, config.publicUrl, 'sso')
    return token ? await journeyOf(service, token) : undefined
  }
  const wait = (c: PageContext) =>
    takeFromBucket(service.db, `sso.network:${network(c, service)}`, PER_NETWORK, quarter)
  const showBusy = (c: PageContext, seconds: number) => {
    c.header('retry-after', String(seconds))
    return show(c, tooManyPage(seconds), { status: 429, at })
  }

  // A link and no redirect: the form before it may lead to this service alone, and one sees where one is going.
  app.get('/signin/sso', async (c) => {
    const found = await journey(c)
    if (!found) return c.redirect('/signin', 303)
    const { address, next } = found.journey
    const isChoice = !(await providerFor(service, address))?.inForce
    return show(c, leavingPage(found.provider, { address, next, isChoice }))
  })

  app.get('/signin/sso/start', async (c) => {
    const found = await journey(c)
    if (!found) return c.redirect('/signin', 303)
    const seconds = await wait(c)
    if (seconds > 0) return showBusy(c, seconds)
    try {
      return c.redirect(await addressOut(service, found), 303)
    } catch (problem) {
      if (!(problem instanceof ProviderProblem)) throw problem
      service.log('ssoFailed', { workspace: found.provider.workspaceId, trouble: problem.trouble })
      return show(c, downPage(found.provider, found.journey.next), { status: 502, at })
    }
  })

  app.get('/signin/sso/:workspaceId', async (c) => {
    const seconds = await wait(c)
    if (seconds > 0) return showBusy(c, seconds)
    const token = readCookie(c, config.publicUrl, 'sso') ?? ''
    const workspaceId = c.req.param('workspaceId')
    const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(workspaceId)
    const back = { token, workspaceId, query: new URL(c.req.url).search, browser: browser(c) }
    const arrived = isId ? await endJourney(service, back) : ({ state: 'gone' } as const)
    if (arrived.state !== 'signedIn') {
      const { draw, status } = failedPage(arrived)
      return show(c, draw, { status, at })
    }
    dropCookie(c, config.publicUrl, 'sso')
    await enter(c, service, arrived.session)
    return c.redirect(arrived.next, 303)
  })

  return app
}
