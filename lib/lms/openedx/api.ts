import { cleanName } from '../../people/cleanName.ts'
import type { RosterPerson } from '../../people/person.ts'
import type { ReadContext, Source, SourceResult } from '../adapter.ts'
import { type Body, createAsk, type Refusal } from '../reading/ask.ts'
import { createBreath } from '../reading/breathe.ts'
import { textOf } from '../reading/text.ts'
import { fields, word } from '../reading/values.ts'
import type { ReadProblem } from '../roster.ts'
import { offeredList } from './endpoint.ts'
import { codeOf, studentOf } from './student.ts'

/** Django's token against forged requests; some sites put their own name before the cookie's. */
const csrfToken = (doc: Document): string => /(?:^|;\s*)[^=;]*csrftoken=([^;]+)/.exec(doc.cookie)?.[1] ?? ''

/** A refusal by 403 is a page for those signed out as well as for those without rights: who the reader is decides. */
const problemFor = (refusal: Refusal, me: Body): ReadProblem => {
  if (refusal === 'notFound' || refusal === 'notUnderstood') return 'notThere'
  if (refusal !== 'unauthorized' && refusal !== 'forbidden' && refusal !== 'notJson') return refusal
  if (me.ok) return 'forbidden'
  return me.refusal === 'unreachable' || me.refusal === 'stopped' ? me.refusal : 'signedOut'
}

const read = async (context: ReadContext): Promise<SourceResult> => {
  const { url, page, doc, onProgress } = context
  const ask = createAsk(context, {
    headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest', 'X-CSRFToken': csrfToken(doc) },
  })
  const body = async (from: string, post?: unknown): Promise<Body> => {
    const reply = await ask(from, post === undefined ? {} : { post })
    return reply.ok ? reply.body : reply
  }
  const whoAmI = () => body(`${url.origin}${page.root}/api/user/v1/me`)

  const offered = await offeredList(context)
  if (!offered.ok) {
    const { refusal } = offered
    if (refusal === 'signedOut') return { ok: false, problem: refusal }
    const unclear = refusal === 'unauthorized' || refusal === 'forbidden' || refusal === 'notJson'
    return { ok: false, problem: problemFor(refusal, unclear ? await whoAmI() : { ok: true, value: null }) }
  }
  if (!offered.url) return { ok: false, problem: 'unreadable' }

  const [list, me] = await Promise.all([body(offered.url, {}), whoAmI()])
  if (!list.ok) return { ok: false, problem: problemFor(list.refusal, me) }
  const { students, students_count: counted, course_id: listed } = fields(list.value)
  if (!Array.isArray(students) || (listed !== undefined && listed !== page.courseId))
    return { ok: false, problem: 'broken' }

  const reader = word(fields(me.ok ? me.value : null).username)
  const people = new Map<string, RosterPerson>()
  const breathe = createBreath()
  let understood = 0
  for (const entry of students) {
    const person = studentOf(fields(entry), reader)
    if (person) people.set(person.key, person)
    understood += Number(!!person)
    await breathe()
  }
  onProgress(people.size)
  const missing = typeof counted === 'number' ? counted - understood : undefined
  return result([...people.values()], missing, {
    name: cleanName(textOf(offered.dashboard.querySelector('#field-course-display-name b'))),
    code: codeOf(page.courseId),
  })
}

/** The answer is whole when it holds as many as it says it does. `missing`: how many fewer; undefined where it does not say. */
const result = (
  people: readonly RosterPerson[],
  missing: number | undefined,
  course: { readonly name: string; readonly code: string },
): SourceResult => {
  const partial = missing === 0 ? undefined : missing !== undefined && missing > 0 ? 'countsDiffer' : 'maybeMore'
  return {
    ok: true,
    course: { name: course.name, ...(course.code ? { code: course.code } : {}) },
    people,
    complete: !partial,
    ...(partial ? { partial } : {}),
    ...(partial === 'maybeMore' ? {} : { total: people.length + (missing ?? 0) }),
    ...(people.length > 0 && !people.some(({ email, invalidEmail }) => email || invalidEmail)
      ? { addressesHidden: true }
      : {}),
    leftOut: { observers: 0, testStudents: 0 },
  }
}

export const apiSource: Source = { id: 'api', read }
