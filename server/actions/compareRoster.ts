import type { CallInput, CallOutput } from '../../lib/contract/calls.ts'
import { Email, type GroupRole } from '../../lib/contract/schemas.ts'
import { areManyGone } from '../../lib/people/shrink.ts'
import type { AuthorisedGroup } from '../policy.ts'
import { type FromRoster, fromRoster } from '../store/fromRoster.ts'
import type { KnownPerson } from '../store/invitations.ts'
import { knownListed } from '../store/listedAddresses.ts'
import type { Database } from '../store/open.ts'

export type Roster = Pick<CallInput<'rosters.compare'>, 'people' | 'complete' | 'total'>
type Compared = CallOutput<'rosters.compare'>

/** A roster against a Group. Who is gone came from the roster; nobody else ever is. */
export const compareRoster = async (db: Database, group: AuthorisedGroup, roster: Roster): Promise<Compared> => {
  const wanted = readRoster(roster)
  const known = new Map((await knownListed(db, group, [...wanted.keys()])).map((row) => [row.email, row]))
  const came = await fromRoster(db, group.id)
  const gone = came.filter(({ email, aliases }) => ![email, ...aliases].some((address) => wanted.has(address)))
  return {
    people: [...wanted].map(([email, role]) => stateOf(email, role, known.get(email))),
    gone,
    removal: removalOf(roster, came, gone),
  }
}

/** The addresses on a roster, each once, with their roles. */
const readRoster = ({ people }: Roster): ReadonlyMap<string, GroupRole> => {
  const wanted = new Map<string, GroupRole>()
  for (const { email: text, role } of people) {
    const email = Email.safeParse(text)
    if (email.success && email.data.isWellFormed() && !wanted.has(email.data)) wanted.set(email.data, role)
  }
  return wanted
}

const stateOf = (email: string, role: GroupRole, row: KnownPerson | undefined): Compared['people'][number] => {
  if (row?.memberRole) return { email, state: row.memberRole === role ? 'joined' : 'roleDiffers', role: row.memberRole }
  if (row?.pendingRole) return { email, state: 'pending', role: row.pendingRole }
  return { email, state: row?.removedAt ? 'removed' : 'new' }
}

/**
 * A roster is whole when it was read to its end, has as many people as the LMS says, and each of them an address: somebody
 * whose address could not be read would seem to be gone.
 */
const removalOf = (
  { people, complete, total }: Roster,
  came: readonly FromRoster[],
  gone: readonly FromRoster[],
): Compared['removal'] => {
  const readable = people.every(({ email }) => Email.safeParse(email).success)
  if (!complete || !readable || people.length === 0 || (total !== undefined && total !== people.length))
    return 'incomplete'
  return areManyGone(gone.length, came.length) ? 'shrinks' : 'possible'
}
