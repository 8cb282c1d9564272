import { Copy } from 'lucide-react'
import { Button } from '../../../../components/kit/Button.tsx'
import { Problem } from '../../../../components/Problem.tsx'
import { useServices } from '../../../../components/services.ts'
import { MAX_GROUP_NAME } from '../../../../lib/contract/limits.ts'
import type { Group } from '../../../../lib/contract/schemas.ts'
import { Part } from '../../kit/Part.tsx'
import { useAct } from '../../kit/useAct.ts'

interface Props {
  readonly group: Group
  readonly onCopied: (group: Group) => void
}

/** The next term's Group: made like this one, with nobody in it. */
export const CopyPart = ({ group, onCopied }: Props) => {
  const { say } = useServices()
  const copy = useAct('groups.copy', onCopied)
  return (
    <Part title={say('setCopy')} line={say('setCopyLine')}>
      {copy.error && <Problem problem={copy.error} />}
      <Button
        icon={<Copy aria-hidden className="size-4" />}
        busy={copy.isPending}
        onClick={() => copy.mutate({ groupId: group.id, name: say('copyOf', group.name).slice(0, MAX_GROUP_NAME) })}
      >
        {say('duplicate')}
      </Button>
    </Part>
  )
}
