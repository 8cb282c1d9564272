/**
 * Runs one at a time for each name, in every page and worker of ours together; lets go when its holder dies. Not for the
 * panel: browsers deny locks to a frame in somebody else's page ("SecurityError", Chromium 156).
 */
export type Lock = <T>(name: string, run: () => Promise<T>) => Promise<T>

export const webLock: Lock = (name, run) => navigator.locks.request(name, run)
