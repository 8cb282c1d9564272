import { setTimeout as wait } from 'node:timers/promises'
import { Hono } from 'hono'
import { isFromPage } from '../shared/log.ts'
import type { Account } from './accounts.ts'
import { type Course, listPeople, rightsOf } from './course.ts'
import { linkHeader } from './link.ts'
import { presentCourse, presentSection, presentSelf, presentUser, type WriteId } from './present.ts'
import { notFound, refusals, unauthenticated, unauthorized } from './refusals.ts'
import type { StandInContext, StandInEnv, World } from './world.ts'

const MAX_PER_PAGE = 100

/** The REST calls of Canvas that a roster reader can meet, and the GraphQL call of its two React People pages. */
export const createApi = (world: World): Hono<StandInEnv> => {
  const api = new Hono<StandInEnv>()

  const writeId = (c: StandInContext): WriteId =>
    !world.site.numericIds && c.req.header('accept')?.includes('application/json+canvas-string-ids')
      ? (id) => id
      : Number

  const answer = (c: StandInContext, body: unknown) =>
    c.body(`${world.site.whileOne ? 'while(1);' : ''}${JSON.stringify(body)}`, 200, {
      'Content-Type': 'application/json; charset=utf-8',
    })

  // Latency is from a request's arrival to its answer, the stand-in's own work included.
  api.use(async (_, next) => {
    const due = world.site.latencyMs > 0 ? wait(world.site.latencyMs) : undefined
    await next()
    await due
  })

  api.use(async (c, next) => {
    const url = new URL(c.req.url)
    const misfortune = isFromPage(c.req.raw) ? null : world.meeting?.meets(url.pathname + url.search)
    if (misfortune) return refusals[misfortune](c)
    const { session } = c.var
    if (!session) return unauthenticated(c)
    const leave = session.bucket.enter()
    if (!leave) return refusals.throttled403(c)
    await next()
    leave(world.site.requestCost)
    c.header('X-Request-Cost', world.site.requestCost.toFixed(4))
    c.header('X-Rate-Limit-Remaining', session.bucket.remaining.toFixed(1))
  })

  const reader = (c: StandInContext): Account => {
    if (!c.var.session) throw new Error('The session is checked before every call.')
    return c.var.session.account
  }
  const courseOf = (c: StandInContext): Course | undefined => world.courses.get(c.req.param('course') ?? '')

  api.get('/v1/users/self', (c) => answer(c, presentSelf(reader(c), writeId(c))))

  api.get('/v1/courses/:course', (c) => {
    const course = courseOf(c)
    if (!course) return notFound(c)
    const include = c.req.queries('include[]') ?? []
    return answer(
      c,
      presentCourse(course, reader(c), include.includes('total_students'), include.includes('term'), writeId(c)),
    )
  })

  api.get('/v1/courses/:course/sections', (c) => {
    const course = courseOf(c)
    if (!course) return notFound(c)
    const { onlySection } = rightsOf(course, reader(c))
    const seen = course.sections.filter(({ id }) => onlySection === null || id === onlySection)
    return answer(
      c,
      seen.map((section) => presentSection(course, section, writeId(c))),
    )
  })

  api.get('/v1/courses/:course/users', (c) => {
    const course = courseOf(c)
    if (!course) return notFound(c)
    const rights = rightsOf(course, reader(c))
    if (!rights.readRoster) return unauthorized(c, course.switches.refusal)
    const url = new URL(c.req.url)
    const number = (name: string, otherwise: number) =>
      Math.max(1, Math.trunc(Number(c.req.query(name) ?? otherwise)) || 1)
    const page = number('page', 1)
    const perPage = Math.min(MAX_PER_PAGE, number('per_page', 10))
    const include = c.req.queries('include[]') ?? []
    const listed = listPeople(course, rights, {
      states: c.req.queries('enrollment_state[]') ?? [],
      includeInactive: c.req.query('include_inactive') === 'true',
      search: c.req.query('search_term') ?? '',
    })
    const cut = listed.slice((page - 1) * perPage, page * perPage)
    const more = listed.length > page * perPage || (course.switches.emptyLastPage && cut.length === perPage)
    c.header('Link', linkHeader(url, course.switches.nextOrigin ?? url.origin, page, perPage, more))
    // As in Canvas, the test student leaves after the page is cut: a page can be short and still have a next one.
    const shown = cut.filter(
      ({ enrolments }) =>
        include.includes('test_student') || enrolments.some(({ type }) => type !== 'StudentViewEnrollment'),
    )
    const id = writeId(c)
    return answer(
      c,
      shown.map((person) => presentUser(course, rights, person, include.includes('enrollments'), url.origin, id)),
    )
  })

  api.post('/graphql', async (c) => {
    const body: unknown = await c.req.json()
    const course = world.courses.get(String(pathIn(body, 'variables', 'courseId')))
    if (!course) return answer(c, { data: { course: null } })
    const rights = rightsOf(course, reader(c))
    if (!rights.readRoster) return answer(c, { data: { course: { usersConnection: null } } })
    const nodes = listPeople(course, rights, { states: [], includeInactive: true, search: '' })
      .filter(({ enrolments }) => enrolments.some(({ type }) => type !== 'StudentViewEnrollment'))
      .map(({ person, enrolments }) => ({
        _id: person.id,
        name: person.name,
        pronouns: person.pronouns,
        loginId: rights.logins ? person.loginId : null,
        sisId: rights.sis ? person.sisId : null,
        enrollments: enrolments.map(({ type, role, state, sectionId }) => ({
          type,
          sisRole: role,
          state,
          section: { name: course.sections.find(({ id }) => id === sectionId)?.name ?? '' },
        })),
      }))
    return answer(c, { data: { course: { usersConnection: { nodes } } } })
  })

  return api
}

const pathIn = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined), value)
