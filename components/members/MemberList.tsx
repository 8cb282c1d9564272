import { MailPlus, Users } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import type { Group } from '../../lib/contract/schemas.ts'
import { Blank } from '../kit/Blank.tsx'
import { Button } from '../kit/Button.tsx'
import { Search } from '../kit/Search.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { Tabs } from '../kit/Tabs.tsx'
import { Problem } from '../Problem.tsx'
import { useMembers } from '../queries.ts'
import { useServices } from '../services.ts'
import { MemberRows } from './MemberRows.tsx'

type State = 'accepted' | 'pending'

/** A Group's people: Accepted and Pending, found by typing, a page at a time. */
export const MemberList = ({ group }: { group: Group }) => {
  const { say } = useServices()
  const [state, setState] = useState<State>('accepted')
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const members = useMembers(group.id, state, search)
  const total = members.data?.pages[0]?.total
  const rows = members.data?.pages.flatMap((page) => page.rows) ?? []
  const count = (of: State, known: number | null) => {
    const shown = of === state && !search ? (total ?? known) : known
    return shown === null ? undefined : say.number(shown)
  }
  return (
    <Tabs
      label={say('members')}
      inner
      className="px-4 pt-3"
      active={state}
      onChange={setState}
      tabs={[
        { id: 'accepted', label: say('stateAccepted'), count: count('accepted', group.members) },
        { id: 'pending', label: say('statePending'), count: count('pending', group.pending) },
      ]}
    >
      <Search label={say('findPerson')} value={typed} onChange={setTyped} className="mx-4 my-3 flex-none" />
      <div
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it
        tabIndex={0}
        className="flex min-h-0 flex-1 flex-col overflow-y-auto border-t border-line -outline-offset-2 short:min-h-64"
      >
        {members.error && <Problem problem={members.error} onRetry={() => void members.refetch()} className="m-4" />}
        {members.isPending && <Skeleton />}
        {members.data && rows.length === 0 && (search ? <NobodyFound /> : <Nobody state={state} />)}
        <MemberRows label={say(state === 'accepted' ? 'stateAccepted' : 'statePending')} rows={rows} />
        {members.hasNextPage && (
          <Button
            className="m-4 self-center"
            busy={members.isFetchingNextPage}
            onClick={() => void members.fetchNextPage()}
          >
            {say('showMore', rows.length, total ?? rows.length)}
          </Button>
        )}
      </div>
    </Tabs>
  )
}

const NobodyFound = () => (
  <p role="status" className="px-4 py-6 text-center text-quiet">
    {useServices().say('nobodyFound')}
  </p>
)

const Nobody = ({ state }: { state: State }) => {
  const { say } = useServices()
  return state === 'accepted' ? (
    <Blank icon={Users} title={say('nobodyAccepted')}>
      {say('nobodyAcceptedNow')}
    </Blank>
  ) : (
    <Blank icon={MailPlus} title={say('nobodyPending')}>
      {say('nobodyPendingNow')}
    </Blank>
  )
}
