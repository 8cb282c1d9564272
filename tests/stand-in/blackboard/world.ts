import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Meeting } from '../shared/interruption.ts'
import type { LogEntry } from '../shared/log.ts'
import type { Account } from './accounts.ts'
import type { Course } from './course.ts'
import type { SiteSwitches } from './options.ts'

/** Everything the stand-in knows, shared by its routes. */
export interface World {
  readonly courses: Map<string, Course>
  readonly site: SiteSwitches
  /** Signed-in accounts by session. */
  readonly sessions: Map<string, Account>
  readonly log: LogEntry[]
  meeting: Meeting | null
}

export interface StandInEnv {
  Bindings: HttpBindings
  Variables: { reader: Account | null }
}

export type StandInContext = Context<StandInEnv>
