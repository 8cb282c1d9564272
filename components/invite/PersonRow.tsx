import { memo } from 'react'
import type { GroupRole } from '../../lib/contract/schemas.ts'
import type { ForecastRow } from '../../lib/people/forecast.ts'
import { type Deed, deedFor } from '../../lib/people/ticks.ts'
import type { MessageKey } from '../../lib/words.ts'
import { Chip } from '../kit/Chip.tsx'
import { cx } from '../kit/cx.ts'
import { roleName } from '../roleWords.ts'
import { useServices } from '../services.ts'
import { CorrectButton } from './CorrectButton.tsx'
import { outcomeChip } from './outcomeChip.ts'
import { RoleSelect } from './RoleSelect.tsx'
import { placeWords, sourceWords } from './rowWords.ts'

interface Props {
  readonly row: ForecastRow
  readonly ticked: boolean
  /** Only the row that has the list's focus is in the tab order. */
  readonly tabIndex: number
  /** The service was asked and could not say: worth a word. Before that it goes without saying. */
  readonly sayUnchecked: boolean
  /** There is more than one section. */
  readonly saySections: boolean
  readonly onTick: (keys: readonly string[], on: boolean) => void
  readonly onRole: (key: string, role: GroupRole) => void
  readonly onCorrect: (was: string, email?: string) => void
}

const tickWords: Readonly<Record<Deed, MessageKey>> = { invite: 'tickInvite', role: 'tickRole', remove: 'tickRemove' }

const Row = ({ row, ticked, tabIndex, sayUnchecked, saySections, onTick, onRole, onCorrect }: Props) => {
  const { say } = useServices()
  const chip = outcomeChip(say, row)
  const names = row.names.join(' / ')
  const name = names || row.email || row.text || say('noName')
  const place = placeWords(say, row, saySections)
  const source = sourceWords(say, row)
  const deed = deedFor(row)
  const canRole = (deed === 'invite' || row.kind === 'roleDiffers' || row.given) && !row.instead
  return (
    <div className={cx('flex h-14 items-center gap-3 px-4', !ticked && deed === 'invite' && 'text-quiet')}>
      {deed ? (
        <input
          type="checkbox"
          checked={ticked}
          tabIndex={tabIndex}
          aria-label={say(tickWords[deed], name, say(roleName[row.role]))}
          onChange={(event) => onTick([row.key], event.target.checked)}
        />
      ) : (
        <chip.icon aria-hidden className="size-4 flex-none text-quiet" />
      )}
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2">
          <bdi className="truncate font-medium" title={name}>
            {name}
          </bdi>
          {place && (
            <span className="min-w-8 flex-1 truncate text-12 text-quiet" title={place}>
              {place}
            </span>
          )}
        </p>
        <p className="flex gap-1 text-12 text-quiet">
          {(names || !(row.email || row.text)) && (
            <span dir={row.email ? 'ltr' : undefined} className="truncate" title={row.email ?? row.text}>
              {row.email ? row.email : row.text ? <bdi>“{row.text}”</bdi> : say('noAddressShown')}
            </span>
          )}
          {source && (
            <span className="flex-none">
              {names && '· '}
              {source}
            </span>
          )}
        </p>
      </div>
      <div className="flex max-w-1/2 flex-none flex-col items-end gap-0.5">
        <div className="flex max-w-full items-center">
          <CorrectButton row={row} tabIndex={tabIndex} onCorrect={onCorrect} />
          {canRole ? (
            <RoleSelect
              label={say('roleOf', name)}
              value={row.role}
              tabIndex={tabIndex}
              onChange={(role) => role && onRole(row.key, role)}
            />
          ) : (
            row.has && <span className="px-1.5 text-13 text-quiet">{say(roleName[row.has.role])}</span>
          )}
        </div>
        {(row.kind !== 'unchecked' || row.doubt || sayUnchecked) && (
          <Chip icon={chip.icon} tone={chip.tone} title={chip.title}>
            {chip.word}
          </Chip>
        )}
      </div>
    </div>
  )
}

/**
 * Name, place in the course, address, role, what will happen, and a tick where there is something to decide. Drawn again only
 * when something of it changed.
 */
export const PersonRow = memo(Row)
