import { Button } from '../../../components/kit/Button.tsx'
import { Chip } from '../../../components/kit/Chip.tsx'
import { deliveryWords } from '../../../components/members/deliveryChip.ts'
import { problemWord } from '../../../components/members/personWords.ts'
import { useServices } from '../../../components/services.ts'
import type { WorkspaceInvitation } from '../../../lib/contract/schemas.ts'
import { roleName } from './roleName.ts'

interface Props {
  readonly invitation: WorkspaceInvitation
  readonly onRevoke: () => void
}

/** One invitation into the Workspace: for whom, as what, until when, and how far its mail has come. */
export const InvitationLine = ({ invitation: { email, role, expiresAt, delivery, problem }, onRevoke }: Props) => {
  const { say } = useServices()
  const { icon, tone, word, why } = deliveryWords[delivery]
  return (
    <li className="flex min-h-14 items-center gap-3 px-4 py-2">
      <span className="min-w-0 flex-1">
        <bdi dir="ltr" className="block w-fit max-w-full truncate font-medium">
          {email}
        </bdi>
        <span className="block text-12 text-quiet">
          {say(roleName[role])} · {say('linkEndsOn', say.day(expiresAt))}
        </span>
        {problem && <span className="block text-12 text-quiet">{say(problemWord[problem])}</span>}
      </span>
      <Chip icon={icon} tone={tone} title={say(problem ? problemWord[problem] : why)}>
        {say(word)}
      </Chip>
      <Button small onClick={onRevoke}>
        {say('actRevoke')}
      </Button>
    </li>
  )
}
