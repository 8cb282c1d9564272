/** What runs in the page that is measured. */
interface InPageTimes {
  /** From each of these events until what it led to is painted, in milliseconds. */
  readonly painted: number[]
  /** Distance between two pictures while the list goes down, in milliseconds. */
  scroll(step: number, pictures: number): Promise<number[]>
}

declare global {
  var times: InPageTimes
}

/** Listens for `event` anywhere, and notes how long it took from the input itself until the picture that shows what it did. */
export const watchTimes = (event: string): void => {
  const painted: number[] = []
  const after = (picture: () => void) =>
    requestAnimationFrame(() => {
      // A task after the frame: styles, layout and paint are done.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = picture
      port2.postMessage(undefined)
    })
  addEventListener(event, ({ timeStamp }) => after(() => painted.push(performance.now() - timeStamp)), true)
  globalThis.times = {
    painted,
    scroll: async (step, pictures) => {
      const list = document.querySelector('ul')?.parentElement
      if (!list) throw new Error('There is no list.')
      const gaps: number[] = []
      let last = await new Promise<number>(requestAnimationFrame)
      for (let picture = 0; picture < pictures; picture++) {
        list.scrollTop += step
        const now = await new Promise<number>(requestAnimationFrame)
        gaps.push(now - last)
        last = now
      }
      return gaps
    },
  }
}
