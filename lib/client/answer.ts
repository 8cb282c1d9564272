import { CallProblem } from '../contract/errors.ts'

/** The whole answer: `body` is undefined where it is not JSON. No answer is a CallProblem. */
export const answerTo = async (
  asked: Promise<Response>,
): Promise<{ readonly status: number; readonly headers: Headers; readonly body: unknown }> => {
  try {
    const response = await asked
    const json = /^application\/(?:[\w.-]+\+)?json\b/i.test(response.headers.get('content-type') ?? '')
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: json ? parse(text) : undefined }
  } catch (failure) {
    throw new CallProblem(failure instanceof Error && failure.name === 'TimeoutError' ? 'slow' : 'unreachable')
  }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
