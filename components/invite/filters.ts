import type { ForecastRow } from '../../lib/people/forecast.ts'
import { labelKey, ownLabel, type RoleLine, roleLines } from '../../lib/people/roles.ts'

/** A part of the people that can be looked at alone. */
interface Filter {
  /** Stays the same when the people are read again. */
  readonly id: string
  readonly count: number
  readonly passes: (row: ForecastRow) => boolean
}

export interface SectionFilter extends Filter {
  readonly section: string
}
export interface RoleFilter extends Filter {
  readonly line: RoleLine
}

/** One for each section, by name; none where there is only one to choose. */
export const sectionFilters = (rows: readonly ForecastRow[], language: string): readonly SectionFilter[] => {
  const counts = new Map<string, number>()
  for (const { sections } of rows) for (const name of sections) counts.set(name, (counts.get(name) ?? 0) + 1)
  if (counts.size < 2) return []
  const { compare } = new Intl.Collator(language, { numeric: true })
  return [...counts]
    .sort(([a], [b]) => compare(a, b))
    .map(([section, count]) => ({
      id: `section ${section}`,
      section,
      count,
      passes: ({ sections }) => sections.includes(section),
    }))
}

const held = ({ lmsRole, roleLabel }: ForecastRow) => ({ role: lmsRole, roleLabel })

/** One for each role of the course; none where everybody has the same. */
export const roleFilters = (rows: readonly ForecastRow[]): readonly RoleFilter[] => {
  const lines = roleLines(rows.map(held))
  if (lines.length < 2) return []
  const labelled = new Set(lines.flatMap(({ role, label }) => (label === undefined ? [] : [labelKey(role, label)])))
  return lines.map((line) => {
    const { role, label } = line
    return {
      id: `role ${labelKey(role, label ?? '')}`,
      line,
      count: line.count,
      passes: (row) => {
        if (row.lmsRole !== role) return false
        const own = ownLabel(held(row))
        return label === undefined ? own === undefined || !labelled.has(labelKey(role, own)) : own === label
      },
    }
  })
}
