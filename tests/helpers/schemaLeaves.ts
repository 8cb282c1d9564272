import type * as z from 'zod/mini'

/** One value in what a schema reads; `*` in its path stands for each entry of a list. */
export interface Leaf {
  readonly path: readonly string[]
  readonly kind: 'id' | 'text' | 'other'
}

/** Every value that a call's schema reads, however deep: so that a test of all of them meets a new one by itself. */
export const leavesOf = (schema: z.core.$ZodType, path: readonly string[] = []): Leaf[] => {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([key, field]) => leavesOf(field, [...path, key]))
    case 'array':
      return leavesOf(def.element, [...path, '*'])
    case 'optional':
    case 'nullable':
    case 'default':
    case 'catch':
    case 'readonly':
      return leavesOf(def.innerType, path)
    case 'pipe':
      return leavesOf(def.in, path)
    case 'union':
      return def.options.flatMap((option) => leavesOf(option, path))
    case 'string':
      return [{ path, kind: 'format' in def && def.format === 'uuid' ? 'id' : 'text' }]
    default:
      return [{ path, kind: 'other' }]
  }
}

/** A copy of an input in which the value at a path is another one; every entry of a list, where the path says `*`. */
export const withValueAt = (input: unknown, [head, ...rest]: readonly string[], value: unknown): unknown => {
  if (head === undefined) return value
  if (head === '*') return (Array.isArray(input) ? input : [undefined]).map((entry) => withValueAt(entry, rest, value))
  const record = typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {}
  return { ...record, [head]: withValueAt(record[head], rest, value) }
}

/** The first value at a path. */
export const valueAt = (input: unknown, [head, ...rest]: readonly string[]): unknown => {
  if (head === undefined) return input
  if (Array.isArray(input)) return valueAt(input[0], rest)
  return typeof input === 'object' && input !== null
    ? valueAt(Object.entries(input).find(([key]) => key === head)?.[1], rest)
    : undefined
}
