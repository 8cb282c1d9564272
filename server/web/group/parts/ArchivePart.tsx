import { Archive } from 'lucide-react'
import { Button } from '../../../../components/kit/Button.tsx'
import { Problem } from '../../../../components/Problem.tsx'
import { useServices } from '../../../../components/services.ts'
import type { Group } from '../../../../lib/contract/schemas.ts'
import { Part } from '../../kit/Part.tsx'
import { useAct } from '../../kit/useAct.ts'

interface Props {
  readonly group: Group
  readonly onArchived: () => void
}

/** At the end of a term: everything stays, and nobody comes in. The way back is on the page of what is archived. */
export const ArchivePart = ({ group, onArchived }: Props) => {
  const { say } = useServices()
  const archive = useAct('groups.archive', onArchived)
  return (
    <Part title={say('setArchive')} line={say('setArchiveLine')}>
      {archive.error && <Problem problem={archive.error} />}
      <Button
        icon={<Archive aria-hidden className="size-4" />}
        busy={archive.isPending}
        onClick={() => archive.mutate({ groupId: group.id })}
      >
        {say('archive')}
      </Button>
    </Part>
  )
}
