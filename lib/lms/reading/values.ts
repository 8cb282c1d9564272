/** Readers for answers whose shape is only hoped for: what is not there is empty, never a surprise. */

export type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** The object's fields; none for anything else. */
export const fields = (value: unknown): Fields => (isFields(value) ? value : {})

/** The list's entries; none for anything else. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A string or a number as text; anything else is ''. */
export const word = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
