import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { writeLog } from '../shared/log.ts'
import { assetsBeside, ownPath } from '../shared/places.ts'
import { accounts } from './accounts.ts'
import { createApi } from './api.ts'
import { createBucket } from './bucket.ts'
import type { Course } from './course.ts'
import { dashboardPage, gradebookPage, homePage, personPage, sectionsPage } from './pages/course.ts'
import { loginPage } from './pages/login.ts'
import { peoplePage } from './pages/people.ts'
import type { Session, StandInContext, StandInEnv, World } from './world.ts'

const COOKIE = 'canvas_session'

const asset = assetsBeside(import.meta.url)

/** The whole site: sign-in, pages, API and the log of what was asked. */
export const createSite = (world: World): Hono<StandInEnv> => {
  const site = new Hono<StandInEnv>()

  site.use(writeLog(world.log))
  site.use(async (c, next) => {
    c.set('session', world.sessions.get(getCookie(c, COOKIE) ?? '') ?? null)
    await next()
  })

  site.get('/dist/brandable_css/stand-in.css', () => asset('stand-in.css', 'text/css; charset=utf-8'))
  site.get('/dist/stand-in/:name{[a-z-]+\\.js}', (c) => asset(c.req.param('name'), 'text/javascript; charset=utf-8'))
  site.get('/web-app-manifest/manifest.json', (c) => c.json({ name: 'A stand-in for Canvas' }))
  site.route('/api', createApi(world))

  site.get('/login', (c) => c.redirect(`/login/canvas${new URL(c.req.url).search}`))
  site.get('/login/canvas', (c) => c.html(loginPage(ownPath(c.req.query('return_to'), '/'))))
  site.post('/login/canvas', async (c) => {
    const form = await c.req.formData()
    const account = accounts.find(({ username }) => username === form.get('username'))
    if (!account) return c.html(loginPage('/'), 400)
    const id = randomUUID()
    world.sessions.set(id, { account, bucket: createBucket(() => performance.now()) })
    setCookie(c, COOKIE, id, { httpOnly: true, sameSite: 'Lax', path: '/' })
    return c.redirect(ownPath(form.get('return_to'), '/'))
  })
  site.post('/logout', (c) => {
    world.sessions.delete(getCookie(c, COOKIE) ?? '')
    return c.redirect('/login/canvas')
  })

  type Draw = (session: Session, course: Course) => ReturnType<typeof loginPage> | undefined
  const courseRoute = (path: string, draw: (c: StandInContext) => Draw) =>
    site.get(`/courses/:course{[0-9]+}${path}`, (c) => {
      if (!c.var.session)
        return c.redirect(`/login?return_to=${encodeURIComponent(c.req.path + new URL(c.req.url).search)}`)
      const course = world.courses.get(c.req.param('course'))
      const page = course && draw(c)(c.var.session, course)
      return page ? c.html(page) : c.html('<!doctype html><title>Page Not Found</title><h1>Page Not Found</h1>', 404)
    })

  courseRoute(
    '',
    () =>
      ({ account }, course) =>
        homePage(course, account),
  )
  courseRoute(
    '/gradebook',
    () =>
      ({ account }, course) =>
        gradebookPage(course, account),
  )
  courseRoute(
    '/sections',
    () =>
      ({ account }, course) =>
        sectionsPage(course, account, null),
  )
  courseRoute(
    '/sections/:section',
    (c) =>
      ({ account }, course) =>
        sectionsPage(course, account, c.req.param('section') ?? null),
  )
  courseRoute('/users', (c) => ({ account }, course) => {
    const asked = c.req.query('variant')
    return peoplePage(
      course,
      account,
      asked === 'A' || asked === 'B' || asked === 'C' ? asked : course.switches.variant,
    )
  })
  courseRoute('/users/:user', (c) => ({ account }, course) => {
    const person = course.people.find(({ id }) => id === c.req.param('user'))
    return person && personPage(course, account, person.name)
  })
  site.get('/', (c) =>
    c.var.session
      ? c.html(dashboardPage([...world.courses.values()], c.var.session.account))
      : c.redirect('/login/canvas'),
  )

  return site
}
