import { useInfiniteQuery } from '@tanstack/react-query'
import { UserMinus } from 'lucide-react'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { Confirm } from '../../../components/kit/Confirm.tsx'
import { IconButton } from '../../../components/kit/IconButton.tsx'
import { RowList } from '../../../components/kit/RowList.tsx'
import { Search } from '../../../components/kit/Search.tsx'
import { Select } from '../../../components/kit/Select.tsx'
import { Skeleton } from '../../../components/kit/Skeleton.tsx'
import { outcomeSentences } from '../../../components/members/actWords.ts'
import { Problem } from '../../../components/Problem.tsx'
import { ProblemScreen } from '../../../components/ProblemScreen.tsx'
import { useMe } from '../../../components/queries.ts'
import { useServices } from '../../../components/services.ts'
import type { CallOutput } from '../../../lib/contract/calls.ts'
import { WorkspaceRole } from '../../../lib/contract/schemas.ts'
import { useAct } from '../kit/useAct.ts'
import { PeopleHead } from './PeopleHead.tsx'
import { roleName } from './roleName.ts'
import { useSetRoles } from './useSetRoles.ts'
import { WorkspaceRoleSelect } from './WorkspaceRoleSelect.tsx'

const PAGE = 100

type Person = CallOutput<'workspacePeople.list'>['rows'][number]

/** Everybody in a Workspace, each with a role that can be changed, alone or with others, found by typing. */
export const People = ({ workspaceId }: { workspaceId: string }) => {
  const { call, say } = useServices()
  const me = useMe()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const [role, setRole] = useState<WorkspaceRole>()
  const people = useInfiniteQuery({
    queryKey: ['workspacePeople', workspaceId, search, role],
    queryFn: ({ pageParam }) =>
      call('workspacePeople.list', {
        workspaceId,
        limit: PAGE,
        ...(search ? { search } : {}),
        ...(role ? { role } : {}),
        ...(pageParam ? { after: pageParam } : {}),
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  })
  const change = useAct('workspacePeople.change')
  const told = useRef<HTMLParagraphElement>(null)
  const remove = useAct('workspacePeople.remove', () => setRemoving(undefined))
  const [removing, setRemoving] = useState<Person>()
  const removed = remove.isSuccess && removing === undefined
  // The line that had the focus is gone.
  useEffect(() => {
    if (removed) told.current?.focus()
  }, [removed])
  const [ticks, setTicks] = useState<ReadonlySet<string>>(new Set())
  const setRoles = useSetRoles(workspaceId, () => {
    setTicks(new Set())
    remove.reset()
  })
  const rows = people.data?.pages.flatMap((page) => page.rows) ?? []
  const total = people.data?.pages[0]?.total ?? 0
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
          onEnd={() => {
            if (people.hasNextPage && !people.isFetchingNextPage) void people.fetchNextPage()
          }}
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
          row={(person, tabIndex) => {
            const name = person.name || person.email
            return (
              <div className="flex h-14 items-center gap-3 border-b border-line px-4">
                <input
                  type="checkbox"
                  checked={ticks.has(person.id)}
                  tabIndex={tabIndex}
                  aria-label={say('tickPerson', name)}
                  onChange={({ target }) => {
                    const next = new Set(ticks)
                    if (target.checked) next.add(person.id)
                    else next.delete(person.id)
                    setTicks(next)
                  }}
                />
                <div className="min-w-0 flex-1">
                  <p className="flex font-medium">
                    <bdi className="truncate">{name}</bdi>
                  </p>
                  <p className="flex text-12 text-quiet">
                    <bdi dir="ltr" className="truncate">
                      {person.email}
                    </bdi>
                  </p>
                </div>
                <span className="hidden text-13 text-quiet wide:block">{say.count('groupCount', person.groups)}</span>
                <WorkspaceRoleSelect
                  label={say('roleOf', name)}
                  value={person.role}
                  tabIndex={tabIndex}
                  onChange={(role) => change.mutate({ workspaceId, personId: person.id, role })}
                />
                <IconButton
                  label={say('removePerson', name)}
                  tabIndex={tabIndex}
                  disabled={person.id === me?.id}
                  onClick={() => {
                    remove.reset()
                    setRemoving(person)
                  }}
                >
                  <UserMinus aria-hidden className="size-4" />
                </IconButton>
              </div>
            )
          }}
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
