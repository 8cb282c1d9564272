import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { Confirm } from '../../../../components/kit/Confirm.tsx'
import { RowList } from '../../../../components/kit/RowList.tsx'
import { Search } from '../../../../components/kit/Search.tsx'
import { Select } from '../../../../components/kit/Select.tsx'
import { Skeleton } from '../../../../components/kit/Skeleton.tsx'
import { outcomeSentences } from '../../../../components/members/actWords.ts'
import { Problem } from '../../../../components/Problem.tsx'
import { ProblemScreen } from '../../../../components/ProblemScreen.tsx'
import { useMe } from '../../../../components/queries.ts'
import { useServices } from '../../../../components/services.ts'
import { WorkspaceRole } from '../../../../lib/contract/schemas.ts'
import { useAct } from '../../kit/useAct.ts'
import { roleName } from '../roleName.ts'
import { PeopleHead } from './PeopleHead.tsx'
import { usePeople } from './usePeople.ts'
import { useSetRoles } from './useSetRoles.ts'
import { type PersonHere, WorkspacePersonLine } from './WorkspacePersonLine.tsx'

/** Everybody in a Workspace, each with a role that can be changed, alone or with others, found by typing. */
export const People = ({ workspaceId }: { workspaceId: string }) => {
  const { say } = useServices()
  const me = useMe()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const [role, setRole] = useState<WorkspaceRole>()
  const { people, rows, total, fetchMore } = usePeople(workspaceId, search, role)
  const change = useAct('workspacePeople.change')
  const told = useRef<HTMLParagraphElement>(null)
  const remove = useAct('workspacePeople.remove', () => setRemoving(undefined))
  const [removing, setRemoving] = useState<PersonHere>()
  const removed = remove.isSuccess && removing === undefined
  // The line that had the focus is gone.
  useEffect(() => {
    if (removed) told.current?.focus()
  }, [removed])
  const [ticks, setTicks] = useState<ReadonlySet<string>>(new Set())
  const tick = (id: string, on: boolean) => {
    const next = new Set(ticks)
    if (on) next.add(id)
    else next.delete(id)
    setTicks(next)
  }
  const setRoles = useSetRoles(workspaceId, () => {
    setTicks(new Set())
    remove.reset()
  })
  const ticked = rows.filter(({ id }) => ticks.has(id))
  if (people.error && !people.data)
    return <ProblemScreen problem={people.error} onRetry={() => void people.refetch()} />
  const problem = people.error ?? change.error ?? setRoles.error
  const done = removed
    ? say.count('didRemove', 1)
    : setRoles.data && outcomeSentences(say, setRoles.data, 'role').join(' ')
  return (
    <>
      <div className="mx-4 my-3 grid flex-none grid-cols-[1fr_132px] gap-2">
        <Search label={say('findPerson')} value={typed} onChange={setTyped} />
        <Select
          aria-label={say('filterShow')}
          value={role ?? ''}
          onChange={({ target }) => setRole(WorkspaceRole.options.find((one) => one === target.value))}
        >
          <option value="">{say('filterAll')}</option>
          {WorkspaceRole.options.map((one) => (
            <option key={one} value={one}>
              {say(roleName[one])}
            </option>
          ))}
        </Select>
      </div>
      {problem && <Problem problem={problem} className="mx-4 mb-3" />}
      <p ref={told} role="status" tabIndex={-1} className={done ? 'mx-4 mb-2 rounded-control text-13' : undefined}>
        {done}
      </p>
      {people.isPending ? (
        <Skeleton />
      ) : rows.length === 0 ? (
        <p role="status" className="px-4 py-6 text-center text-quiet">
          {say('nobodyFound')}
        </p>
      ) : (
        <RowList
          label={say('tabPeople')}
          className="border-t border-line"
          sections={[{ id: 'people', rows }]}
          keyOf={({ id }) => id}
          onEnd={fetchMore}
          header={(_, tabIndex) => (
            <PeopleHead
              total={total}
              listed={rows.length}
              ticked={ticked}
              tabIndex={tabIndex}
              busy={setRoles.isPending}
              onTickAll={(on) => setTicks(new Set(on ? rows.map(({ id }) => id) : []))}
              onRole={(role) => setRoles.mutate({ ids: ticked.map(({ id }) => id), role })}
            />
          )}
          row={(person, tabIndex) => (
            <WorkspacePersonLine
              person={person}
              ticked={ticks.has(person.id)}
              isMe={person.id === me?.id}
              tabIndex={tabIndex}
              onTick={(on) => tick(person.id, on)}
              onRole={(role) => change.mutate({ workspaceId, personId: person.id, role })}
              onRemove={() => {
                remove.reset()
                setRemoving(person)
              }}
            />
          )}
        />
      )}
      {removing && (
        <Confirm
          title={say('removeFromWorkspace', removing.name || removing.email)}
          deed={say('actRemove')}
          busy={remove.isPending}
          onDo={() => remove.mutate({ workspaceId, personId: removing.id })}
          onClose={() => setRemoving(undefined)}
        >
          <p>{say('removeFromWorkspaceNow')}</p>
          {remove.error && <Problem problem={remove.error} />}
        </Confirm>
      )}
    </>
  )
}
