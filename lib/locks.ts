/** Runs one at a time for each name, in every page and worker of ours together; lets go when its holder dies. */
export type Lock = <T>(name: string, run: () => Promise<T>) => Promise<T>

/**
 * The panel stands in a frame of somebody else's page. Where the browser keeps storage from such frames it denies them
 * locks too ("SecurityError", Chromium 156). What a panel writes is small and its last writer may win, so it goes on
 * without one; the background, which has more to lose, is never denied.
 */
export const webLock: Lock = async (name, run) => {
  let entered = false
  try {
    return await navigator.locks.request(name, () => {
      entered = true
      return run()
    })
  } catch (problem) {
    if (entered || !(problem instanceof DOMException && problem.name === 'SecurityError')) throw problem
    return run()
  }
}
