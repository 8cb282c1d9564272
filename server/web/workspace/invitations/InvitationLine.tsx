import { Chip } from '../../../../components/kit/Chip.tsx'
import { deliveryWords } from '../../../../components/members/deliveryChip.ts'
import { useServices } from '../../../../components/services.ts'
import type { WorkspaceInvitation } from '../../../../lib/contract/schemas.ts'
import { roleName } from '../roleName.ts'

interface Props {
  readonly invitation: WorkspaceInvitation
  readonly ticked: boolean
  readonly onTick: (on: boolean) => void
  readonly onOpen: () => void
}

/** One invitation: the whole line opens what is known of it, the tick is for doing something with several. */
export const InvitationLine = ({ invitation, ticked, onTick, onOpen }: Props) => {
  const { say } = useServices()
  const { email, role, expiresAt, delivery } = invitation
  const { icon, tone, word, why } = deliveryWords[delivery]
  return (
    <li className="relative flex min-h-14 items-center gap-3 px-4 py-2 hover:bg-well">
      <input
        type="checkbox"
        checked={ticked}
        aria-label={say('tickPerson', email)}
        onChange={({ target }) => onTick(target.checked)}
        className="relative z-1 flex-none"
      />
      <span className="min-w-0 flex-1">
        <button
          type="button"
          onClick={onOpen}
          className="block max-w-full truncate font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          <bdi dir="ltr">{email}</bdi>
        </button>
        <span className="block text-12 text-quiet">
          {say(roleName[role])} · {say('linkEndsOn', say.day(expiresAt))}
        </span>
      </span>
      <Chip icon={icon} tone={tone} title={say(why)}>
        {say(word)}
      </Chip>
    </li>
  )
}
