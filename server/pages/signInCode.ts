import { Hono } from 'hono'
import { readCookie } from '../auth/cookies.ts'
import { safeNext } from '../auth/next.ts'
import { awaitedAddress, signInWithCode } from '../auth/signIn.ts'
import type { Service } from '../service.ts'
import { codeGonePage, codePage, tooManyTried, wrongCode } from './signInPages.ts'
import { codeOf, startOf } from './signInPlaces.ts'
import { schoolOnlyPage } from './ssoPages.ts'
import { browser, enter, network, type PageEnv, readForm, show } from './web.ts'

/** The code from the mail, which signs in. */
export const signInCodePages = (service: Service): Hono<PageEnv> => {
  const { config, db } = service
  const app = new Hono<PageEnv>()

  app.get('/signin/code', async (c) => {
    const next = safeNext(c.req.query('next'))
    const nonce = readCookie(c, config.publicUrl, 'nonce')
    const address = nonce && (await awaitedAddress(db, nonce))
    if (!address) return c.redirect(startOf(next), 303)
    return show(c, codePage(service, { next, address }))
  })

  app.post('/signin/code', async (c) => {
    const field = await readForm(c)
    const next = safeNext(field('next'))
    const nonce = readCookie(c, config.publicUrl, 'nonce') ?? ''
    const attempt = { nonce, code: field('code'), network: network(c, service), browser: browser(c) }
    const spent = await signInWithCode(service, attempt)
    if (spent.state === 'right') {
      await enter(c, service, spent.result)
      return c.redirect(next, 303)
    }
    if (spent.state === 'tooMany') c.header('retry-after', String(spent.wait))
    if (spent.state === 'elsewhere') return show(c, schoolOnlyPage(next), { status: 403, at: startOf(next) })
    const address = await awaitedAddress(db, nonce)
    if (spent.state === 'gone' || !address) return show(c, codeGonePage(next), { status: 401, at: startOf(next) })
    const problem = spent.state === 'wrong' ? wrongCode(spent.left) : tooManyTried(spent.wait)
    const status = spent.state === 'wrong' ? 401 : 429
    return show(c, codePage(service, { next, address, problem }), { status, at: codeOf(next) })
  })

  return app
}
