import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Search } from '../../../../components/kit/Search.tsx'
import { Skeleton } from '../../../../components/kit/Skeleton.tsx'
import { Problem } from '../../../../components/Problem.tsx'
import { useServices } from '../../../../components/services.ts'
import { NotMailedList } from '../../kit/NotMailedList.tsx'
import { Part } from '../../kit/Part.tsx'
import { useAct } from '../../kit/useAct.ts'

/** From as many on, typing is quicker than looking. */
const SEARCH_FROM = 10

/** Addresses that mails of the Workspace do not go to, whatever they were about. */
export const NotMailed = ({ workspaceId }: { workspaceId: string }) => {
  const { call, say } = useServices()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const list = useQuery({
    queryKey: ['workspaceSuppressions', workspaceId, search],
    queryFn: () => call('workspaceSuppressions.list', { workspaceId, ...(search ? { search } : {}) }),
    placeholderData: (before) => before,
  })
  const lift = useAct('workspaceSuppressions.lift')
  const { suppressions: addresses, total = 0 } = list.data ?? {}
  return (
    <Part title={say('notMailed')} line={say('notMailedSchoolLine')}>
      {list.error && !list.data && <Problem problem={list.error} onRetry={() => void list.refetch()} />}
      {lift.error && <Problem problem={lift.error} />}
      {list.isPending && <Skeleton rows={1} />}
      {(typed !== '' || total > SEARCH_FROM) && (
        <Search label={say('findAddress')} value={typed} onChange={setTyped} className="w-full" />
      )}
      {addresses && (
        <NotMailedList
          addresses={addresses}
          none={say(search ? 'addressNotFound' : 'notMailedSchoolNone')}
          busy={lift.isPending ? lift.variables.email : undefined}
          lifted={lift.data?.lifted ? lift.variables?.email : undefined}
          onLift={(email) => lift.mutate({ workspaceId, email })}
        />
      )}
      {addresses && total > addresses.length && (
        <p className="text-12 text-quiet">{say('findTheRest', addresses.length, total)}</p>
      )}
    </Part>
  )
}
