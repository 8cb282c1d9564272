import type { CallOutput } from '../../lib/contract/calls.ts'
import { eventsOf } from '../store/memberLife.ts'
import type { Database } from '../store/open.ts'
import { shownAddress } from '../store/people.ts'

type Event = CallOutput<'members.history'>['events'][number]

/** What happened to somebody's membership. That they joined is told from what came of it: its first role and its time. */
export const historyOf = async (db: Database, groupId: string, personId: string): Promise<Event[]> => {
  const { events, now } = await eventsOf(db, groupId, personId)
  const told: Event[] = []
  const begun = new Set<number>()
  const begin = (joinedAt: Date, role: Event['role']) => {
    if (begun.has(joinedAt.getTime())) return
    begun.add(joinedAt.getTime())
    told.push({ at: joinedAt.toISOString(), what: 'joined', role, by: null })
  }
  for (const { at, what, was, role, joinedAt, actorId, actorEmail, actorName } of events) {
    begin(joinedAt, was)
    const email = shownAddress(actorEmail)
    const by = actorId && email !== null ? { id: actorId, email, name: actorName ?? '' } : null
    told.push({ at: at.toISOString(), what, role: role ?? was, by })
  }
  if (now) begin(now.joinedAt, now.role)
  return told
}
