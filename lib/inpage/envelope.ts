import { fields } from '../lms/reading/values.ts'
import type { MessageInput, MessageName } from '../messages.ts'
import type { MessageListener, Native } from './native.ts'

/** The messages' envelope without the schema library: `{ rollcall: name, input }` → `{ ok: true, value }`. */

/** Sends a message; undefined when nobody answered it with `ok`. Never rejects. */
export const send = async <N extends MessageName>(
  native: Native,
  name: N,
  input: MessageInput<N>,
): Promise<unknown> => {
  try {
    const answer = fields(await native.runtime.sendMessage({ rollcall: name, input }))
    return answer.ok === true ? (answer.value ?? null) : undefined
  } catch {
    return undefined
  }
}

export type Handlers = Readonly<Partial<Record<MessageName, (input: Readonly<Record<string, unknown>>) => unknown>>>

/** Answers messages of our own extension until the signal. */
export const answer = (native: Native, handlers: Handlers, signal: AbortSignal): void => {
  const byName = new Map<unknown, Handlers[MessageName]>(Object.entries(handlers))
  const listener: MessageListener = (message, sender, respond) => {
    const { rollcall, input } = fields(message)
    const handle = byName.get(rollcall)
    if (!handle || sender.id !== native.runtime.id) return undefined
    respond({ ok: true, value: handle(fields(input)) ?? null })
    return true
  }
  native.runtime.onMessage.addListener(listener)
  signal.addEventListener('abort', () => {
    try {
      native.runtime.onMessage.removeListener(listener)
    } catch {
      // The extension went away, and its listeners with it.
    }
  })
}
