import type { Lock } from '../../lib/locks.ts'

/** One at a time by name, within this process. */
export const memoryLock = (): Lock => {
  const last = new Map<string, Promise<unknown>>()
  return (name, run) => {
    const done = Promise.resolve(last.get(name)?.catch(() => {})).then(run)
    last.set(name, done)
    return done
  }
}

/** `navigator.locks`, which happy-dom has not. */
export const giveLocks = (): void => {
  const request = memoryLock()
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true })
}
