/** Longest stretch of work before the page gets its turn, in milliseconds: well under what a person would feel. */
const STRETCH = 12

/** A task of its own: the page's input and drawing go first. Not a timer, which a background tab would slow down. */
const nextTask = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })

/** Call between items of a long list: waits for a new task whenever the present one has had its stretch. */
export const createBreath = (): (() => Promise<void> | undefined) => {
  let since = performance.now()
  return () => {
    if (performance.now() - since < STRETCH) return undefined
    return nextTask().then(() => {
      since = performance.now()
    })
  }
}
