import type { Database } from '../store/open.ts'
import { waitingMark } from '../store/waitingInvitations.ts'

/**
 * Tells each time whether other invitations wait for an address than the time before. They are asked for, not heard of: whoever
 * is invited sees nothing of the Group yet, and a held mail leaves without a line in the audit.
 */
export const waitingNews = async (db: Database, email: string): Promise<() => Promise<boolean>> => {
  const markNow = async () => (await waitingMark(db)([email])).get(email)
  let before = await markNow()
  return async () => {
    const now = await markNow()
    const isNew = now !== before
    before = now
    return isNew
  }
}
