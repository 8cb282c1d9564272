import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Blank } from '../../../../components/kit/Blank.tsx'
import { Button } from '../../../../components/kit/Button.tsx'
import { Select } from '../../../../components/kit/Select.tsx'
import { Skeleton } from '../../../../components/kit/Skeleton.tsx'
import { TickAll } from '../../../../components/kit/TickAll.tsx'
import { actWords, outcomeSentences } from '../../../../components/members/actWords.ts'
import { states } from '../../../../components/members/states.ts'
import { Problem } from '../../../../components/Problem.tsx'
import { useServices } from '../../../../components/services.ts'
import { WorkspaceInvitation } from '../../../../lib/contract/schemas.ts'
import { InvitationDialog } from './InvitationDialog.tsx'
import { InvitationLine } from './InvitationLine.tsx'
import { type InvitationAct, useInvitationActs } from './useInvitationActs.ts'

type State = WorkspaceInvitation['state']
/** What is done with several at once. */
const deeds = { pending: 'remind', expired: 'renew' } as const

/** Who is invited into the Workspace, or did not answer in time, how far each mail has come, and what can be done. */
export const InvitationList = ({ workspaceId }: { workspaceId: string }) => {
  const { call, say } = useServices()
  const [state, setState] = useState<State>('pending')
  const waiting = useQuery({
    queryKey: ['workspaceInvitations', workspaceId, state],
    queryFn: async () => (await call('workspacePeople.invited', { workspaceId, state })).rows,
  })
  const rows = waiting.data ?? []
  const [ticks, setTicks] = useState<ReadonlySet<string>>(new Set())
  const ticked = rows.flatMap(({ id }) => (ticks.has(id) ? [id] : []))
  const tick = (id: string, on: boolean) =>
    setTicks(new Set(on ? [...ticks, id] : [...ticks].filter((one) => one !== id)))
  const [open, setOpen] = useState<WorkspaceInvitation>()
  const acts = useInvitationActs(workspaceId)
  const act = (ids: readonly string[], what: InvitationAct) => {
    setOpen(undefined)
    setTicks(new Set())
    acts.mutate({ ids, act: what })
  }
  const told = useRef<HTMLParagraphElement>(null)
  const done = acts.data && outcomeSentences(say, acts.data.outcomes, acts.data.kind).join(' ')
  // The line or the button that had the focus is gone.
  useEffect(() => {
    if (acts.data) told.current?.focus()
  }, [acts.data])
  const { word, icon: Icon } = actWords[deeds[state]]
  const { nobody, nobodyNow, icon } = states[state]
  return (
    <div className="px-4">
      <Select
        aria-label={say('filterShow')}
        className="mb-3 w-50"
        value={state}
        onChange={({ target }) => {
          setState(WorkspaceInvitation.shape.state.options.find((one) => one === target.value) ?? 'pending')
          acts.reset()
        }}
      >
        {WorkspaceInvitation.shape.state.options.map((one) => (
          <option key={one} value={one}>
            {say(states[one].name)}
          </option>
        ))}
      </Select>
      {acts.error && <Problem problem={acts.error} className="mb-3" />}
      <p ref={told} role="status" tabIndex={-1} className={done ? 'mb-3 rounded-control text-13' : undefined}>
        {done}
      </p>
      {waiting.error && <Problem problem={waiting.error} onRetry={() => void waiting.refetch()} />}
      {waiting.isPending && <Skeleton rows={3} />}
      {waiting.data?.length === 0 && (
        <Blank icon={icon} title={say(nobody)}>
          {say(state === 'pending' ? 'workspaceNobodyInvited' : nobodyNow)}
        </Blank>
      )}
      {rows.length > 0 && (
        <>
          <div className="flex h-9 items-center gap-3 px-4 text-13">
            <TickAll
              listed={rows.length}
              ticked={ticked.length}
              tabIndex={0}
              onTickAll={(on) => setTicks(new Set(on ? rows.map(({ id }) => id) : []))}
            />
            <span className="font-medium">
              {ticked.length > 0
                ? say.count('ticked', ticked.length)
                : say('peopleIn', say(states[state].name), rows.length)}
            </span>
            {ticked.length > 0 && (
              <Button
                small
                look="plain"
                className="ms-auto"
                busy={acts.isPending}
                icon={<Icon aria-hidden className="size-4" />}
                onClick={() => act(ticked, { kind: deeds[state] })}
              >
                {say(word)}
              </Button>
            )}
          </div>
          <ul
            aria-label={say(states[state].name)}
            className="divide-y divide-line overflow-hidden rounded-card border border-line bg-raised"
          >
            {rows.map((invitation) => (
              <InvitationLine
                key={invitation.id}
                invitation={invitation}
                ticked={ticks.has(invitation.id)}
                onTick={(on) => tick(invitation.id, on)}
                onOpen={() => setOpen(invitation)}
              />
            ))}
          </ul>
        </>
      )}
      {open && (
        <InvitationDialog invitation={open} onDo={(what) => act([open.id], what)} onClose={() => setOpen(undefined)} />
      )}
    </div>
  )
}
