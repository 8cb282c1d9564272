import type { Group } from '../contract/schemas.ts'
import { matches } from '../people/searchText.ts'

/** One line of the Group tree. */
export interface GroupRow {
  readonly group: Group
  /** 0 for a top Group. */
  readonly depth: number
  /** Names of the Groups it lies in, outermost first. */
  readonly path: readonly string[]
  /** Shown only because something inside it is. */
  readonly context: boolean
}

/**
 * Groups as a tree, depth first, siblings by name. A Group whose parent is not in the list (not this person's to see,
 * or its own descendant) stands at the top.
 */
export const groupTree = (groups: readonly Group[], language: string): readonly GroupRow[] => {
  const byName = new Intl.Collator(language, { numeric: true }).compare
  const ids = new Set(groups.map(({ id }) => id))
  const children = new Map<string | null, Group[]>()
  for (const group of groups.toSorted((a, b) => byName(a.name, b.name))) {
    const parent = group.parentId !== null && ids.has(group.parentId) ? group.parentId : null
    const siblings = children.get(parent)
    if (siblings) siblings.push(group)
    else children.set(parent, [group])
  }
  const rows: GroupRow[] = []
  const seen = new Set<string>()
  const walk = (group: Group, path: readonly string[]) => {
    if (seen.has(group.id)) return
    seen.add(group.id)
    rows.push({ group, depth: path.length, path, context: false })
    for (const child of children.get(group.id) ?? []) walk(child, [...path, group.name])
  }
  for (const root of children.get(null) ?? []) walk(root, [])
  for (const group of groups) walk(group, [])
  return rows
}

/** Whether a Group is another, or lies in it, however deep. */
export const isInside = (groups: readonly Group[], id: string, outer: string): boolean => {
  const parents = new Map(groups.map((group) => [group.id, group.parentId]))
  const seen = new Set<string>()
  for (let here: string | null | undefined = id; here && !seen.has(here); here = parents.get(here)) {
    if (here === outer) return true
    seen.add(here)
  }
  return false
}

/** The rows that pass, and the Groups they lie in (as `context`), in the same order. */
export const narrow = (rows: readonly GroupRow[], passes: (row: GroupRow) => boolean): readonly GroupRow[] => {
  const kept: GroupRow[] = []
  // From the end: a row's ancestors come before it, at each smaller depth the nearest one.
  let wanted = 0
  for (const row of rows.toReversed()) {
    const passed = !row.context && passes(row)
    if (!passed && row.depth >= wanted) continue
    kept.push({ ...row, context: !passed })
    wanted = row.depth
  }
  return kept.reverse()
}

/** Rows that have every word of the text in their own name or in those around them. */
export const searchGroups = (rows: readonly GroupRow[], text: string): readonly GroupRow[] =>
  narrow(rows, ({ group, path }) => matches([...path, group.name], text))
