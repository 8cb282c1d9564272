import { type ForecastKind, type ForecastRow, kindOrder } from '../../lib/people/forecast.ts'
import type { PluralKey } from '../../lib/words.ts'

/** A part of the list: people to whom the same will happen. `doubtful`: left out unless somebody ticks them. */
export type SectionId = ForecastKind | 'doubtful'

export interface Section {
  readonly id: SectionId
  readonly rows: readonly ForecastRow[]
}

const order: readonly SectionId[] = kindOrder.flatMap((kind): SectionId[] =>
  kind === 'new' ? ['doubtful', kind] : [kind],
)

export const sectionTitle: Readonly<Record<SectionId, PluralKey>> = {
  unreadable: 'sectionUnreadable',
  noAddress: 'sectionNoAddress',
  roleDiffers: 'sectionRoleDiffers',
  doubtful: 'sectionDoubtful',
  new: 'sectionNew',
  unchecked: 'sectionUnchecked',
  pending: 'sectionPending',
  member: 'sectionMember',
}

/** Sections in the order of what needs a look first; inside, staff before students, else as the roster has them. */
export const toSections = (rows: readonly ForecastRow[]): readonly Section[] => {
  const by = Map.groupBy(rows, (row): SectionId => (row.doubt ? 'doubtful' : row.kind))
  return order.flatMap((id) => {
    const some = by.get(id)
    if (!some) return []
    const isStudent = (row: ForecastRow) => row.lmsRole === 'student'
    return [{ id, rows: [...some.filter((row) => !isStudent(row)), ...some.filter(isStudent)] }]
  })
}
