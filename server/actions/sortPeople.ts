import type { Outcome } from '../../lib/contract/schemas.ts'
import type { Invitee, KnownPerson } from '../store/invitations.ts'
import type { NewMember } from '../store/members.ts'
import { isOffDomain } from './isOffDomain.ts'

type Settled = Outcome & { readonly outcome: Exclude<Outcome['outcome'], 'invited' | 'added' | 'invalid'> }

export interface Sorted {
  /** Nothing to do, because they are in the Group or invited, or nothing that may be done. */
  readonly settled: readonly Settled[]
  /** Nobody the Workspace knows: invite. */
  readonly invite: readonly Invitee[]
  /** In the Workspace already: members at once. */
  readonly add: readonly (Invitee & NewMember)[]
}

/** What a send does with each person. A role that somebody has is neither lowered nor raised here. */
export const sortPeople = (
  invitees: readonly Invitee[],
  known: readonly KnownPerson[],
  rules: { readonly emailDomains: readonly string[] },
): Sorted => {
  const byEmail = new Map(known.map((row) => [row.email, row]))
  const settled: Settled[] = []
  const invite: Invitee[] = []
  const add: (Invitee & NewMember)[] = []
  for (const person of invitees) {
    const row = byEmail.get(person.email)
    if (row?.memberRole) {
      const outcome = row.memberRole === person.role ? 'member' : 'roleDiffers'
      settled.push({ email: person.email, outcome, role: row.memberRole, since: row.memberSince?.toISOString() })
    } else if (row?.pendingRole) {
      settled.push({
        email: person.email,
        outcome: 'pending',
        role: row.pendingRole,
        since: row.pendingSince?.toISOString(),
      })
    } else if (row?.removedAt && !person.again) {
      settled.push({ email: person.email, outcome: 'removed', since: row.removedAt.toISOString() })
    } else if (row?.personId && row.workspaceRole) {
      add.push({ ...person, personId: row.personId })
    } else if (isOffDomain(rules, person)) {
      settled.push({ email: person.email, outcome: 'offDomain' })
    } else {
      invite.push(person)
    }
  }
  return { settled, invite, add }
}
