import { useQuery } from '@tanstack/react-query'
import { roleName } from '../roleWords.ts'
import { useServices } from '../services.ts'

const words = {
  joined: 'historyJoined',
  role: 'historyRole',
  removed: 'historyRemoved',
  left: 'historyLeft',
  restored: 'historyRestored',
} as const

/** What happened to somebody's membership, oldest first. */
export const History = ({ groupId, personId }: { groupId: string; personId: string }) => {
  const { call, say } = useServices()
  const history = useQuery({
    queryKey: ['members', groupId, 'history', personId],
    queryFn: async () => (await call('members.history', { groupId, personId })).events,
  })
  // A card without its history still says the rest.
  if (!history.data || history.data.length === 0) return null
  return (
    <section className="mb-4">
      <h3 className="mb-1 text-13 font-medium">{say('history')}</h3>
      <ol className="flex max-h-40 flex-col gap-1 overflow-y-auto text-13 text-quiet">
        {history.data.map(({ at, what, role, by }) => (
          <li key={`${at} ${what}`}>
            {say.when(at)} · {say(words[what], say(roleName[role]))}
            {by && ` · ${say('historyBy', by.name || by.email)}`}
          </li>
        ))}
      </ol>
    </section>
  )
}
