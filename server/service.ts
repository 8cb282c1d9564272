import type { Config } from './config.ts'
import type { Log } from './log.ts'
import type { Transport } from './mail/transport.ts'
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
  /** Hands one mail to the mail server, past the outbox; undefined where there is none. */
  readonly mailNow: Transport['send'] | undefined
  readonly log: Log
  readonly metrics: Pick<Metrics, 'text'>
}
