import type { ReadContext } from '../adapter.ts'

/** How long a page is given to draw what it draws after load, in milliseconds. */
const PATIENCE = 10_000

/** Resolves with true as soon as the page shows it, and with false when it does not in time. Rejects with the signal. */
export const appearance = async (
  { doc, sleep }: Pick<ReadContext, 'doc' | 'sleep'>,
  shown: () => boolean,
): Promise<boolean> => {
  if (shown()) return true
  let observer: MutationObserver | undefined
  const seen = new Promise<true>((resolve) => {
    observer = new MutationObserver(() => shown() && resolve(true))
    observer.observe(doc, { childList: true, subtree: true })
  })
  try {
    return await Promise.race([seen, sleep(PATIENCE).then(shown)])
  } finally {
    observer?.disconnect()
  }
}
