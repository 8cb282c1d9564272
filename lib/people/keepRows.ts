import type { ForecastRow } from './forecast.ts'

const alike = (one: unknown, other: unknown): boolean => {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const names = Object.keys(one)
  if (names.length !== Object.keys(other).length) return false
  const [a, b] = [one as Record<string, unknown>, other as Record<string, unknown>]
  return names.every((name) => name in b && alike(a[name], b[name]))
}

/**
 * The rows with each that says what it said before as it was: who looks at them sees by the object alone who changed.
 * Where nobody did, the list itself is as it was.
 */
export const keepRows = (before: readonly ForecastRow[], rows: readonly ForecastRow[]): readonly ForecastRow[] => {
  if (before.length === 0) return rows
  let byKey: ReadonlyMap<string, ForecastRow> | undefined
  const find = (key: string) => {
    byKey ??= new Map(before.map((row) => [row.key, row]))
    return byKey.get(key)
  }
  const kept = rows.map((row, index) => {
    const there = before[index]
    const had = there?.key === row.key ? there : find(row.key)
    return had && alike(had, row) ? had : row
  })
  return kept.length === before.length && kept.every((row, index) => row === before[index]) ? before : kept
}
