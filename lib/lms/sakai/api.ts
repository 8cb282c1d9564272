import type { ReadContext, Source, SourceResult } from '../adapter.ts'
import { type Ask, type Body, createAsk, type Refusal } from '../reading/ask.ts'
import { createBreath } from '../reading/breathe.ts'
import { fields, list, word } from '../reading/values.ts'
import type { PartialReason, ReadProblem } from '../roster.ts'
import { foldPeople, rosterMember, siteMember, type Told } from './fold.ts'
import { readerOn } from './told.ts'

type Listed =
  | { readonly ok: true; readonly all: readonly Told[]; readonly total?: number }
  | { readonly ok: false; readonly problem: ReadProblem }

const leadsOn: ReadonlySet<ReadProblem> = new Set(['forbidden', 'notThere', 'unreadable'])

const bodyOf = async (ask: Ask, url: string): Promise<Body> => {
  const reply = await ask(url)
  return reply.ok ? reply.body : reply
}

/**
 * What a refusal means. Sakai tells the signed out with 400, 403 or 500 and some text, by release: whoever it knows by their own
 * name is signed in.
 */
const problemFor = async (refusal: Refusal, who: () => Promise<Body>): Promise<ReadProblem> => {
  if (refusal === 'notFound') return 'notThere'
  if (refusal === 'throttled' || refusal === 'unreachable' || refusal === 'stopped') return refusal
  const self = await who()
  if (!self.ok && /^(?:throttled|unreachable|stopped)$/.test(self.refusal)) return self.refusal as ReadProblem
  if (!self.ok && self.refusal === 'broken') return 'broken'
  if (!self.ok || !word(fields(self.value).id)) return 'signedOut'
  if (refusal === 'notUnderstood') return 'notThere'
  return refusal === 'broken' ? 'broken' : 'forbidden'
}

const toldBy = async (entries: readonly unknown[], told: (entry: unknown) => Told): Promise<Told[]> => {
  const all: Told[] = []
  const breathe = createBreath()
  for (const entry of entries) {
    all.push(told(entry))
    await breathe()
  }
  return all
}

/** The roster's own call: everybody the reader may see, in one answer, with how many that is. */
const rosterOf = async (body: Body, who: () => Promise<Body>): Promise<Listed> => {
  if (!body.ok) return { ok: false, problem: await problemFor(body.refusal, who) }
  const { members, membersTotal } = fields(body.value)
  // `{"status": "END"}` as well: it is past the end of a list that was asked for as a whole.
  if (!Array.isArray(members) || typeof membersTotal !== 'number') return { ok: false, problem: 'unreadable' }
  return { ok: true, all: await toldBy(members, rosterMember), total: membersTotal }
}

/** The memberships of the site, for where the roster tool is not: without groups, and without a count that would show who is hidden. */
const membershipsOf = async (body: Body, who: () => Promise<Body>): Promise<Listed> => {
  if (!body.ok) return { ok: false, problem: await problemFor(body.refusal, who) }
  const entries = fields(body.value).membership_collection
  if (!Array.isArray(entries) || entries.length === 0) return { ok: false, problem: 'unreadable' }
  return { ok: true, all: await toldBy(entries, siteMember) }
}

/** How the reader's rights limit what the roster's call tells; null where they are unknown. */
const rightsIn = (body: Body): ReadonlySet<string> | null => {
  const data = body.ok ? fields(body.value).data : undefined
  return Array.isArray(data) ? new Set(list(data).map(word)) : null
}

const limitsOf = (rights: ReadonlySet<string> | null): PartialReason | undefined => {
  if (rights && !rights.has('roster.viewallmembers')) return 'ownSectionsOnly'
  // Without it the people who hide themselves are neither listed nor counted.
  return rights?.has('roster.viewhidden') ? undefined : 'maybeMore'
}

const read = async (context: ReadContext): Promise<SourceResult> => {
  const { url, page } = context
  const ask = createAsk(context, { headers: { Accept: 'application/json' } })
  const direct = `${url.origin}${page.root}/direct`
  const askWho = () => bodyOf(ask, `${direct}/user/current.json`)
  let asked: Promise<Body> | undefined
  const who = () => (asked ??= askWho())

  const rights = bodyOf(ask, `${direct}/site/${page.courseId}/userPerms.json`)
  const members = await bodyOf(ask, `${direct}/roster-membership/${page.courseId}/get-membership.json?all=true`)
  const roster = await rosterOf(members, who)
  const limits = limitsOf(rightsIn(await rights))
  if (roster.ok) return result(context, roster, limits, who)
  if (!leadsOn.has(roster.problem)) return roster
  // Where this is refused, who is reading is asked anew: the session may have ended since.
  const memberships = await membershipsOf(await bodyOf(ask, `${direct}/membership/site/${page.courseId}.json`), askWho)
  if (memberships.ok) return result(context, memberships, 'maybeMore', who)
  return leadsOn.has(memberships.problem) ? roster : memberships
}

const result = async (
  { doc, page, onProgress }: ReadContext,
  { all, total }: Extract<Listed, { ok: true }>,
  limits: PartialReason | undefined,
  who: () => Promise<Body>,
): Promise<SourceResult> => {
  onProgress(all.length, total)
  const me = readerOn(doc) || (await who().then((body) => word(fields(body.ok ? body.value : null).id)))
  const { addressesTold, ...folded } = await foldPeople(all, me)
  const missing = Math.max(0, (total ?? 0) - all.length)
  const partial = missing > 0 ? 'countsDiffer' : limits
  return {
    ok: true,
    course: { name: page.courseName },
    complete: !partial,
    ...(partial ? { partial } : {}),
    ...(total === undefined ? {} : { total: folded.people.length + missing }),
    ...folded,
    ...(all.length > 0 && !addressesTold ? { addressesHidden: true } : {}),
  }
}

export const apiSource: Source = { id: 'api', read }
