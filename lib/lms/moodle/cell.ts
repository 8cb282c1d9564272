import { attr, textOf } from '../reading/text.ts'
import { fields, list, word } from '../reading/values.ts'
import { jsonIn } from './config.ts'

/** Names by id, as a filter or a cell offers them for choosing. */
export type Names = ReadonlyMap<string, string>

/** What a cell of roles or groups tells. Whoever may edit it gets ids and their names with it, everybody else the text alone. */
export interface Cell {
  readonly text: string
  readonly ids: readonly string[] | null
  readonly names: Names
}

export const emptyCell: Cell = { text: '', ids: null, names: new Map() }

/** A reader of cells that unpacks the choices, the same in nearly every row, once. */
export const createCellReader = (): ((cell: Element | null | undefined) => Cell) => {
  const unpacked = new Map<string, Names>()
  const namesIn = (options: string): Names => {
    const known = unpacked.get(options)
    if (known) return known
    const names = new Map(
      list(fields(jsonIn(options)).options).map((option) => {
        const { key, value } = fields(option)
        return [word(key), word(value)] as const
      }),
    )
    unpacked.set(options, names)
    return names
  }
  return (cell) => {
    const text = textOf(cell)
    const editable = cell?.querySelector('[data-inplaceeditable][data-value]')
    const ids = editable && jsonIn(attr(editable, 'data-value'))
    return {
      text,
      ids: Array.isArray(ids) ? ids.map(word) : null,
      names: editable ? namesIn(attr(editable, 'data-options')) : new Map(),
    }
  }
}

/** Names joined by commas, taken apart. `known` ones are kept whole where they hold a comma themselves. */
const apart = (text: string, known: ReadonlySet<string>): string[] => {
  const parts = text.split(', ')
  const found: string[] = []
  for (let from = 0; from < parts.length; ) {
    // No name holds more than a few commas.
    let to = Math.min(parts.length, from + 5)
    while (to > from + 1 && !known.has(parts.slice(from, to).join(', '))) to--
    found.push(parts.slice(from, to).join(', '))
    from = to
  }
  return found
}

/**
 * The names in a cell. `onPage`: those that the page offers to filter by. Ids go before the text, which has "No groups" in the page's
 * language for none, and names that were cut short.
 */
export const namesOf = ({ text, ids, names }: Cell, onPage: Names): readonly string[] => {
  const found = ids?.map((id) => names.get(id) ?? onPage.get(id))
  if (found?.every((name) => name !== undefined)) return found
  if (!text.includes(', ')) return text ? [text] : []
  return apart(text, new Set([...names.values(), ...onPage.values()]))
}

/** What the page's filter offers by that name (`roles`, `groups`). Entries below 1 stand for none of them. */
export const offered = (doc: Document | null, filter: 'roles' | 'groups'): Names =>
  new Map(
    [...(doc?.querySelectorAll(`select[data-field-name="${filter}"] option`) ?? [])]
      .map((option) => [attr(option, 'value'), textOf(option)] as const)
      .filter(([id]) => /^[1-9]\d*$/.test(id)),
  )
