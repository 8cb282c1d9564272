import { type ForecastKind, type ForecastRow, isTickable, kindOrder } from '../../lib/people/forecast.ts'
import type { PluralKey } from '../../lib/words.ts'

/**
 * A part of the list: people to whom the same will happen. `doubtful`: left out unless somebody ticks them, or puts their
 * address right. `higher`: what they are in the course comes to more than what was chosen for students.
 */
export type SectionId = ForecastKind | 'doubtful' | 'higher'

export interface Section {
  readonly id: SectionId
  readonly rows: readonly ForecastRow[]
}

const order: readonly SectionId[] = kindOrder.flatMap((kind): SectionId[] =>
  kind === 'new' ? ['doubtful', 'higher', kind] : [kind],
)

export const sectionTitle: Readonly<Record<SectionId, PluralKey>> = {
  unreadable: 'sectionUnreadable',
  noAddress: 'sectionNoAddress',
  roleDiffers: 'sectionRoleDiffers',
  doubtful: 'sectionDoubtful',
  higher: 'sectionHigher',
  new: 'sectionNew',
  unchecked: 'sectionUnchecked',
  pending: 'sectionPending',
  member: 'sectionMember',
  gone: 'sectionGone',
}

/** Who was put right stays where they were: the way back is in the same place. */
const sectionOf = ({ kind, doubt, was, higher }: ForecastRow): SectionId => {
  if (!isTickable(kind)) return kind
  if (doubt || was) return 'doubtful'
  return higher ? 'higher' : kind
}

/** Sections in the order of what needs a look first; inside, staff before students, else as the roster has them. */
export const toSections = (rows: readonly ForecastRow[]): readonly Section[] => {
  const by = Map.groupBy(rows, sectionOf)
  return order.flatMap((id) => {
    const some = by.get(id)
    if (!some) return []
    const isStudent = (row: ForecastRow) => row.lmsRole === 'student'
    return [{ id, rows: [...some.filter((row) => !isStudent(row)), ...some.filter(isStudent)] }]
  })
}
