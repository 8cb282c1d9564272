import { cleanName } from '../../people/cleanName.ts'
import type { ReadContext } from '../adapter.ts'
import { type Ask, type Body, createAsk, type Refusal } from '../reading/ask.ts'
import { fields, word } from '../reading/values.ts'
import type { Course, ReadProblem } from '../roster.ts'

/** What every way of asking this site shares: a polite `ask`, and what is asked for once however many ways are tried. */
export interface Calls {
  readonly ask: Ask
  /** `https://host/learn/api`. */
  readonly base: string
  /** The course in the public API. */
  readonly course: string
  bodyOf(url: string): Promise<Body>
  /** The reader's user id; '' when it is not told. */
  me(): Promise<string>
  /** What the course is called; both empty when it is not told. */
  named(): Promise<Pick<Course, 'name' | 'code'>>
  /** What a refusal means for a person. Where it does not say, one cheap call as themselves does. */
  problemFor(refusal: Refusal): Promise<ReadProblem>
}

/** Ids of this shape are Blackboard's: another site could answer on the same path. */
const userId = /^_\d+_\d+$/

export const createCalls = (context: ReadContext): Calls => {
  const ask = createAsk(context, { headers: { Accept: 'application/json' } })
  const base = `${context.url.origin}${context.page.root}/learn/api`
  const self = `${base}/public/v1/users/me?fields=id`

  const bodyOf = async (url: string): Promise<Body> => {
    const reply = await ask(url)
    return reply.ok ? reply.body : reply
  }

  const course = `${base}/public/v1/courses/${context.page.courseId}`
  const fieldsOf = async (url: string) => {
    const body = await bodyOf(url)
    return fields(body.ok ? body.value : null)
  }
  const askMe = async () => {
    const id = word((await fieldsOf(self)).id)
    return userId.test(id) ? id : ''
  }
  const askName = async () => {
    const about = await fieldsOf(`${course}?fields=id,courseId,name`)
    const code = cleanName(word(about.courseId))
    return { name: cleanName(word(about.name)), ...(code ? { code } : {}) }
  }
  let me: ReturnType<typeof askMe> | undefined
  let named: ReturnType<typeof askName> | undefined

  return {
    ask,
    base,
    course,
    bodyOf,
    me: () => (me ??= askMe()),
    named: () => (named ??= askName()),
    problemFor: async (refusal) => {
      if (refusal === 'forbidden') return 'forbidden'
      if (refusal === 'notFound' || refusal === 'notUnderstood') return 'notThere'
      if (refusal === 'throttled' || refusal === 'broken' || refusal === 'stopped') return refusal
      // Not followed: a session that has ended may lead to a sign-in on another origin, which a script cannot follow.
      const reply = await ask(self, { redirect: 'manual' })
      if (reply.ok) return refusal === 'unauthorized' ? 'forbidden' : refusal === 'notJson' ? 'notThere' : 'unreachable'
      if (reply.refusal === 'unauthorized' || reply.refusal === 'notJson') return 'signedOut'
      if (reply.refusal === 'forbidden') return 'forbidden'
      return reply.refusal === 'notFound' || reply.refusal === 'notUnderstood' ? 'notThere' : reply.refusal
    },
  }
}
