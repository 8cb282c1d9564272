import { addressPattern } from '../../contract/address.ts'
import { MAX_EMAIL_LENGTH } from '../../contract/limits.ts'
import type { RosterPerson } from '../../people/person.ts'
import { isPlainAddress } from './plainAddress.ts'

const nothing = {}

/** What a person's address fields become: a stated address first, a login id that is one after, what is neither told. */
export const addressFrom = (
  stated: string,
  login: string,
): Pick<RosterPerson, 'email' | 'emailSource' | 'invalidEmail'> => {
  const email = readAddress(stated)
  if (email) return { email, emailSource: 'lms' }
  const loginEmail = readAddress(login)
  const asked = stated.trim()
  if (!asked) return loginEmail ? { email: loginEmail, emailSource: 'login' } : nothing
  return {
    ...(loginEmail ? { email: loginEmail, emailSource: 'login' } : {}),
    invalidEmail: asked.slice(0, MAX_EMAIL_LENGTH),
  }
}

/** The address in lower case, or '' when the text is none. */
const readAddress = (text: string): string => {
  if (text === '' || isPlainAddress(text)) return text
  const address = text.trim().toLowerCase()
  return address.length <= MAX_EMAIL_LENGTH && addressPattern.test(address) ? address : ''
}
