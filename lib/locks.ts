/** Runs one at a time for each name, in every page and worker of ours together; lets go when its holder dies. */
export type Lock = <T>(name: string, run: () => Promise<T>) => Promise<T>

export const webLock: Lock = (name, run) => navigator.locks.request(name, run)
