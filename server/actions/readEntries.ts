import { Email, type PersonToInvite } from '../../lib/contract/schemas.ts'
import { cleanName } from '../../lib/people/cleanName.ts'
import type { Invitee } from '../store/invitations.ts'

/** One entry of a request: the text as it came, and the address in it, or null when it is none. */
export interface Entry {
  readonly text: string
  readonly email: string | null
}

/**
 * The entries in their order, and each address once: the first entry with it decides name and role. One unreadable
 * address costs nobody else their invitation.
 */
export const readEntries = (
  people: readonly PersonToInvite[],
): { entries: Entry[]; invitees: Map<string, Invitee> } => {
  const invitees = new Map<string, Invitee>()
  const entries = people.map(({ email: text, name, role, again = false }): Entry => {
    const parsed = Email.safeParse(text)
    // Half of a surrogate pair would be stored as another letter, and so as another address.
    if (!parsed.success || !parsed.data.isWellFormed()) return { text, email: null }
    const email = parsed.data
    if (!invitees.has(email)) invitees.set(email, { email, name: cleanName(name ?? ''), role, again })
    return { text, email }
  })
  return { entries, invitees }
}
