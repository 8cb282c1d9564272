import { setTimeout as wait } from 'node:timers/promises'
import { Hono } from 'hono'
import { isFromPage } from '../shared/log.ts'
import type { Account } from './accounts.ts'
import { type Course, listPeople } from './course.ts'
import type { CourseSwitches } from './options.ts'
import {
  courseRoles,
  pick,
  presentChild,
  presentCourse,
  presentInner,
  presentMembership,
  presentSelf,
} from './present.ts'
import { badRequest, forbidden, notFound, refusals, unauthenticated } from './refusals.ts'
import type { StandInContext, StandInEnv, World } from './world.ts'

const MOST = 200
const USUAL = 100

/** The calls of Blackboard that a roster reader can meet: the public API, and what Ultra's own pages ask. */
export const createApi = (world: World): Hono<StandInEnv> => {
  const api = new Hono<StandInEnv>()

  api.get('/public/v1/system/version', (c) =>
    c.json({ learn: { major: 3900, minor: 100, patch: 0, build: 'stand-in' } }),
  )

  // Latency is from a request's arrival to its answer, the stand-in's own work included.
  api.use(async (_, next) => {
    const due = world.site.latencyMs > 0 ? wait(world.site.latencyMs) : undefined
    await next()
    await due
  })

  api.use(async (c, next) => {
    const url = new URL(c.req.url)
    const misfortune = isFromPage(c.req.raw) ? null : world.meeting?.meets(url.pathname + url.search)
    if (misfortune) return refusals(world.site.retryAfter)[misfortune](c)
    if (!c.var.reader) return unauthenticated(c)
    if (c.req.query('fields') && !world.site.fieldsKnown) return badRequest(c)
    return next()
  })

  const reader = (c: StandInContext): Account => {
    if (!c.var.reader) throw new Error('The session is checked before every call.')
    return c.var.reader
  }
  const courseOf = (c: StandInContext): Course | undefined => world.courses.get(c.req.param('course') ?? '')
  const expands = (c: StandInContext, name: string) => (c.req.query('expand') ?? '').split(',').includes(name)

  /** One page of a list, with the way to the next: a path, and only where there is more. */
  const page = (
    c: StandInContext,
    all: readonly unknown[],
    { nextRepeats, nextOrigin }: CourseSwitches,
    present: (entry: never) => Record<string, unknown>,
  ) => {
    const limit = Math.min(MOST, Math.max(1, Number(c.req.query('limit')) || USUAL))
    const offset = Math.max(0, Number(c.req.query('offset')) || 0)
    const results = all
      .slice(offset, offset + limit)
      .map((entry) => pick(present(entry as never), c.req.query('fields')))
    if (all.length <= offset + limit) return c.json({ results })
    const query = new URLSearchParams(nextRepeats ? c.req.query() : { limit: String(limit) })
    query.set('offset', String(offset + limit))
    return c.json({ results, paging: { nextPage: `${nextOrigin ?? ''}${c.req.path}?${query}` } })
  }

  const gate = (c: StandInContext, how: CourseSwitches['publicApi']) =>
    how === 'answers' ? null : how === 'refuses' ? forbidden(c) : notFound(c)

  api.get('/public/v1/users/me', (c) => c.json(pick(presentSelf(reader(c)), c.req.query('fields'))))

  api.get('/public/v1/courseRoles', (c) => {
    if ([...world.courses.values()].some(({ switches }) => !switches.roleNames)) return forbidden(c)
    return c.json({ results: courseRoles.map((role) => pick(role, c.req.query('fields'))) })
  })

  for (const version of ['v1', 'v2', 'v3']) {
    api.get(`/public/${version}/courses/:course`, (c) => {
      const course = courseOf(c)
      if (!course) return notFound(c)
      return c.json(pick(presentCourse(course, new URL(c.req.url).origin), c.req.query('fields')))
    })
  }

  api.get('/public/v1/courses/:course/users', (c) => {
    const course = courseOf(c)
    if (!course) return notFound(c)
    return (
      gate(c, course.switches.publicApi) ??
      page(c, listPeople(course, reader(c)), course.switches, (person) =>
        presentMembership(course, reader(c), person, expands(c, 'user')),
      )
    )
  })

  for (const list of ['children', 'crossListSet']) {
    api.get(`/public/v1/courses/:course/${list}`, (c) => {
      const course = courseOf(c)
      if (!course) return notFound(c)
      if (!course.switches.children) return forbidden(c)
      return page(c, course.children, course.switches, (child) =>
        presentChild(course, child, expands(c, 'childCourse')),
      )
    })
  }

  api.get('/v1/courses/:course/memberships', (c) => {
    const course = courseOf(c)
    if (!course) return notFound(c)
    const refused = isFromPage(c.req.raw) ? null : gate(c, course.switches.innerApi)
    const onlyAvailable = c.req.query('membershipAvailable') === 'true'
    const listed = listPeople(course, reader(c)).filter(({ available }) => !onlyAvailable || available === 'Yes')
    return refused ?? page(c, listed, course.switches, presentInner)
  })

  api.all('*', notFound)
  return api
}
