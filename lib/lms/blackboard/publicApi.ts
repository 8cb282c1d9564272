import { cleanName } from '../../people/cleanName.ts'
import type { ReadContext, SourceResult } from '../adapter.ts'
import type { Body } from '../reading/ask.ts'
import { createBreath } from '../reading/breathe.ts'
import { fields, list, word } from '../reading/values.ts'
import type { ReadProblem } from '../roster.ts'
import type { Calls } from './calls.ts'
import { type Enrolment, foldAll, someAreWithout } from './fold.ts'
import { createPages } from './list.ts'
import { isHollow, isNameless, type Membership, membershipFrom, showsEverybody } from './membership.ts'
import { isOwn, roleOf } from './roles.ts'

/** What is kept of a membership. An answer without it also has birth dates, telephones, addresses of homes. */
const kept = [
  'userId',
  'childCourseId',
  'courseRoleId',
  'dataSourceId',
  'availability.available',
  'user.userName',
  'user.name',
  'user.contact.email',
  'user.contact.institutionEmail',
].join(',')

interface ReadList {
  readonly memberships: ReadonlyMap<string, Membership[]>
  /** The reader may see everybody there is. */
  readonly everybody: boolean
  /** The narrow way of asking did not do. */
  readonly askedTwice: boolean
}

const readList = async (calls: Calls, { onProgress }: ReadContext): Promise<ReadList | ReadProblem> => {
  const wide = `${calls.course}/users?expand=user&limit=100`
  const narrow = `${wide}&fields=${kept}`
  const askPage = createPages(calls.ask)
  const memberships = new Map<string, Membership[]>()
  const breathe = createBreath()
  let everybody = false
  let fieldsKnown = true

  let asked = narrow
  let page = await askPage(narrow)
  if (!page.ok && page.refusal === 'notUnderstood') fieldsKnown = false
  const askedTwice = !fieldsKnown || (page.ok && isHollow(page.entries))
  if (askedTwice) {
    asked = wide
    page = await askPage(wide)
  }

  for (;;) {
    if (!page.ok) return calls.problemFor(page.refusal)
    if (isNameless(page.entries)) return 'unreadable'
    for (const entry of page.entries) {
      everybody ||= showsEverybody(entry)
      const one = membershipFrom(entry)
      const several = one && memberships.get(one.key)
      if (several) several.push(one)
      else if (one) memberships.set(one.key, [one])
      await breathe()
    }
    onProgress(memberships.size)
    if (!page.next) return { memberships, everybody, askedTwice }
    // Where the whole of it told no more than the narrow answer, the next is narrow again.
    asked = asked === wide && fieldsKnown && isHollow(page.entries) ? `${page.next}&fields=${kept}` : page.next
    page = await askPage(asked)
  }
}

const valueIn = (body: Body | null): unknown => (body?.ok ? body.value : undefined)

/** Names by id, from a list that not every reader may have; without it there are none. */
const namesIn = (body: Body | null, id: string, name: (entry: unknown) => unknown): Map<string, string> =>
  new Map(
    list(fields(valueIn(body)).results).map(
      (entry) => [word(fields(entry)[id]), cleanName(word(name(entry)))] as const,
    ),
  )

const namesFor = async (calls: Calls, all: readonly Membership[], { askedTwice }: ReadList) => {
  const merged = all.some(({ childId }) => childId)
  const own = all.some(({ roleId }) => isOwn(roleId))
  // Beside the pages no more than four calls: these two are done without first.
  const children = merged
    ? calls.bodyOf(`${calls.course}/children?expand=childCourse&fields=id,childCourse.name,childCourse.courseId`)
    : null
  const roles =
    own && !(merged && askedTwice)
      ? calls.bodyOf(`${calls.base}/public/v1/courseRoles?fields=roleId,nameForCourses`)
      : null
  const child = (entry: unknown) => fields(fields(entry).childCourse)
  return {
    sections: namesIn(await children, 'id', (entry) => child(entry).name || child(entry).courseId),
    roles: namesIn(await roles, 'roleId', (entry) => fields(entry).nameForCourses),
  }
}

/** `/learn/api/public/v1`: everything in one list, with the session of the page. */
export const publicApi = async (context: ReadContext, calls: Calls): Promise<SourceResult> => {
  const beside = Promise.all([calls.me(), calls.named()])
  const read = await readList(calls, context)
  if (typeof read === 'string') return { ok: false, problem: read }
  const [me, course] = await beside

  const names = await namesFor(calls, [...read.memberships.values()].flat(), read)
  const enrolments = function* (): Generator<Enrolment[]> {
    for (const several of read.memberships.values())
      yield several.map(({ roleId, childId, ...one }) => ({
        ...one,
        role: roleOf(roleId, names.roles),
        section: names.sections.get(childId) ?? '',
      }))
  }
  const { people, leftOut } = await foldAll(enrolments(), me, createBreath())
  return {
    ok: true,
    course,
    people,
    complete: read.everybody,
    ...(read.everybody ? {} : { partial: 'mayHide' }),
    ...(someAreWithout(people) ? { addressesPrivate: true } : {}),
    leftOut,
  }
}
