import { useQuery } from '@tanstack/react-query'
import type { CallOutput } from '../../lib/contract/calls.ts'
import type { MemberRow } from '../../lib/contract/schemas.ts'
import type { Say } from '../../lib/words.ts'
import { roleName } from '../roleWords.ts'
import { useServices } from '../services.ts'
import { deliveryWords } from './deliveryChip.ts'
import { problemWord } from './personWords.ts'

const events = {
  joined: 'historyJoined',
  role: 'historyRole',
  removed: 'historyRemoved',
  left: 'historyLeft',
  restored: 'historyRestored',
} as const
const mailKinds = { invitation: 'mailKindInvitation', added: 'mailKindAdded', reminder: 'mailKindReminder' } as const

interface Step {
  /** ISO 8601 */
  readonly at: string
  readonly words: string
}

/** What happened to somebody's membership and which mails went to them, oldest first. */
export const History = ({ groupId, row }: { groupId: string; row: MemberRow }) => {
  const { call, say } = useServices()
  const wasIn = row.state === 'accepted' || row.state === 'removed'
  const history = useQuery({
    queryKey: ['members', groupId, 'history', row.id],
    queryFn: async () => {
      const [memberships, mails] = await Promise.all([
        wasIn ? call('members.history', { groupId, personId: row.id }) : undefined,
        call('members.mails', { groupId, memberId: row.id }),
      ])
      return stepsOf(say, memberships?.events ?? [], mails)
    },
  })
  // A card without its history still says the rest.
  if (!history.data || history.data.length === 0) return null
  return (
    <section className="mb-4">
      <h3 className="mb-1 text-13 font-medium">{say('history')}</h3>
      <ol className="flex max-h-40 flex-col gap-1 overflow-y-auto text-13 text-quiet">
        {history.data.map(({ at, words }) => (
          <li key={`${at} ${words}`}>
            {say.when(at)} · {words}
          </li>
        ))}
      </ol>
    </section>
  )
}

const stepsOf = (
  say: Say,
  memberships: CallOutput<'members.history'>['events'],
  { mails, openedAt }: CallOutput<'members.mails'>,
): readonly Step[] =>
  [
    ...mails.map(({ at, kind, delivery, problem }) => ({
      at,
      words: `${say(mailKinds[kind])} · ${say(deliveryWords[delivery].word)}${problem ? ` · ${say(problemWord[problem])}` : ''}`,
    })),
    ...(openedAt === null ? [] : [{ at: openedAt, words: say('historyOpened') }]),
    ...memberships.map(({ at, what, role, by }) => ({
      at,
      words: `${say(events[what], say(roleName[role]))}${by ? ` · ${say('historyBy', by.name || by.email)}` : ''}`,
    })),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
