/** The ticket that whoever opened this panel hands to it. A panel that nobody of ours opened waits for ever. */
export const takeTicket = (view: Window): Promise<string> =>
  new Promise((resolve) => {
    const hear = ({ source, data }: MessageEvent<unknown>) => {
      if (source !== view.parent || typeof data !== 'object' || data === null || !('rollcallTicket' in data)) return
      view.removeEventListener('message', hear)
      resolve(String(data.rollcallTicket).slice(0, 64))
    }
    view.addEventListener('message', hear)
  })
