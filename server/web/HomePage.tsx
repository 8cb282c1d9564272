import { FolderOpen } from 'lucide-react'
import { useLocation } from 'wouter'
import { Blank } from '../../components/kit/Blank.tsx'
import { Skeleton } from '../../components/kit/Skeleton.tsx'
import { useGroups } from '../../components/queries.ts'
import { useServices } from '../../components/services.ts'
import { NoGroup } from '../../components/shell/NoGroup.tsx'

/** Beside the Groups while none is open. */
export const HomePage = () => {
  const { say } = useServices()
  const [, go] = useLocation()
  const { data: groups } = useGroups()
  if (!groups) return <Skeleton />
  if (groups.length === 0) return <NoGroup groups={groups} onCreated={({ id }) => go(`/groups/${id}`)} />
  return (
    <Blank icon={FolderOpen} title={say('groupPickFirst')}>
      {say('webHome')}
    </Blank>
  )
}
