import type { GroupRole, Outcome } from '../../lib/contract/schemas.ts'
import type { JobChunk } from '../../lib/jobs/job.ts'

/** `notSent`: the service has not answered for this person. */
export type SentKind = Outcome['outcome'] | 'notSent'

export interface SentPerson {
  readonly email: string
  readonly name: string
  readonly role: GroupRole
  readonly kind: SentKind
  /** The role they have, where it is another one. */
  readonly has?: GroupRole
  /** The Group they were sent into, where there are several. */
  readonly group?: string
}

/** Everybody of a send, each with what became of them. */
export const sentPeople = (chunks: readonly JobChunk[]): readonly SentPerson[] =>
  chunks.flatMap(({ people, outcomes }) =>
    people.map(({ email, name = '', role }, index) => {
      const outcome = outcomes?.[index]
      return { email, name, role, kind: outcome?.outcome ?? 'notSent', ...(outcome?.role ? { has: outcome.role } : {}) }
    }),
  )

/** They got a mail, or are in. */
export const isReached = ({ kind }: SentPerson): boolean => kind === 'invited' || kind === 'added'

/** What needs a look first. */
export const sentOrder: readonly SentKind[] = [
  'notSent',
  'invalid',
  'offDomain',
  'roleDiffers',
  'removed',
  'invited',
  'added',
  'pending',
  'member',
]
