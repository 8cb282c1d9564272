import { Hono } from 'hono'
import { isFromPage } from '../shared/log.ts'
import { type Course, listPeople } from './course.ts'
import { redirectPage } from './pages/login.ts'
import { entryPage, errorPage, rosterToolPage, type Shown, usersPage } from './pages/original.ts'
import type { StandInPerson } from './people.ts'
import { refusals } from './refusals.ts'
import type { StandInContext, StandInEnv, World } from './world.ts'

const ROWS = 25

/** Original pages: what is asked for is in the query, and a search is posted. */
export const createOriginal = (world: World): Hono<StandInEnv> => {
  const original = new Hono<StandInEnv>()

  original.use(async (c, next) => {
    const { pathname, search, origin } = new URL(c.req.url)
    // A person's own visit is spared.
    const isVisit = c.req.header('sec-fetch-mode') === 'navigate' || isFromPage(c.req.raw)
    const misfortune = isVisit ? null : world.meeting?.meets(pathname + search)
    if (misfortune) return refusals(world.site.retryAfter)[misfortune](c)
    if (!c.var.reader) return c.html(redirectPage(origin, pathname + search))
    return next()
  })

  const courseOf = (c: StandInContext): Course | undefined => world.courses.get(c.req.query('course_id') ?? '')

  /** The rows that the query asks for: all, or 25, or as many as it says. */
  const cut = (c: StandInContext, people: readonly StandInPerson[], search: string, showAll: boolean): Shown => {
    const found = people.filter(({ login }) => login.toLowerCase().includes(search.trim().toLowerCase()))
    const all = showAll && c.req.query('showAll') === 'true'
    const from = all ? 0 : Math.max(0, Number(c.req.query('startIndex')) || 0)
    const asked = showAll ? Number(c.req.query('numResults')) || ROWS : ROWS
    const rows = found.slice(from, all ? undefined : from + asked)
    return { courseId: c.req.query('course_id') ?? '', rows, from, of: found.length, search }
  }

  const users = (c: StandInContext, search: string) => {
    const course = courseOf(c)
    const everywhere = [...world.courses.values()].flatMap(({ people }) => people)
    // Without a course it is the list of everybody at the school, and so it is where people are picked to enrol.
    if (!c.req.query('course_id') || c.req.query('context') === 'userPicker')
      return c.html(usersPage(null, cut(c, everywhere, search, false)))
    if (!course?.switches.usersPage || c.var.reader?.as === 'Student')
      return c.html(errorPage(course, 'You do not have access to this page.'))
    return c.html(usersPage(course, cut(c, course.people, search, course.switches.showAll)))
  }
  original.get('/userManager', (c) => users(c, ''))
  original.post('/userManager', async (c) => users(c, String((await c.req.formData()).get('userInfoSearchText') ?? '')))

  original.get('/searchRoster', (c) => {
    const course = courseOf(c)
    const search = c.req.query('userInfoSearchText') ?? ''
    if (!course || !c.var.reader) return c.html(errorPage(course, 'There is no such course.'))
    const listed = listPeople(course, c.var.reader).filter(({ onRoster, available }) => onRoster && available === 'Yes')
    return c.html(rosterToolPage(course, cut(c, listed, search, course.switches.showAll)))
  })

  original.get('/courseMain', (c) => {
    const course = courseOf(c)
    return c.html(course ? entryPage(course) : errorPage(course, 'There is no such course.'))
  })
  return original
}
