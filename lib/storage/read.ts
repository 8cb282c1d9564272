import * as z from 'zod/mini'

/** A field with a default: what cannot be read there costs that field alone. */
export const or = <T>(schema: z.ZodMiniType<T>, fallback: T): z.ZodMiniType<T> => z.catch(schema, fallback)

/** A field that may be absent, and is where it cannot be read. */
export const maybe = <T>(schema: z.ZodMiniType<T>): z.ZodMiniType<T | undefined> =>
  z.catch(z.optional(schema), undefined)

/** A list without the entries that cannot be read. */
export const listOf = <T>(schema: z.ZodMiniType<T>): z.ZodMiniType<T[]> =>
  z.pipe(
    z.catch(z.array(z.unknown()), []),
    z.transform((entries) => entries.flatMap((entry) => readable(schema, entry))),
  )

/** A record without the entries that cannot be read. */
export const recordOf = <T>(schema: z.ZodMiniType<T>): z.ZodMiniType<Record<string, T>> =>
  z.pipe(
    z.catch(z.record(z.string(), z.unknown()), {}),
    z.transform((entries) =>
      Object.fromEntries(
        Object.entries(entries).flatMap(([key, entry]) => readable(schema, entry).map((value) => [key, value])),
      ),
    ),
  )

const readable = <T>(schema: z.ZodMiniType<T>, entry: unknown): T[] => {
  const read = z.safeParse(schema, entry)
  return read.success ? [read.data] : []
}
