import type { MemberRow } from '../../lib/contract/schemas.ts'
import { Chip } from '../kit/Chip.tsx'
import { roleName } from '../roleWords.ts'
import { useServices } from '../services.ts'
import { deliveryChip } from './deliveryChip.ts'

/** Members or invitations, one line each: who, as what, since when, how far. */
export const MemberRows = ({ label, rows }: { label: string; rows: readonly MemberRow[] }) => (
  <ul aria-label={label}>
    {rows.map((row) => (
      <Row key={row.id} row={row} />
    ))}
  </ul>
)

const Row = ({ row }: { row: MemberRow }) => {
  const { say } = useServices()
  const { icon, tone, word, why } = deliveryChip(row)
  const since = say.when(row.since)
  return (
    <li className="grid min-h-14 grid-cols-[1fr_auto] items-center gap-3 border-b border-line px-4 py-2 last:border-b-0 wide:grid-cols-[1fr_100px_80px_176px]">
      <div className="min-w-0">
        <bdi className="block truncate font-medium">{row.name || row.email}</bdi>
        <bdi dir="ltr" className="block truncate text-start text-12 text-quiet">
          {row.email}
        </bdi>
      </div>
      <div className="flex flex-col items-end gap-0.5 wide:contents">
        <p className="text-13 text-quiet wide:contents">
          <span>{say(roleName[row.role])}</span>
          <span className="wide:hidden"> · </span>
          <time dateTime={row.since} title={since}>
            {say.day(row.since)}
          </time>
        </p>
        <p>
          <Chip icon={icon} tone={tone} title={say(why)}>
            {say(word)}
          </Chip>
        </p>
      </div>
    </li>
  )
}
