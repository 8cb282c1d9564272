import { type Fields, fields, word } from '../reading/values.ts'
import type { Enrolment } from './fold.ts'

/** A membership of the public API, with its role and section still as ids. */
export interface Membership extends Omit<Enrolment, 'role' | 'section'> {
  readonly roleId: string
  /** The merged course that the person is really in; '' for the course itself. */
  readonly childId: string
}

/** `No`: kept out by the teacher, or dropped and kept. A word that we do not know is taken for `No`. */
const stateOf = (available: string): Enrolment['state'] => {
  if (available === 'Yes' || available === '') return 'active'
  return available === 'Disabled' ? 'disabled' : 'inactive'
}

export const membershipFrom = (entry: unknown): Membership | null => {
  const membership = fields(entry)
  const user = fields(membership.user)
  const key = word(membership.userId) || word(user.id)
  if (!key) return null
  const name = fields(user.name)
  const contact = fields(user.contact)
  const addresses = [word(contact.email), word(contact.institutionEmail)]
  return {
    key,
    name: {
      given: word(name.given),
      family: word(name.family),
      other: word(name.other),
      preferred: word(name.preferredDisplayName),
    },
    login: word(user.userName).trim(),
    address: addresses.find((address) => address.includes('@')) ?? addresses.find(Boolean) ?? '',
    roleId: word(membership.courseRoleId),
    childId: word(membership.childCourseId),
    state: stateOf(word(fields(membership.availability).available)),
  }
}

const userOf = (entry: unknown): Fields => fields(fields(entry).user)

/** Nobody's name is told: the answer came without its users. */
export const isNameless = (entries: readonly unknown[]): boolean =>
  entries.length > 0 && !entries.some((entry) => 'name' in userOf(entry))

/** Nor anybody's addresses, which also is how an answer looks that does not know the narrow way to ask for them. */
export const isHollow = (entries: readonly unknown[]): boolean =>
  isNameless(entries) || (entries.length > 0 && !entries.some((entry) => 'contact' in userOf(entry)))

/**
 * Members of a course are told only of people who are available and let themselves be listed, unless they may see everybody. Then
 * they also see what the system keeps beside a membership, and memberships that are not available.
 */
export const showsEverybody = (entry: unknown): boolean => {
  const { dataSourceId, availability } = fields(entry)
  return word(dataSourceId) !== '' || /^(?:No|Disabled)$/.test(word(fields(availability).available))
}
