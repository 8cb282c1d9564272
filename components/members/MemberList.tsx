import { lazy, Suspense, useDeferredValue, useState } from 'react'
import type { Group, MemberRow } from '../../lib/contract/schemas.ts'
import { Blank } from '../kit/Blank.tsx'
import { Search } from '../kit/Search.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { Tabs } from '../kit/Tabs.tsx'
import { Problem } from '../Problem.tsx'
import { useServices } from '../services.ts'
import { DoneBar } from './DoneBar.tsx'
import { FurtherSelect } from './FurtherSelect.tsx'
import { Glance } from './Glance.tsx'
import { everybody, isNarrowed } from './listOptions.ts'
import { MemberRows } from './MemberRows.tsx'
import { OptionsMenu } from './OptionsMenu.tsx'
import { type ListState, states } from './states.ts'
import { useMembers } from './useMembers.ts'
import { usePeopleActs } from './usePeopleActs.ts'

const PersonDialog = lazy(async () => ({ default: (await import('./PersonDialog.tsx')).PersonDialog }))

type Main = 'accepted' | 'pending'

/** A Group's people: Accepted and Pending and how else an invitation can stand, found by typing, a page at a time. */
export const MemberList = ({ group }: { group: Group }) => {
  const { say } = useServices()
  const [main, setMain] = useState<Main>('accepted')
  const [further, setFurther] = useState<ListState>()
  const state = further ?? main
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const [options, setOptions] = useState(everybody)
  const members = useMembers(group.id, state, search, options)
  const bounced = useMembers(group.id, 'bounced', '')
  const acts = usePeopleActs(group.id)
  const [open, setOpen] = useState<MemberRow>()
  const { rows, total } = members
  const count = (of: ListState, known: number | null) => {
    const shown =
      of === state && !search && !isNarrowed(options) && !members.isPending && !members.error ? total : known
    return shown === null ? undefined : say.number(shown)
  }
  return (
    <>
      <Glance
        group={group}
        bounced={bounced.isPending ? undefined : bounced.total}
        onBounced={() => setFurther('bounced')}
      />
      <Tabs
        label={say('members')}
        inner
        className="px-4 pt-3"
        active={state}
        onChange={(next) => {
          if (next !== 'accepted' && next !== 'pending') return
          setMain(next)
          setFurther(undefined)
        }}
        tabs={[
          { id: 'accepted', label: say('stateAccepted'), count: count('accepted', group.members) },
          { id: 'pending', label: say('statePending'), count: count('pending', group.pending) },
          // What else is looked at stands beside the two while it is.
          ...(further ? [{ id: further, label: say(states[further].name), count: count(further, null) }] : []),
        ]}
      >
        <div className="mx-4 my-3 grid flex-none grid-cols-[1fr_1fr_36px] gap-2 wide:grid-cols-[1fr_164px_36px]">
          <Search label={say('findPerson')} value={typed} onChange={setTyped} />
          <FurtherSelect main={main} value={further} onChange={setFurther} />
          <OptionsMenu value={options} onChange={setOptions} />
        </div>
        <DoneBar acts={acts} />
        {members.error && <Problem problem={members.error} onRetry={members.again} className="m-4" />}
        {members.isPending ? (
          <Skeleton />
        ) : rows.length === 0 ? (
          members.error ? null : search || isNarrowed(options) ? (
            <NobodyFound />
          ) : (
            <Nobody state={state} />
          )
        ) : (
          <MemberRows
            key={state}
            state={state}
            rows={rows}
            total={total}
            acts={group.role === 'owner' ? acts : undefined}
            onOpen={setOpen}
            onEnd={members.more}
            onSight={members.see}
          />
        )}
      </Tabs>
      {open && (
        <Suspense>
          <PersonDialog
            group={group}
            row={open}
            acts={group.role === 'owner' ? acts : undefined}
            onClose={() => setOpen(undefined)}
          />
        </Suspense>
      )}
    </>
  )
}

const NobodyFound = () => (
  <p role="status" className="px-4 py-6 text-center text-quiet">
    {useServices().say('nobodyFound')}
  </p>
)

const Nobody = ({ state }: { state: ListState }) => {
  const { say } = useServices()
  const { icon, nobody, nobodyNow } = states[state]
  return (
    <Blank icon={icon} title={say(nobody)}>
      {say(nobodyNow)}
    </Blank>
  )
}
