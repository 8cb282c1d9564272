import { School, Users } from 'lucide-react'
import { useId } from 'react'
import { Button } from '../../../components/kit/Button.tsx'
import { roleName } from '../../../components/roleWords.ts'
import { useServices } from '../../../components/services.ts'
import type { CallOutput } from '../../../lib/contract/calls.ts'

export type Waiting = CallOutput<'me.invitations'>['invitations'][number]

const roleWord = { ...roleName, editor: 'roleEditor' } as const

interface Props {
  readonly invitation: Waiting
  /** It is being accepted. */
  readonly busy: boolean
  /** Another one is. */
  readonly off: boolean
  readonly onAccept: () => void
  readonly onDecline: () => void
}

/** One invitation: into what, by whom, as what, and the two answers. */
export const WaitingLine = ({ invitation, busy, off, onAccept, onDecline }: Props) => {
  const { say } = useServices()
  const id = useId()
  const { group, workspace, role, inviter, expiresAt } = invitation
  const Icon = group === null ? School : Users
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <span className="flex min-w-48 flex-1 gap-3">
        <Icon aria-hidden className="mt-0.5 size-4 flex-none text-quiet" />
        <span className="min-w-0 flex-1">
          <span id={id} className="block">
            <bdi className="font-medium">{group ?? workspace}</bdi>{' '}
            <bdi className="text-12 text-quiet">{group === null ? say('workspace') : workspace}</bdi>
          </span>
          <span className="block text-13">
            {say('invitesYouAs', inviter.name || inviter.email, say(roleWord[role]))}
          </span>
          <span className="block text-12 text-quiet">
            {inviter.name && (
              <>
                <bdi dir="ltr">{inviter.email}</bdi> ·{' '}
              </>
            )}
            {say('linkEndsOn', say.day(expiresAt))}
          </span>
        </span>
      </span>
      <span className="flex flex-none gap-1">
        <Button small look="primary" busy={busy} off={off} aria-describedby={id} onClick={onAccept}>
          {say('actAccept')}
        </Button>
        <Button small look="plain" off={off} aria-describedby={id} onClick={onDecline}>
          {say('actDecline')}
        </Button>
      </span>
    </li>
  )
}
