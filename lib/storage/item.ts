import * as z from 'zod/mini'
import { webLock } from '../locks.ts'
import { type StorageArea, stored } from '../platform.ts'

export interface ItemShape<T> {
  readonly area: StorageArea
  readonly key: string
  /** Reads whatever is found, `undefined` where nothing is, and never fails: what cannot be read gets its default. */
  readonly schema: z.ZodMiniType<T>
  /** Raised when stored values change their meaning; `migrate` then gets the older ones. */
  readonly version: number
  readonly migrate?: (old: unknown, from: number) => unknown
}

export interface Item<T> {
  readonly key: string
  get(): Promise<T>
  set(value: T): Promise<void>
  /**
   * Reads, changes and writes under one lock, so that two of ours never overwrite each other. Not in the panel: a
   * browser denies locks to a frame in somebody else's page.
   */
  update(change: (now: T) => T): Promise<T>
  remove(): Promise<void>
  /** Returns the function that stops listening. */
  watch(changed: () => void): () => void
  /** The value as it is written: to write several items at once. */
  entry(value: T): Record<string, unknown>
}

const Envelope = z.object({ v: z.number(), data: z.unknown() })

export const item = <T>({ area, key, schema, version, migrate }: ItemShape<T>): Item<T> => {
  const read = async () => {
    const found = z.safeParse(Envelope, await stored.read(area, key))
    if (!found.success) return schema.parse(undefined)
    const { v, data } = found.data
    return schema.parse(v < version && migrate ? migrate(data, v) : data)
  }
  const entry = (value: T) => ({ [key]: { v: version, data: value } })
  const set = (value: T) => stored.write(area, entry(value))
  return {
    key,
    get: read,
    set,
    update: (change) =>
      webLock(`rollcall.stored.${key}`, async () => {
        const value = change(await read())
        await set(value)
        return value
      }),
    remove: () => stored.remove(area, [key]),
    watch: (changed) => stored.onChanged((where, keys) => where === area && keys.includes(key) && changed()),
    entry,
  }
}
