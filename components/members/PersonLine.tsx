import { memo } from 'react'
import type { MemberRow } from '../../lib/contract/schemas.ts'
import { Chip } from '../kit/Chip.tsx'
import { roleName } from '../roleWords.ts'
import { useServices } from '../services.ts'
import { deliveryChip } from './deliveryChip.ts'

interface Props {
  readonly row: MemberRow
  readonly tabIndex: number
  /** Absent: this person only looks. */
  readonly ticked: boolean | undefined
  readonly onTick: (ids: readonly string[], on: boolean) => void
  readonly onOpen: (row: MemberRow) => void
}

const Line = ({ row, tabIndex, ticked, onTick, onOpen }: Props) => {
  const { say } = useServices()
  const { icon, tone, word, why } = deliveryChip(row)
  const name = row.name || row.email
  return (
    <div className="relative flex h-14 items-center gap-3 border-b border-line px-4 hover:bg-well">
      {ticked !== undefined && (
        <input
          type="checkbox"
          checked={ticked}
          tabIndex={tabIndex}
          aria-label={say('tickPerson', name)}
          onChange={(event) => onTick([row.id], event.target.checked)}
          className="relative z-1 flex-none"
        />
      )}
      <div className="min-w-0 flex-1">
        <button
          type="button"
          tabIndex={tabIndex}
          onClick={() => onOpen(row)}
          className="block max-w-full truncate font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          <bdi>{name}</bdi>
        </button>
        {row.name && (
          <p dir="ltr" className="w-fit max-w-full truncate text-12 text-quiet">
            {row.email}
          </p>
        )}
      </div>
      <div className="flex flex-none flex-col items-end gap-0.5 wide:grid wide:grid-cols-[100px_80px_176px] wide:items-center wide:gap-3">
        <p className="text-13 text-quiet wide:contents">
          <span>{say(roleName[row.role])}</span>
          <span className="wide:hidden"> · </span>
          <time dateTime={row.since} title={say.when(row.since)}>
            {say.day(row.since)}
          </time>
        </p>
        <p className="wide:justify-self-end">
          <Chip icon={icon} tone={tone} title={say(why)}>
            {say(word)}
          </Chip>
        </p>
      </div>
    </div>
  )
}

/** One person: the whole line opens what is known of them, the tick is for doing something with several. */
export const PersonLine = memo(Line)
