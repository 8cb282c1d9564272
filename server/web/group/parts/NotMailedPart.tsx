import { useQuery } from '@tanstack/react-query'
import { Skeleton } from '../../../../components/kit/Skeleton.tsx'
import { Problem } from '../../../../components/Problem.tsx'
import { useServices } from '../../../../components/services.ts'
import type { Group } from '../../../../lib/contract/schemas.ts'
import { NotMailedList } from '../../kit/NotMailedList.tsx'
import { Part } from '../../kit/Part.tsx'
import { useAct } from '../../kit/useAct.ts'

/** Addresses of the Group that mails do not go to. */
export const NotMailedPart = ({ group }: { group: Group }) => {
  const { call, say } = useServices()
  const list = useQuery({
    queryKey: ['suppressions', group.id],
    queryFn: async () => (await call('suppressions.list', { groupId: group.id })).suppressions,
  })
  const lift = useAct('suppressions.lift')
  return (
    <Part title={say('notMailed')} line={say('notMailedLine')}>
      {list.error && !list.data && <Problem problem={list.error} onRetry={() => void list.refetch()} />}
      {lift.error && <Problem problem={lift.error} />}
      {list.isPending && <Skeleton rows={1} />}
      {list.data && (
        <NotMailedList
          addresses={list.data}
          none={say('notMailedNone')}
          busy={lift.isPending ? lift.variables.email : undefined}
          lifted={lift.data?.lifted ? lift.variables?.email : undefined}
          onLift={(email) => lift.mutate({ groupId: group.id, email })}
        />
      )}
    </Part>
  )
}
