import type { MessageListener, Native } from '../../../lib/inpage/native.ts'
import { catalogueLookup } from '../../../lib/words.ts'
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' }

/** The extension API as a page's script sees it, with everything that was sent. */
export interface FakeNative extends Native {
  readonly sent: { readonly rollcall: string; readonly input: unknown }[]
  /** What the background answers, by message. */
  readonly answers: Record<string, unknown>
  /** A message from a page of ours; the answer, or undefined when nobody listens. */
  tell(rollcall: string, input: unknown, from?: string): unknown
  /** The extension is updated under the page: this script's context is dead. */
  orphan(): void
}

export const fakeNative = (): FakeNative => {
  const listeners = new Set<MessageListener>()
  const sent: FakeNative['sent'] = []
  const answers: Record<string, unknown> = {}
  let id: string | undefined = 'rollcall'
  return {
    sent,
    answers,
    tell: (rollcall, input, from = 'rollcall') => {
      let answer: unknown
      for (const listener of listeners)
        listener({ rollcall, input }, { id: from }, (value) => {
          answer = value
        })
      return answer
    },
    orphan: () => {
      id = undefined
    },
    runtime: {
      get id() {
        return id as string
      },
      getURL: (path) => `chrome-extension://rollcall/${path}`,
      sendMessage: async (message) => {
        if (!id) throw new Error('Extension context invalidated.')
        const { rollcall, input } = message as { rollcall: string; input: unknown }
        sent.push({ rollcall, input })
        return answers[rollcall]
      },
      onMessage: {
        addListener: (listener) => void listeners.add(listener),
        removeListener: (listener) => void listeners.delete(listener),
      },
    },
    i18n: { getMessage: (key, words = []) => catalogueLookup(messages)(key, words), getUILanguage: () => 'en' },
  }
}
