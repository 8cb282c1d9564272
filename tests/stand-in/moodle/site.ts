import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { isFromPage, writeLog } from '../shared/log.ts'
import { assetsBeside, ownPath } from '../shared/places.ts'
import { accounts } from './accounts.ts'
import { type Course, columnsFor, isIn, ownGroups } from './course.ts'
import { type Choices, type Filters, noChoices, pageOf } from './listing.ts'
import type { Place } from './pages/layout.ts'
import { participantsPage } from './pages/participants.ts'
import { coursePage, coursesPage, enrolPage, errorPage, loginPage, notInGroupPage } from './pages/plain.ts'
import { refusals } from './refusals.ts'
import { answerCall } from './service.ts'
import { newKey, type Session, type StandInContext, type StandInEnv, type World } from './world.ts'

const COOKIE = 'MoodleSession'
const HOME = '/my/courses.php'

const asset = assetsBeside(import.meta.url)

/** Letters and folded columns come in addresses too, and stay chosen. */
const choicesIn = (c: StandInContext, session: Session, uniqueId: string): Choices => {
  const before = session.choices.get(uniqueId) ?? noChoices
  const { tifirst, tilast, thide, tshow, tsort, tdir } = c.req.query()
  const hidden = before.hidden.filter((name) => name !== tshow)
  const choices: Choices = {
    first: tifirst ?? before.first,
    last: tilast ?? before.last,
    hidden: thide && !hidden.includes(thide) ? [...hidden, thide] : hidden,
    sort: tsort ? [{ sortby: tsort, sortorder: Number(tdir ?? 4) }, ...before.sort] : before.sort,
  }
  session.choices.set(uniqueId, choices)
  return choices
}

/** The whole site below its root: sign-in, course pages, the participants page, the service, and the log of what was asked. */
export const createSite = (world: World): Hono<StandInEnv> => {
  const { root } = world
  const all = new Hono<StandInEnv>()
  const site = root ? all.basePath(root) : all
  const placeOf = (c: StandInContext): Place => ({
    wwwroot: new URL(c.req.url).origin + root,
    root,
    session: c.var.session,
  })

  all.use(writeLog(world.log))
  all.use(async (c, next) => {
    c.set('session', world.sessions.get(getCookie(c, COOKIE) ?? '') ?? null)
    await next()
  })

  site.get('/stand-in/stand-in.css', () => asset('stand-in.css', 'text/css; charset=utf-8'))
  site.get('/stand-in/participants.js', () => asset('participants.js', 'text/javascript; charset=utf-8'))

  site.get('/login/index.php', (c) => c.html(loginPage(placeOf(c), c.req.query('wants') ?? HOME)))
  site.post('/login/index.php', async (c) => {
    const form = await c.req.formData()
    const account = accounts.find(({ username }) => username === form.get('username'))
    if (!account) return c.html(loginPage(placeOf(c), HOME))
    const id = randomUUID()
    world.sessions.set(id, { account, key: newKey(), choices: new Map() })
    setCookie(c, COOKIE, id, { httpOnly: true, path: `${root}/` })
    return c.redirect(root + ownPath(form.get('wants'), HOME), 303)
  })
  site.get('/login/logout.php', (c) => {
    if (c.req.query('sesskey') === c.var.session?.key) world.sessions.delete(getCookie(c, COOKIE) ?? '')
    return c.redirect(`${root}/login/index.php`, 303)
  })

  // Latency is from a request's arrival to its answer, the stand-in's own work included. A person's own visit is spared.
  for (const path of ['/user/index.php', '/lib/ajax/service.php']) {
    site.use(path, async (c, next) => {
      if (c.req.header('sec-fetch-mode') === 'navigate' || isFromPage(c.req.raw)) return next()
      const due = world.site.latencyMs > 0 ? wait(world.site.latencyMs) : undefined
      const url = new URL(c.req.url)
      const misfortune = world.meeting?.meets(url.pathname + url.search)
      if (misfortune) return refusals(placeOf(c), c.req.method === 'POST', world.site.retryAfter)[misfortune](c)
      await next()
      await due
    })
  }

  site.post('/lib/ajax/service.php', (c) => answerCall(c, world, placeOf(c)))

  type Draw = (c: StandInContext, course: Course, session: Session) => Response | Promise<Response>
  /** A page of a course, for people who are in it. */
  const inCourse = (path: string, draw: Draw) =>
    site.get(path, (c) => {
      const { session } = c.var
      if (!session) {
        const wants = c.req.path.slice(root.length) + new URL(c.req.url).search
        return c.redirect(`${root}/login/index.php?wants=${encodeURIComponent(wants)}`, 303)
      }
      const course = world.courses.get(Number(c.req.query('id') ?? Number(c.req.query('contextid')) / 10))
      if (!course) return c.html(errorPage(placeOf(c), 'Can’t find data record in database table course.'), 404)
      if (!isIn(course, session.account)) return c.redirect(`${root}/enrol/index.php?id=${course.options.id}`, 303)
      return draw(c, course, session)
    })

  inCourse('/course/view.php', (c, course) => c.html(coursePage(placeOf(c), course)))

  inCourse('/user/index.php', (c, course, session) => {
    const place = placeOf(c)
    const reader = session.account
    if (course.switches.participants === 'refuses')
      return c.html(
        errorPage(place, 'Sorry, but you do not currently have permissions to do that (View participants).'),
        404,
      )
    const own = ownGroups(course, reader)
    if (own?.length === 0 && course.switches.groupMode === 'separate') return c.html(notInGroupPage(place, course))
    const uniqueId = `user-index-participants-${course.options.id}`
    const columns = columnsFor(course, reader)
    const choices = choicesIn(c, session, uniqueId)
    const filters: Filters = own && own.length > 0 ? { groups: own.map(Number) } : {}
    const shown = pageOf(course, reader, columns, filters, choices, {
      number: (Number(c.req.query('page')) || 0) + 1,
      size: Math.min(world.site.longestPage, Number(c.req.query('perpage')) || 20),
    })
    return c.html(participantsPage({ place, course, reader, uniqueId, columns, filters, choices, shown }))
  })

  site.get('/enrol/index.php', (c) => {
    const course = world.courses.get(Number(c.req.query('id')))
    return course
      ? c.html(enrolPage(placeOf(c), course))
      : c.html(errorPage(placeOf(c), 'There is no such course.'), 404)
  })
  site.get(HOME, (c) =>
    c.var.session
      ? c.html(coursesPage(placeOf(c), [...world.courses.values()]))
      : c.redirect(`${root}/login/index.php`, 303),
  )
  all.get('/', (c) => c.redirect(root + HOME))
  return all
}
