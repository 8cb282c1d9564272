import { createLive } from '../../components/createLive.ts'
import type { Live } from '../../components/services.ts'

/** A stored value as it is now and as it changes, whoever changes it. */
export const liveStored = async <T>(
  read: () => Promise<T>,
  watch: (changed: () => void) => () => void,
): Promise<Live<T>> => {
  const source = createLive(await read())
  let asked = 0
  watch(async () => {
    const mine = ++asked
    const value = await read()
    // An older read that took longer does not win over a newer one.
    if (mine === asked) source.set(value)
  })
  return source
}
