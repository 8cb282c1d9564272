import type { CallInput, CallOutput } from '../../lib/contract/calls.ts'
import { Email, type GroupRole } from '../../lib/contract/schemas.ts'
import { areManyGone } from '../../lib/people/shrink.ts'
import type { Actor, AuthorisedGroup } from '../policy.ts'
import { type FromRoster, fromRoster } from '../store/fromRoster.ts'
import type { KnownPerson } from '../store/invitations.ts'
import { knownListed } from '../store/listedAddresses.ts'
import type { Database } from '../store/open.ts'
import { othersOfCourse } from './othersOfCourse.ts'

export type Roster = Pick<CallInput<'rosters.compare'>, 'people' | 'complete' | 'total'>
type Compared = CallOutput<'rosters.compare'>

/**
 * A roster against a Group, and against those that its sections have in it: who is in one of these is in the course. Who is gone
 * came from the roster; nobody else ever is. Of a section's Group the roster is the whole course's too.
 */
export const compareRoster = async (
  db: Database,
  actor: Actor,
  group: AuthorisedGroup,
  roster: Roster,
): Promise<Compared> => {
  const wanted = readRoster(roster)
  const others = await othersOfCourse(db, actor, group)
  const sections = others.filter(({ parentId }) => parentId === group.id)
  const known = await knownInCourse(db, [group, ...sections], [...wanted.keys()])
  const came: (FromRoster & { readonly groupId: string })[] = []
  for (const { id } of [group, ...others])
    for (const one of await fromRoster(db, id)) came.push({ ...one, groupId: id })
  const gone = came.filter(({ email, aliases }) => ![email, ...aliases].some((address) => wanted.has(address)))
  const listed = new Set([group.id, ...sections.map(({ id }) => id)])
  return {
    people: [...wanted].map(([email, role]) => stateOf(email, role, known.get(email))),
    gone: gone.filter(({ groupId }) => listed.has(groupId)),
    removal: removalOf(roster, came, gone),
  }
}

/** What the first of these Groups knows of each address; of those that it does not have, what the others do. */
const knownInCourse = async (
  db: Database,
  groups: readonly { readonly id: string; readonly workspaceId: string }[],
  emails: readonly string[],
): Promise<ReadonlyMap<string, KnownPerson>> => {
  const known = new Map<string, KnownPerson>()
  let open = emails
  for (const group of groups) {
    for (const row of await knownListed(db, group, open))
      if (isIn(row) || !known.has(row.email)) known.set(row.email, row)
    open = open.filter((email) => !isIn(known.get(email)))
    if (open.length === 0) break
  }
  return known
}

const isIn = (row: KnownPerson | undefined): boolean => Boolean(row?.memberRole ?? row?.pendingRole)

/** Each person once, in however many Groups. */
const countPeople = (rows: readonly FromRoster[]): number => new Set(rows.map(({ email }) => email)).size

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
  return areManyGone(countPeople(gone), countPeople(came)) ? 'shrinks' : 'possible'
}
