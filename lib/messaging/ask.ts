import type { CallService } from '../contract/calls.ts'
import { CallProblem } from '../contract/errors.ts'
import type { MessageAnswers, MessageInput, MessageName, messages } from '../messages.ts'
import { messaging } from '../platform.ts'
import { type Asked, isAnswered } from './envelope.ts'

type To<R extends 'background' | 'content' | 'page'> = {
  [N in MessageName]: (typeof messages)[N]['to'] extends R ? N : never
}[MessageName]
export type ToBackground = To<'background'>
export type ToContent = To<'content'>

/** Asks the background. Rejects with the CallProblem that it answers. */
export const ask = async <N extends ToBackground>(name: N, input: MessageInput<N>): Promise<MessageAnswers[N]> =>
  answerIn(await tell({ rollcall: name, input }))

/** Asks the content script of a tab. Rejects where there is none. */
export const askTab = async <N extends ToContent>(
  tabId: number,
  name: N,
  input: MessageInput<N>,
): Promise<MessageAnswers[N]> => {
  const asked: Asked = { rollcall: name, input }
  return answerIn(await messaging.sendToTab(tabId, asked))
}

/**
 * Asks the content script of the tab that this panel stands in, by way of the background: Firefox gives a page of ours in
 * a frame neither `tabs` nor `permissions`.
 */
export const askOwnTab = async <N extends ToContent>(name: N, input: MessageInput<N>): Promise<MessageAnswers[N]> =>
  answerIn(await tell({ rollcall: name, input }))

/** The contract's calls, made by the background. */
export const callByMessage: CallService = async (name, input) =>
  answerIn(await tell({ rollcall: 'call', input: { name, input } }))

const tell = (asked: Asked): Promise<unknown> => messaging.send(asked).catch(() => undefined)

/** A type does not travel: that an answer is what the message's row says is the word of our own other half. */
const answerIn = <T>(answer: unknown): T => {
  // The worker ended while it was asked. What it had begun it goes on with when it is back.
  if (!isAnswered(answer)) throw new CallProblem('busy')
  if (!answer.ok) throw new CallProblem(answer.code, answer.detail, answer.retryAfter)
  return answer.value as T
}
