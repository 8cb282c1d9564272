import { useState } from 'react'
import type { Group, MemberRow } from '../../lib/contract/schemas.ts'
import { Button } from '../kit/Button.tsx'
import { Chip } from '../kit/Chip.tsx'
import { Confirm } from '../kit/Confirm.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { roleName } from '../roleWords.ts'
import { useServices } from '../services.ts'
import { type Act, type ActKind, actsFor } from './acts.ts'
import { actWords } from './actWords.ts'
import { deliveryChip } from './deliveryChip.ts'
import { History } from './History.tsx'
import { originWords, problemWord } from './personWords.ts'
import { Readdress } from './Readdress.tsx'
import { RoleDialog } from './RoleDialog.tsx'
import type { PeopleActs } from './usePeopleActs.ts'

interface Props {
  readonly group: Group
  readonly row: MemberRow
  /** Absent: this person only looks. */
  readonly acts: PeopleActs | undefined
  readonly onClose: () => void
}

/** Everything known of one person in a Group, and what can be done. */
export const PersonDialog = ({ group, row, acts, onClose }: Props) => {
  const { say } = useServices()
  const [asking, setAsking] = useState<'role' | 'revoke' | 'readdress'>()
  const { icon, tone, word, why } = deliveryChip(row)
  const back = () => setAsking(undefined)
  const name = row.name || row.email
  const perform = (act: Act) => {
    acts?.act.mutate({ rows: [row], act })
    onClose()
  }
  const press = (kind: ActKind) => {
    if (kind === 'role' || kind === 'revoke' || kind === 'readdress') setAsking(kind)
    else perform({ kind })
  }
  if (asking === 'role')
    return (
      <RoleDialog
        title={say('roleOf', name)}
        first={row.role}
        onPick={(role) => perform({ kind: 'role', role })}
        onClose={back}
      />
    )
  if (asking === 'revoke')
    return (
      <Confirm
        title={say.count('revokeTitle', 1)}
        deed={say('actRevoke')}
        onDo={() => perform({ kind: 'revoke' })}
        onClose={back}
      >
        <p>{say('revokeNow')}</p>
      </Confirm>
    )
  return (
    <Dialog cross={asking ? undefined : say('close')} title={name} onClose={onClose}>
      {asking === 'readdress' ? (
        <Readdress from={row.email} onSave={(email) => perform({ kind: 'readdress', email })} onClose={back} />
      ) : (
        <>
          <dl className="mb-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-14">
            <dt className="text-quiet">{say('columnAddress')}</dt>
            <dd className="min-w-0 break-all select-all">
              <bdi dir="ltr">{row.email}</bdi>
            </dd>
            {row.invitedAs && (
              <>
                <dt className="text-quiet">{say('invitedAs')}</dt>
                <dd className="min-w-0 break-all select-all">
                  <bdi dir="ltr">{row.invitedAs}</bdi>
                </dd>
              </>
            )}
            <dt className="text-quiet">{say('columnRole')}</dt>
            <dd>{say(roleName[row.role])}</dd>
            <dt className="text-quiet">{say('cameBy')}</dt>
            <dd>{originWords(say, row)}</dd>
            <dt className="text-quiet">{say('since')}</dt>
            <dd>{say.when(row.since)}</dd>
            <dt className="text-quiet">{say('columnState')}</dt>
            <dd className="flex flex-col items-start gap-1">
              <Chip icon={icon} tone={tone}>
                {say(word)}
              </Chip>
              <span className="text-13 text-quiet">{say(row.problem ? problemWord[row.problem] : why)}</span>
            </dd>
          </dl>
          <History groupId={group.id} row={row} />
          <div className="flex flex-wrap gap-2">
            {acts &&
              actsFor(row).map((kind) => {
                if (kind === 'role')
                  return (
                    <Button key={kind} onClick={() => press(kind)}>
                      {say('actRole')}
                    </Button>
                  )
                const { word: deed, icon: Icon } = actWords[kind]
                return (
                  <Button key={kind} icon={<Icon aria-hidden className="size-4" />} onClick={() => press(kind)}>
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
