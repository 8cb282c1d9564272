import { addressPattern } from '../../contract/address.ts'
import { MAX_EMAIL_LENGTH } from '../../contract/limits.ts'
import type { RosterPerson } from '../../people/person.ts'

/** What a person's address fields become: a stated address first, a login id that is one after, what is neither told. */
export const addressFrom = (
  stated: string,
  login: string,
): Pick<RosterPerson, 'email' | 'emailSource' | 'invalidEmail'> => {
  const [email, loginEmail] = [readAddress(stated), readAddress(login)]
  if (email) return { email, emailSource: 'lms' }
  return {
    ...(loginEmail ? { email: loginEmail, emailSource: 'login' } : {}),
    ...(stated.trim() ? { invalidEmail: stated.trim().slice(0, MAX_EMAIL_LENGTH) } : {}),
  }
}

/** The address in lower case, or '' when the text is none. */
const readAddress = (text: string): string => {
  const address = text.trim().toLowerCase()
  return address.length <= MAX_EMAIL_LENGTH && addressPattern.test(address) ? address : ''
}
