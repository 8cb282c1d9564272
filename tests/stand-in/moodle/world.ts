import { randomBytes } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Meeting } from '../shared/interruption.ts'
import type { LogEntry } from '../shared/log.ts'
import type { Account } from './accounts.ts'
import type { Course } from './course.ts'
import type { Choices } from './listing.ts'
import type { SiteSwitches } from './options.ts'

/** Somebody signed in, and what they chose on tables, by the table's name. */
export interface Session {
  readonly account: Account
  /** Goes with every call, besides the cookie. */
  key: string
  readonly choices: Map<string, Choices>
}

/** Everything the stand-in knows, shared by its routes. */
export interface World {
  readonly root: string
  readonly courses: Map<number, Course>
  readonly site: SiteSwitches
  readonly sessions: Map<string, Session>
  readonly log: LogEntry[]
  /** The arguments of every call of the service that was not the page's own. */
  readonly calls: unknown[]
  meeting: Meeting | null
}

export interface StandInEnv {
  Bindings: HttpBindings
  Variables: { session: Session | null }
}

export type StandInContext = Context<StandInEnv>

/** Ten letters and digits. */
export const newKey = (): string => randomBytes(5).toString('hex')
