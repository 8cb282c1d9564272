import type { GroupRole } from '../../lib/contract/schemas.ts'
import { type ForecastRow, isTickable } from '../../lib/people/forecast.ts'
import { Chip } from '../kit/Chip.tsx'
import { cx } from '../kit/cx.ts'
import { lmsRoleName, roleName } from '../roleWords.ts'
import { useServices } from '../services.ts'
import { outcomeChip } from './outcomeChip.ts'
import { RoleSelect } from './RoleSelect.tsx'

interface Props {
  readonly row: ForecastRow
  readonly ticked: boolean
  /** Only the row that has the list's focus is in the tab order. */
  readonly tabIndex: number
  /** The service was asked and could not say: worth a word. Before that it goes without saying. */
  readonly sayUnchecked: boolean
  readonly onTick: (on: boolean) => void
  readonly onRole: (role: GroupRole) => void
}

/** Name, address, role, what will happen, and a tick where there is something to decide. */
export const PersonRow = ({ row, ticked, tabIndex, sayUnchecked, onTick, onRole }: Props) => {
  const { say } = useServices()
  const chip = outcomeChip(say, row)
  const name = row.names.join(' / ') || row.email || row.text || say('noName')
  const lmsRole = row.roleLabel ?? (lmsRoleName[row.lmsRole] && say(lmsRoleName[row.lmsRole]!))
  const tickable = isTickable(row.kind)
  const canRole = tickable || row.kind === 'roleDiffers'
  return (
    <div className={cx('flex h-14 items-center gap-3 px-4', !ticked && tickable && 'text-quiet')}>
      {tickable ? (
        <input
          type="checkbox"
          checked={ticked}
          tabIndex={tabIndex}
          aria-label={say('tickInvite', name)}
          onChange={(event) => onTick(event.target.checked)}
        />
      ) : (
        <chip.icon aria-hidden className="size-4 flex-none text-quiet" />
      )}
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2">
          <bdi className="truncate font-medium" title={name}>
            {name}
          </bdi>
          {lmsRole && row.lmsRole !== 'student' && (
            <span className="flex-none truncate text-12 text-quiet">{lmsRole}</span>
          )}
        </p>
        <p className="truncate text-12 text-quiet" title={row.email ?? row.text}>
          {row.email ? <bdi dir="ltr">{row.email}</bdi> : row.text ? <bdi>“{row.text}”</bdi> : say('noAddressShown')}
        </p>
      </div>
      <div className="flex max-w-1/2 flex-none flex-col items-end gap-0.5">
        {canRole ? (
          <RoleSelect label={say('roleOf', name)} value={row.role} tabIndex={tabIndex} onChange={onRole} />
        ) : (
          row.has && <span className="px-1.5 text-13 text-quiet">{say(roleName[row.has.role])}</span>
        )}
        {(row.kind !== 'unchecked' || row.doubt || sayUnchecked) && (
          <Chip icon={chip.icon} tone={chip.tone} title={chip.title}>
            {chip.word}
          </Chip>
        )}
      </div>
    </div>
  )
}
