import { cleanName } from '../../people/cleanName.ts'
import type { RosterPerson } from '../../people/person.ts'
import type { ReadContext, Source, SourceResult } from '../adapter.ts'
import { createAsk, type Refusal } from '../reading/ask.ts'
import { createBreath } from '../reading/breathe.ts'
import { fields, word } from '../reading/values.ts'
import type { ReadProblem } from '../roster.ts'
import { memberOf, morePresent } from './member.ts'
import { viewOf } from './view.ts'

/** The answer's own code, which comes with status 200 as well. */
const refusals: Readonly<Record<string, Refusal>> = { '401': 'unauthorized', '403': 'forbidden', '404': 'notFound' }

/** No refusal of Schoology's says whether one is signed in; whether the course's page opens does. */
const problemFor = async (refusal: Refusal, context: ReadContext): Promise<ReadProblem> => {
  if (refusal === 'notFound' || refusal === 'notUnderstood') return 'notThere'
  if (refusal !== 'unauthorized' && refusal !== 'forbidden' && refusal !== 'notJson') return refusal
  const ask = createAsk(context, { headers: { Accept: 'text/html' }, expect: 'page' })
  // Not followed: those signed out are sent to a sign-in, often on another origin.
  const opened = await ask(`${context.url.origin}/course/${context.page.courseId}`, { redirect: 'manual' })
  if (opened.ok) return refusal === 'notJson' ? 'notThere' : 'forbidden'
  if (opened.refusal === 'unauthorized' || opened.refusal === 'notJson') return 'signedOut'
  return opened.refusal === 'notFound' || opened.refusal === 'notUnderstood' ? 'notThere' : opened.refusal
}

/** The enrolments, which the answer keys by number; PHP writes none of them as a list. */
const entriesOf = (body: unknown): unknown[] | null =>
  typeof body === 'object' && body !== null ? Object.values(body) : null

/**
 * Which number is whose role, nobody has written down. A class has more students than teachers: where it has not, the numbers may mean
 * something else, and nobody is made a teacher by them.
 */
const withoutDoubt = (people: readonly RosterPerson[]): readonly RosterPerson[] => {
  const count = (role: RosterPerson['role']) => people.filter((person) => person.role === role).length
  if (count('teacher') <= Math.max(1, count('student'))) return people
  return people.map((person) => (person.role === 'teacher' ? { ...person, role: 'other' } : person))
}

const read = async (context: ReadContext): Promise<SourceResult> => {
  const { url, page, doc, onProgress } = context
  const refused = async (refusal: Refusal): Promise<SourceResult> => ({
    ok: false,
    problem: await problemFor(refusal, context),
  })
  const ask = createAsk(context, { headers: { Accept: 'application/json' } })
  const reply = await ask(`${url.origin}/iapi/enrollment/member_enrollments/course/${page.courseId}`)
  if (!reply.ok) return refused(reply.refusal)
  const answered = await reply.body
  if (!answered.ok) return refused(answered.refusal)
  const answer = fields(answered.value)
  const code = word(answer.response_code)
  const entries = entriesOf(answer.body)
  if (code !== '200' || !entries) return refused(refusals[code] ?? 'broken')

  const people = new Map<string, RosterPerson>()
  let strange = 0
  const breathe = createBreath()
  for (const each of entries) {
    const entry = fields(each)
    const person = memberOf(entry)
    const realm = word(entry.realm_id)
    if (realm && realm !== page.courseId) return refused('broken')
    if (person) people.set(person.key, morePresent(people.get(person.key), person))
    strange += Number(!person)
    await breathe()
  }
  if (strange > 0 && people.size === 0) return refused('broken')
  onProgress(people.size)
  // The answer does not count. Only the page of members does, where it is open and shows everyone.
  const total = page.kind === 'roster' ? viewOf(doc).total : undefined
  return result(withoutDoubt([...people.values()]), strange > 0 ? undefined : total, page.courseName)
}

const result = (people: readonly RosterPerson[], total: number | undefined, courseName: string): SourceResult => {
  const present = people.filter(({ state }) => state === 'active').length
  const missing = total === undefined ? 0 : Math.max(0, total - present)
  const whole = total === present
  const partial = whole ? undefined : missing > 0 ? 'countsDiffer' : 'maybeMore'
  return {
    ok: true,
    course: { name: cleanName(courseName) },
    people,
    complete: !partial,
    ...(partial ? { partial } : {}),
    ...(whole || missing > 0 ? { total: people.length + missing } : {}),
    ...(people.length > 0 ? { addressesHidden: true } : {}),
    leftOut: { observers: 0, testStudents: 0 },
  }
}

export const apiSource: Source = { id: 'api', read }
