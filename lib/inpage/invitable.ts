import type { RosterPerson } from '../people/person.ts'

/** Somebody the panel ticks by itself: there, and with an address that is stated, by the LMS or on the page. */
const isCertain = ({ state, emailSource }: RosterPerson): boolean =>
  (state === 'active' || state === 'invited') && (emailSource === 'lms' || emailSource === 'page')

/** Invitations the roster stands for: one for each mailbox, none for the reader's own. */
export const countInvitable = (people: readonly RosterPerson[]): number => {
  const mailboxes = new Set(people.filter(isCertain).map(({ email }) => email))
  for (const { you, email } of people) if (you || !email) mailboxes.delete(email)
  return mailboxes.size
}
