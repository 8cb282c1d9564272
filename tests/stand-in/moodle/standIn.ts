import { meetingOf } from '../shared/interruption.ts'
import { listen } from '../shared/listen.ts'
import type { LogEntry } from '../shared/log.ts'
import { type Course, createCourse } from './course.ts'
import { type CourseSwitches, defaultCourses, type SiteSwitches, type StandInOptions, siteDefaults } from './options.ts'
import { createSite } from './site.ts'
import { newKey, type World } from './world.ts'

export { plainMix, type StandInOptions } from './options.ts'

/** What can be changed at any time: site-wide switches, and per course by its id. */
type Change = Partial<SiteSwitches> & { readonly courses?: Readonly<Record<number, Partial<CourseSwitches>>> }

export interface StandIn {
  /** `http://127.0.0.1:PORT`, and the path that the site is below; no trailing slash. */
  readonly url: string
  /** Every request so far, in order of arrival; may be emptied by setting its length. */
  readonly log: LogEntry[]
  /** The arguments of every call of the table's service that was not the page's own. */
  readonly calls: unknown[]
  set(change: Change): void
  /** Ends every session: everybody is signed out. */
  endSessions(): void
  /** Every page that is open has a key now that is not taken any more, as after a sign-in in another tab. */
  changeKeys(): void
  /** The course as it is made, to take expectations from. */
  course(id: number): Course
  /** Signs in as one of the accounts and answers the `Cookie` header to send. */
  signIn(username?: string): Promise<string>
  stop(): Promise<void>
}

const courseIn = (world: World, id: number): Course => {
  const course = world.courses.get(id)
  if (!course) throw new Error(`The stand-in has no course ${id}.`)
  return course
}

const change = (world: World, { courses = {}, ...switches }: Change): void => {
  Object.assign(world.site, switches)
  if (switches.interruption !== undefined) world.meeting = switches.interruption && meetingOf(switches.interruption)
  for (const [id, courseSwitches] of Object.entries(courses))
    Object.assign(courseIn(world, Number(id)).switches, courseSwitches)
}

/** Starts it on a loopback port; 0, the default, takes a free one. Rejects when the port is taken. */
export const startMoodle = async (options: StandInOptions & { readonly port?: number } = {}): Promise<StandIn> => {
  const { port = 0, courses = defaultCourses, root = '', ...switches } = options
  const world: World = {
    root,
    courses: new Map(courses.map((course) => [course.id, createCourse(course)])),
    site: { ...siteDefaults },
    sessions: new Map(),
    log: [],
    calls: [],
    meeting: null,
  }
  change(world, switches)
  const { url: origin, stop } = await listen(createSite(world).fetch, port)
  const url = origin + root
  return {
    url,
    log: world.log,
    calls: world.calls,
    set: (wanted) => change(world, wanted),
    endSessions: () => world.sessions.clear(),
    changeKeys: () => {
      for (const session of world.sessions.values()) session.key = newKey()
    },
    course: (id) => courseIn(world, id),
    signIn: async (username = 'instructor') => {
      const answer = await fetch(`${url}/login/index.php`, {
        method: 'POST',
        body: new URLSearchParams({ username, password: 'anything' }),
        redirect: 'manual',
      })
      const cookie = answer.headers.get('set-cookie')?.split(';')[0]
      if (!cookie) throw new Error(`Nobody could be signed in as ${username}.`)
      return cookie
    },
    stop,
  }
}
