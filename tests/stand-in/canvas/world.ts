import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Account } from './accounts.ts'
import type { Bucket } from './bucket.ts'
import type { Course } from './course.ts'
import type { Meeting } from './interruption.ts'
import type { SiteSwitches } from './options.ts'

/** One request as the stand-in saw it. */
export interface LogEntry {
  readonly method: string
  /** Path and query as sent. */
  readonly path: string
  /** `page`: the stand-in's own scripts; `other`: whoever else asked. */
  readonly by: 'page' | 'other'
  /** Requests of the same kind on their way when this one arrived, itself included. */
  readonly inFlight: number
  /** Milliseconds since the stand-in was made. */
  readonly at: number
  /** 0 until it is answered, or when the connection was dropped. */
  status: number
}

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
