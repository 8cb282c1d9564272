import type { ReadContext, SourceResult } from '../adapter.ts'
import { createBreath } from '../reading/breathe.ts'
import { fields, word } from '../reading/values.ts'
import type { Calls } from './calls.ts'
import { type Enrolment, foldAll, someAreWithout } from './fold.ts'
import { createPages } from './list.ts'
import { roleOf } from './roles.ts'

const noNames: ReadonlyMap<string, string> = new Map()

/** A role's id stands in one of three places, from one release to the next. */
const roleIdOf = (entry: unknown): string => {
  const { courseRole, courseRoleIdentifier, role } = fields(entry)
  return word(fields(courseRole).identifier) || word(courseRoleIdentifier) || word(role)
}

const enrolmentFrom = (entry: unknown): Enrolment | null => {
  const user = fields(fields(entry).user)
  const key = word(fields(entry).userId) || word(user.id)
  if (!key) return null
  return {
    key,
    name: { given: word(user.givenName), family: word(user.familyName) },
    login: word(user.userName).trim(),
    address: word(user.emailAddress),
    role: roleOf(roleIdOf(entry), noNames),
    section: '',
    state: 'active',
  }
}

/**
 * `/learn/api/v1`: what Ultra's own pages ask. It has no contract, and nobody says that it lists everybody: only people who are
 * available are asked for, because nothing is known of how it marks those who are not, and the list is never taken for whole.
 */
export const innerApi = async ({ page, onProgress }: ReadContext, calls: Calls): Promise<SourceResult> => {
  const askPage = createPages(calls.ask)
  const enrolments = new Map<string, Enrolment[]>()
  const breathe = createBreath()
  let named = false
  let next: string | null =
    `${calls.base}/v1/courses/${page.courseId}/memberships?expand=user,courseRole&limit=100&membershipAvailable=true`
  while (next) {
    const list = await askPage(next)
    if (!list.ok) return { ok: false, problem: await calls.problemFor(list.refusal) }
    for (const entry of list.entries) {
      const one = enrolmentFrom(entry)
      const several = one && enrolments.get(one.key)
      if (several) several.push(one)
      else if (one) enrolments.set(one.key, [one])
      named ||= !!one && `${one.name.given}${one.name.family}` !== ''
      await breathe()
    }
    onProgress(enrolments.size)
    next = list.next
  }
  // Nobody at all, or nobody with a name where names were: not the answer that we know.
  if (!named) return { ok: false, problem: 'unreadable' }

  const { people, leftOut } = await foldAll(enrolments.values(), await calls.me(), breathe)
  return {
    ok: true,
    course: await calls.named(),
    people,
    complete: false,
    partial: 'mayHide',
    ...(someAreWithout(people) ? { addressesPrivate: true } : {}),
    leftOut,
  }
}
