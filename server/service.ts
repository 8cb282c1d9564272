import type { Config } from './config.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import type { Secrets } from './secrets.ts'
import type { Database } from './store/open.ts'

/** What every part of the running service is given. */
export interface Service {
  readonly config: Config
  readonly db: Database
  readonly secrets: Secrets
  /** Tells the outbox worker that a transaction with mails in it was committed. */
  readonly wakeMail: () => void
  readonly log: Log
  readonly metrics: Pick<Metrics, 'text'>
}
