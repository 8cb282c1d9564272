import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { writeLog } from '../shared/log.ts'
import { assetsBeside, ownPath } from '../shared/places.ts'
import { accounts } from './accounts.ts'
import { createApi } from './api.ts'
import type { Course } from './course.ts'
import { createOriginal } from './originalSite.ts'
import { loginPage } from './pages/login.ts'
import { courseListPage, framePage, outlinePage, rosterPage } from './pages/ultra.ts'
import type { StandInContext, StandInEnv, World } from './world.ts'

const COOKIE = 'BbRouter'
const HOME = '/ultra/course'

const asset = assetsBeside(import.meta.url)

/** The whole site: sign-in, Ultra's pages, Original ones, both APIs and the log of what was asked. */
export const createSite = (world: World): Hono<StandInEnv> => {
  const site = new Hono<StandInEnv>()

  site.use(writeLog(world.log))
  site.use(async (c, next) => {
    c.set('reader', world.sessions.get(getCookie(c, COOKIE) ?? '') ?? null)
    await next()
  })

  site.get('/stand-in/stand-in.css', () => asset('stand-in.css', 'text/css; charset=utf-8'))
  site.get('/stand-in/ultra-roster.js', () => asset('ultra-roster.js', 'text/javascript; charset=utf-8'))
  site.route('/learn/api', createApi(world))

  site.get('/webapps/login/', (c) => c.html(loginPage(ownPath(c.req.query('new_loc'), HOME))))
  site.post('/webapps/login/', async (c) => {
    const form = await c.req.formData()
    const account = accounts.find(({ username }) => username === form.get('user_id'))
    if (!account) return c.html(loginPage(HOME), 400)
    const id = randomUUID()
    world.sessions.set(id, account)
    setCookie(c, COOKIE, id, { httpOnly: true, sameSite: 'Lax', path: '/' })
    return c.redirect(ownPath(form.get('new_loc'), HOME))
  })
  site.post('/webapps/login/logout', (c) => {
    world.sessions.delete(getCookie(c, COOKIE) ?? '')
    return c.redirect('/webapps/login/')
  })
  site.route('/webapps/blackboard/execute', createOriginal(world))

  const signIn = (c: StandInContext) =>
    c.redirect(`/webapps/login/?new_loc=${encodeURIComponent(c.req.path + new URL(c.req.url).search)}`)

  type Draw = (course: Course, reader: NonNullable<StandInEnv['Variables']['reader']>) => ReturnType<typeof loginPage>
  const ultra = (path: string, draw: Draw) =>
    site.get(`/ultra/courses/:course${path}`, (c) => {
      if (!c.var.reader) return signIn(c)
      const course = world.courses.get(c.req.param('course'))
      return course
        ? c.html(draw(course, c.var.reader))
        : c.html('<!doctype html><title>Page not found</title><h1>Page not found</h1>', 404)
    })
  ultra('/outline', outlinePage)
  ultra('/outline/roster', rosterPage)
  ultra('/cl/outline', framePage)
  site.get(HOME, (c) => (c.var.reader ? c.html(courseListPage([...world.courses.values()], c.var.reader)) : signIn(c)))
  site.get('/', (c) => c.redirect(HOME))

  return site
}
