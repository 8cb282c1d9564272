import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Meeting } from '../shared/interruption.ts'
import type { LogEntry } from '../shared/log.ts'
import type { Account } from './accounts.ts'
import type { Bucket } from './bucket.ts'
import type { Course } from './course.ts'
import type { SiteSwitches } from './options.ts'

export interface Session {
  readonly account: Account
  readonly bucket: Bucket
}

/** Everything the stand-in knows, shared by its routes. */
export interface World {
  readonly courses: Map<string, Course>
  readonly site: SiteSwitches
  readonly sessions: Map<string, Session>
  readonly log: LogEntry[]
  meeting: Meeting | null
}

export interface StandInEnv {
  Bindings: HttpBindings
  Variables: { session: Session | null }
}

export type StandInContext = Context<StandInEnv>
