import { CallProblem } from '../contract/errors.ts'
import type { MessageName } from '../messages.ts'

/** How a message and its answer travel. Both are plain data: an exception does not survive the way. */

export interface Asked {
  readonly rollcall: MessageName
  readonly input: unknown
}

export type Answered =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: CallProblem['code']; readonly detail?: string; readonly retryAfter?: number }

/** A message of ours, by its form alone; who sent it is for the receiver to check. */
export const isAsked = (message: unknown): message is { rollcall: string; input?: unknown } =>
  typeof message === 'object' && message !== null && 'rollcall' in message && typeof message.rollcall === 'string'

export const isAnswered = (answer: unknown): answer is Answered =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean'

/** What went wrong as an answer. What is no expected failure says nothing about itself. */
export const refusal = (problem: unknown): Answered => {
  if (!(problem instanceof CallProblem)) return { ok: false, code: 'internal' }
  const { code, detail, retryAfter } = problem
  return { ok: false, code, ...(detail !== undefined && { detail }), ...(retryAfter !== undefined && { retryAfter }) }
}
