import { cleanName } from '../../people/cleanName.ts'
import type { EnrolmentState, RosterPerson } from '../../people/person.ts'
import { addressFrom } from '../reading/address.ts'
import { createBreath } from '../reading/breathe.ts'
import { givenNamesFirst } from '../reading/names.ts'
import { roleFrom } from '../reading/roles.ts'
import { fields, word } from '../reading/values.ts'

/** What a list or a page tells of somebody. Special needs, notes, numbers and visits are in the answers too: they stay there. */
export interface Told {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly login: string
  readonly role: string
  readonly groups: readonly string[]
  readonly state: EnrolmentState
}

/** The registrar's word, which is there in some schools only: who waits is not in yet, who dropped is out. */
export const stateFrom = (status: string): EnrolmentState => {
  if (/wait/i.test(status)) return 'invited'
  return /drop|withdr/i.test(status) ? 'inactive' : 'active'
}

/** A member as the roster's call tells them (`RosterMember`). */
export const rosterMember = (entry: unknown): Told => {
  const member = fields(entry)
  const id = word(member.userId)
  const eid = word(member.eid)
  return {
    id,
    name: cleanName(word(member.displayName) || word(member.sortName)),
    email: word(member.email).trim(),
    // Where there is no login id, Sakai puts the user id in its place.
    login: (eid === id ? word(member.displayId) : eid).trim(),
    role: word(member.role),
    groups: Object.values(fields(member.groups)).map(word),
    state: stateFrom(word(member.enrollmentStatusText)),
  }
}

/** A member as the memberships of a site tell them (`EntityMember`), with the inactive ones among them. */
export const siteMember = (entry: unknown): Told => {
  const member = fields(entry)
  const [email, login] = [word(member.userEmail).trim(), word(member.userEid).trim()]
  return {
    id: word(member.userId),
    name: cleanName(word(member.userDisplayName) || word(member.userSortName)),
    // Where there is no address, Sakai puts the login id in its place.
    email: email === login ? '' : email,
    login,
    role: word(member.memberRole),
    groups: [],
    state: member.active === false ? 'inactive' : 'active',
  }
}

interface Folded {
  readonly people: RosterPerson[]
  /** Somebody's address is told. */
  readonly addressesTold: boolean
  readonly leftOut: { readonly observers: number; readonly testStudents: number; readonly placeholders?: number }
}

/** The people of a list, each once. `me`: the reader's user id, '' when unknown. */
export const foldPeople = async (all: readonly Told[], me: string): Promise<Folded> => {
  const breathe = createBreath()
  const people = new Map<string, RosterPerson>()
  const names = await givenNamesFirst(
    all.map(({ name }) => name),
    breathe,
  )
  let [observers, placeholders] = [0, 0]
  for (const [at, told] of all.entries()) {
    const key = told.id || told.login || `row ${at + 1}`
    if (!told.id && !told.login && !told.name) placeholders++
    else if (people.has(key)) continue
    else if (roleFrom(told.role).role === 'observer') observers++
    else people.set(key, personOf(key, told, names[at] ?? '', me))
    await breathe()
  }
  return {
    people: [...people.values()],
    addressesTold: all.some(({ email }) => email !== ''),
    leftOut: { observers, testStudents: 0, ...(placeholders > 0 ? { placeholders } : {}) },
  }
}

const personOf = (key: string, told: Told, name: string, me: string): RosterPerson => ({
  key,
  name,
  ...addressFrom(told.email, told.login),
  ...(told.login ? { login: told.login } : {}),
  ...roleFrom(told.role),
  sections: [...new Set(told.groups.map(cleanName))].filter(Boolean),
  state: told.state,
  ...(me && told.id === me ? { you: true } : {}),
})
