import { useQuery } from '@tanstack/react-query'
import { useGroups } from '../../../../components/queries.ts'
import { useServices } from '../../../../components/services.ts'
import type { Group } from '../../../../lib/contract/schemas.ts'
import { isInside } from '../../../../lib/groups/tree.ts'

interface Props {
  readonly group: Group
  readonly ticked: boolean
  readonly onTick: (ticked: boolean) => void
}

/** Asks whether the Groups inside are meant, archived ones too. Nothing where none of them is the person's. */
export const InsideTick = ({ group, ticked, onTick }: Props) => {
  const { call, say } = useServices()
  const open = useGroups().data ?? []
  const archived = useQuery({
    queryKey: ['groups', 'archived'],
    queryFn: async () => (await call('groups.list', { show: 'archived' })).groups,
  })
  const groups = [...open, ...(archived.data ?? [])]
  if (!groups.some(({ id, role }) => id !== group.id && role === 'owner' && isInside(groups, id, group.id))) return null
  return (
    <label className="flex items-start gap-3 text-text">
      <input type="checkbox" checked={ticked} onChange={(event) => onTick(event.target.checked)} className="mt-0.5" />
      {say('insideToo')}
    </label>
  )
}
