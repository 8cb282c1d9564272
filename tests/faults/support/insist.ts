import { CallProblem, passing } from '../../../lib/contract/errors.ts'

/** Milliseconds between tries. */
const BETWEEN = 50

/** Asks again as a client does, for as long as the answer is one that passes; anything else is a failure. */
export const insist = async <T>(
  ask: (attempt: number) => Promise<T>,
  refused: (code: string) => void = () => {},
): Promise<T> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await ask(attempt)
    } catch (problem) {
      if (!(problem instanceof CallProblem && passing.has(problem.code))) throw problem
      refused(problem.code)
      await new Promise((resolve) => setTimeout(resolve, BETWEEN))
    }
  }
}
