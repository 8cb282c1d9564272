import { addressPattern } from '../contract/address.ts'
import { MAX_EMAIL_LENGTH } from '../contract/limits.ts'
import type { FoundPerson } from './extract/collector.ts'
import { extractPeople } from './extract/people.ts'
import { unreadableAddresses } from './extract/unreadable.ts'
import type { RosterPerson } from './person.ts'

const student = { role: 'student', sections: [], state: 'active' } as const

/** Somebody who was found as one of a roster: a student, active. */
export const toPerson = ({ name = '', email }: FoundPerson): RosterPerson => {
  const address = email.toLowerCase()
  // Legal, but nothing the service can invite: a quoted local part.
  return address.length <= MAX_EMAIL_LENGTH && addressPattern.test(address)
    ? { ...student, key: address, name, email: address, emailSource: 'pasted' }
    : { ...student, key: address, name, invalidEmail: email }
}

/**
 * People in pasted text as a roster, all students and active. What was meant as an address and is none comes last, as people
 * with `invalidEmail` alone, so that it can be shown.
 */
export const peopleFromText = (text: string): RosterPerson[] => [
  ...extractPeople(text).map(toPerson),
  ...unreadableAddresses(text).map(
    (token): RosterPerson => ({ ...student, key: token, name: '', invalidEmail: token }),
  ),
]
