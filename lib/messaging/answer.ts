import * as z from 'zod/mini'
import { CallProblem } from '../contract/errors.ts'
import { type MessageAnswers, type MessageHeard, messages } from '../messages.ts'
import { messaging } from '../platform.ts'
import type { ToBackground } from './ask.ts'
import { type Answered, isAsked, refusal } from './envelope.ts'
import { type Proof, proofOf } from './sender.ts'

type Handler<N extends ToBackground> = (
  input: MessageHeard<N>,
  sender: Extract<Proof, { from: (typeof messages)[N]['from'] }>,
) => Promise<MessageAnswers[N]>

/** One handler for each message to the background: a message without one does not compile. */
export type MessageHandlers = { readonly [N in ToBackground]: Handler<N> }

/** The rows by what their schemas make and who may send, so that TypeScript follows one name to its handler. */
type Rows = {
  readonly [N in ToBackground]: {
    readonly from: (typeof messages)[N]['from']
    readonly input: z.core.$ZodType<MessageHeard<N>>
  }
}
const rows: Rows = messages

const isForBackground = (name: string): name is ToBackground =>
  Object.entries(messages).some(([row, { to }]) => row === name && to === 'background')

const isForContent = (name: string): boolean =>
  Object.entries(messages).some(([row, { to }]) => row === name && to === 'content')

/**
 * Answers every message to the background by its row: who may send it, what it carries. What a panel has to say to the
 * content script of its own tab is passed on. Call at once at start.
 */
export const answerMessages = (handlers: MessageHandlers): (() => void) => {
  const answer = async <N extends ToBackground>(name: N, input: unknown, proof: Proof): Promise<Answered> => {
    const row: Rows[N] = rows[name]
    const handler: Handler<N> = handlers[name]
    const read = z.safeParse(row.input, input)
    if (!read.success) throw new CallProblem('notUnderstood')
    if (!isFrom<N>(proof, row.from)) throw new CallProblem('notAllowed')
    return { ok: true, value: await handler(read.data, proof) }
  }
  return messaging.onMessage((message, sender, respond) => {
    if (!isAsked(message)) return undefined
    const proof = proofOf(sender, messaging.ownId(), messaging.address())
    if (!proof) return undefined
    if (isForContent(message.rollcall) && proof.from === 'page' && proof.tabId !== undefined) {
      messaging.sendToTab(proof.tabId, message).catch(refusal).then(respond)
      return true
    }
    if (!isForBackground(message.rollcall)) return undefined
    answer(message.rollcall, message.input, proof).catch(refusal).then(respond)
    return true
  })
}

const isFrom = <N extends ToBackground>(
  proof: Proof,
  from: (typeof messages)[N]['from'],
): proof is Extract<Proof, { from: (typeof messages)[N]['from'] }> => proof.from === from
