import { useCallback, useSyncExternalStore } from 'react'
import type { Live } from './services.ts'

/** The current value of something that changes by itself; the screen is drawn again when it does. */
export const useLive = <T>(live: Live<T>): T =>
  useSyncExternalStore(
    useCallback((changed: () => void) => live.subscribe(changed), [live]),
    () => live.get(),
  )

const nothing: Live<undefined> = { get: () => undefined, subscribe: () => () => {} }

/** The same for what may not be there at all. */
export const useLiveMaybe = <T>(live: Live<T> | null): T | undefined => useLive<T | undefined>(live ?? nothing)
