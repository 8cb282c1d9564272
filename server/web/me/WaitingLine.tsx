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
    <li className="flex gap-3 px-4 py-3">
      <Icon aria-hidden className="mt-0.5 size-4 flex-none text-quiet" />
      <div className="min-w-0 flex-1">
        <p id={id}>
          <bdi className="font-medium">{group ?? workspace}</bdi>
        </p>
        <p className="text-13">{say('invitesYouAs', inviter.name || inviter.email, say(roleWord[role]))}</p>
        <p className="text-12 text-quiet">
          <bdi>{group === null ? say('workspace') : workspace}</bdi>
          {inviter.name && (
            <>
              {' · '}
              <bdi dir="ltr">{inviter.email}</bdi>
            </>
          )}
          {' · '}
          <span className="whitespace-nowrap">{say('linkEndsOn', say.day(expiresAt))}</span>
        </p>
        <div className="mt-2 flex flex-wrap gap-2">
          <Button small look="primary" busy={busy} off={off} aria-describedby={id} onClick={onAccept}>
            {say('actAccept')}
          </Button>
          <Button small off={off} aria-describedby={id} onClick={onDecline}>
            {say('actDecline')}
          </Button>
        </div>
      </div>
    </li>
  )
}
