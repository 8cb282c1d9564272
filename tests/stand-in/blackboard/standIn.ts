import type { Hono } from 'hono'
import { meetingOf } from '../shared/interruption.ts'
import { listen } from '../shared/listen.ts'
import type { LogEntry } from '../shared/log.ts'
import { type Course, createCourse } from './course.ts'
import { type CourseSwitches, defaultCourses, type SiteSwitches, type StandInOptions, siteDefaults } from './options.ts'
import { createSite } from './site.ts'
import type { StandInEnv, World } from './world.ts'

export { plainMix, type StandInOptions } from './options.ts'

/** What can be changed at any time: site-wide switches, and per course by its id. */
type Change = Partial<SiteSwitches> & { readonly courses?: Readonly<Record<string, Partial<CourseSwitches>>> }

interface StandInSite {
  /** A request in, an answer out; no port needed. */
  readonly fetch: Hono<StandInEnv>['fetch']
  /** Every request so far, in order of arrival; may be emptied by setting its length. */
  readonly log: LogEntry[]
  set(change: Change): void
  /** Ends every session: everybody is signed out. */
  endSessions(): void
  /** The course as it is made, to take expectations from. */
  course(id: string): Course
}

export interface StandIn extends StandInSite {
  /** `http://127.0.0.1:PORT`, no trailing slash. */
  readonly url: string
  /** Signs in as one of the accounts and answers the `Cookie` header to send. */
  signIn(username?: string): Promise<string>
  stop(): Promise<void>
}

const courseIn = (world: World, id: string): Course => {
  const course = world.courses.get(id)
  if (!course) throw new Error(`The stand-in has no course ${id}.`)
  return course
}

const change = (world: World, { courses = {}, ...switches }: Change): void => {
  Object.assign(world.site, switches)
  if (switches.interruption !== undefined) world.meeting = switches.interruption && meetingOf(switches.interruption)
  for (const [id, courseSwitches] of Object.entries(courses))
    Object.assign(courseIn(world, id).switches, courseSwitches)
}

const createStandIn = ({ courses = defaultCourses, ...switches }: StandInOptions): StandInSite => {
  const world: World = {
    courses: new Map(courses.map((course) => [course.id, createCourse(course)])),
    site: { ...siteDefaults },
    sessions: new Map(),
    log: [],
    meeting: null,
  }
  change(world, switches)
  return {
    fetch: createSite(world).fetch,
    log: world.log,
    set: (wanted) => change(world, wanted),
    endSessions: () => world.sessions.clear(),
    course: (id) => courseIn(world, id),
  }
}

/** Starts it on a loopback port; 0, the default, takes a free one. Rejects when the port is taken. */
export const startBlackboard = async (options: StandInOptions & { readonly port?: number } = {}): Promise<StandIn> => {
  const { port = 0, ...rest } = options
  const standIn = createStandIn(rest)
  const { url, stop } = await listen(standIn.fetch, port)
  return {
    ...standIn,
    url,
    signIn: async (username = 'instructor') => {
      const answer = await fetch(`${url}/webapps/login/`, {
        method: 'POST',
        body: new URLSearchParams({ user_id: username, password: 'anything', new_loc: '/ultra/course' }),
        redirect: 'manual',
      })
      const cookie = answer.headers.get('set-cookie')?.split(';')[0]
      if (!cookie) throw new Error(`Nobody could be signed in as ${username}.`)
      return cookie
    },
    stop,
  }
}
