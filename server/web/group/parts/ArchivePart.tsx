import { Archive, ArchiveRestore } from 'lucide-react'
import { Button } from '../../../../components/kit/Button.tsx'
import { Problem } from '../../../../components/Problem.tsx'
import { useServices } from '../../../../components/services.ts'
import type { Group } from '../../../../lib/contract/schemas.ts'
import { Part } from '../../kit/Part.tsx'
import { useAct } from '../../kit/useAct.ts'

/** At the end of a term: everything stays to be looked at, and nobody comes in. */
export const ArchivePart = ({ group }: { group: Group }) => {
  const { say } = useServices()
  const archive = useAct('groups.archive')
  const unarchive = useAct('groups.unarchive')
  const closed = group.archivedAt !== undefined
  const act = closed ? unarchive : archive
  const Icon = closed ? ArchiveRestore : Archive
  return (
    <Part
      title={say(closed ? 'setUnarchive' : 'setArchive')}
      line={say(closed ? 'setUnarchiveLine' : 'setArchiveLine')}
    >
      {act.error && <Problem problem={act.error} />}
      <Button
        icon={<Icon aria-hidden className="size-4" />}
        busy={act.isPending}
        onClick={() => act.mutate({ groupId: group.id })}
      >
        {say(closed ? 'unarchive' : 'archive')}
      </Button>
    </Part>
  )
}
