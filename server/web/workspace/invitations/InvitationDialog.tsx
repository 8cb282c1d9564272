import { useState } from 'react'
import { Button } from '../../../../components/kit/Button.tsx'
import { Chip } from '../../../../components/kit/Chip.tsx'
import { Confirm } from '../../../../components/kit/Confirm.tsx'
import { Dialog } from '../../../../components/kit/Dialog.tsx'
import { actWords } from '../../../../components/members/actWords.ts'
import { deliveryWords } from '../../../../components/members/deliveryChip.ts'
import { problemWord } from '../../../../components/members/personWords.ts'
import { Readdress } from '../../../../components/members/Readdress.tsx'
import { useServices } from '../../../../components/services.ts'
import type { WorkspaceInvitation } from '../../../../lib/contract/schemas.ts'
import { roleName } from '../roleName.ts'
import type { InvitationAct } from './useInvitationActs.ts'

const acts = { pending: ['remind', 'readdress', 'revoke'], expired: ['renew'] } as const

interface Props {
  readonly invitation: WorkspaceInvitation
  readonly onDo: (act: InvitationAct) => void
  readonly onClose: () => void
}

/** Everything known of one invitation into the Workspace, and what can be done. */
export const InvitationDialog = ({ invitation, onDo, onClose }: Props) => {
  const { say } = useServices()
  const [asking, setAsking] = useState<'readdress' | 'revoke'>()
  const back = () => setAsking(undefined)
  const { email, role, state, since, expiresAt, delivery, problem } = invitation
  const { icon, tone, word, why } = deliveryWords[delivery]
  if (asking === 'revoke')
    return (
      <Confirm
        title={say.count('revokeTitle', 1)}
        deed={say('actRevoke')}
        onDo={() => onDo({ kind: 'revoke' })}
        onClose={back}
      >
        <p>{say('revokeNow')}</p>
      </Confirm>
    )
  return (
    <Dialog cross={asking ? undefined : say('close')} title={email} onClose={onClose}>
      {asking === 'readdress' ? (
        <Readdress from={email} onSave={(to) => onDo({ kind: 'readdress', email: to })} onClose={back} />
      ) : (
        <>
          <dl className="mb-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-14">
            <dt className="text-quiet">{say('columnRole')}</dt>
            <dd>{say(roleName[role])}</dd>
            <dt className="text-quiet">{say('since')}</dt>
            <dd>
              {say.when(since)} · {say('linkEndsOn', say.day(expiresAt))}
            </dd>
            <dt className="text-quiet">{say('columnState')}</dt>
            <dd className="flex flex-col items-start gap-1">
              <Chip icon={icon} tone={tone}>
                {say(word)}
              </Chip>
              <span className="text-13 text-quiet">{say(problem ? problemWord[problem] : why)}</span>
            </dd>
          </dl>
          <div className="flex flex-wrap gap-2">
            {acts[state].map((kind) => {
              const { word: deed, icon: Icon } = actWords[kind]
              return (
                <Button
                  key={kind}
                  icon={<Icon aria-hidden className="size-4" />}
                  onClick={() => (kind === 'readdress' || kind === 'revoke' ? setAsking(kind) : onDo({ kind }))}
                >
                  {say(deed)}
                </Button>
              )
            })}
          </div>
        </>
      )}
    </Dialog>
  )
}
