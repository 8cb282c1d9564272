import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CallInput, type CallName, callNames, calls } from '../../lib/contract/index.ts'
import { tablesInOrder } from '../../server/backup/order.ts'
import { atOneMoment, sumOf } from '../../server/backup/rows.ts'
import { askRaw, type CallWithIds, furnish, type IdField, type Place, samples } from '../helpers/place.ts'
import { leavesOf, withValueAt } from '../helpers/schemaLeaves.ts'
import { type Caller, startService, type TestService } from '../helpers/service.ts'

/** Every id that a call takes, asked for with ids of things that are elsewhere, were made up, or are no ids. */

/** In every name and address of what is not the caller's; no answer may hold it. */
const SECRET = 'zzyzx'

/** What an id stands for: a thing of a Group, or one of a Workspace. `new`: whoever asks makes it up. */
type Kind = Exclude<keyof Place, 'name'> | 'new'

const inGroup = { groupId: 'group' } as const
const inWorkspace = { workspaceId: 'workspace' } as const

/** What the ids of each call stand for: one that is not said here does not compile, or is found below. */
const kinds: { readonly [N in CallWithIds]: { readonly [F in IdField<CallInput<N>>]-?: Kind } } = {
  'me.endSession': { sessionId: 'session' },
  'me.endConnection': { connectionId: 'connection' },
  'me.accept': { invitationId: 'awaited' },
  'me.decline': { invitationId: 'awaited' },
  'workspaces.settings': inWorkspace,
  'workspaces.change': inWorkspace,
  'workspaces.delete': inWorkspace,
  'workspaces.restore': inWorkspace,
  'workspaces.usage': inWorkspace,
  'workspaces.testMail': inWorkspace,
  'workspaces.leave': inWorkspace,
  'sso.get': inWorkspace,
  'sso.set': inWorkspace,
  'sso.test': inWorkspace,
  'sso.remove': inWorkspace,
  'workspacePeople.list': inWorkspace,
  'workspacePeople.change': { ...inWorkspace, personId: 'person' },
  'workspacePeople.setRole': { ...inWorkspace, ids: 'person' },
  'workspacePeople.remove': { ...inWorkspace, personId: 'person' },
  'workspacePeople.invite': inWorkspace,
  'workspacePeople.invited': inWorkspace,
  'workspacePeople.uninvite': { ...inWorkspace, invitationId: 'workspaceInvitation' },
  'workspaceInvitations.resend': { ...inWorkspace, ids: 'workspaceInvitation' },
  'workspaceInvitations.renew': { ...inWorkspace, ids: 'workspaceInvitation' },
  'workspaceInvitations.readdress': { ...inWorkspace, changes: 'workspaceInvitation' },
  'workspaceLinks.list': inWorkspace,
  'workspaceLinks.create': inWorkspace,
  'workspaceLinks.change': { ...inWorkspace, linkId: 'workspaceLink' },
  'workspaceLinks.rotate': { ...inWorkspace, linkId: 'workspaceLink' },
  'workspaceLinks.revoke': { ...inWorkspace, linkId: 'workspaceLink' },
  'audit.list': { ...inWorkspace, groupId: 'group' },
  'groups.create': { ...inWorkspace, parentId: 'group' },
  'groups.get': inGroup,
  'groups.times': inGroup,
  'groups.change': inGroup,
  'groups.move': { ...inGroup, parentId: 'group' },
  'groups.copy': inGroup,
  'groups.archive': inGroup,
  'groups.unarchive': inGroup,
  'groups.delete': inGroup,
  'groups.restore': inGroup,
  'groups.export': inGroup,
  'groups.purge': inGroup,
  'members.list': inGroup,
  'members.addresses': inGroup,
  'members.setRole': { ...inGroup, ids: 'member' },
  'members.remove': { ...inGroup, ids: 'member' },
  'members.restore': { ...inGroup, ids: 'removed' },
  'members.history': { ...inGroup, personId: 'member' },
  'members.mails': { ...inGroup, memberId: 'invitation' },
  'members.leave': inGroup,
  'invitations.send': { ...inGroup, key: 'new', batch: 'new' },
  'invitations.forecast': inGroup,
  'invitations.resend': { ...inGroup, ids: 'invitation' },
  'invitations.revoke': { ...inGroup, ids: 'invitation' },
  'invitations.renew': { ...inGroup, ids: 'invitation' },
  'invitations.setRole': { ...inGroup, ids: 'invitation' },
  'invitations.readdress': { ...inGroup, changes: 'invitation' },
  'invitations.undo': { ...inGroup, batch: 'batch' },
  'rosters.get': inGroup,
  'rosters.link': inGroup,
  'rosters.unlink': inGroup,
  'rosters.compare': inGroup,
  'rosters.removeGone': { ...inGroup, ids: 'gone' },
  'links.list': inGroup,
  'links.create': inGroup,
  'links.change': { ...inGroup, linkId: 'link' },
  'links.rotate': { ...inGroup, linkId: 'link' },
  'links.revoke': { ...inGroup, linkId: 'link' },
  'reminders.send': { ...inGroup, invitationIds: 'invitation' },
  'suppressions.list': inGroup,
  'suppressions.lift': inGroup,
  'workspaceSuppressions.list': inWorkspace,
  'workspaceSuppressions.lift': inWorkspace,
}

/** What a call answers about something that is not there, where that is no refusal. */
const nothing: Partial<Record<CallName, unknown>> = {
  'members.history': { events: [] },
  'members.mails': { mails: [], openedAt: null },
  'audit.list': { lines: [], next: null },
  'invitations.undo': { undone: 0, tooLate: 0 },
  'reminders.send': { reminded: 0, tooSoon: 0, enough: 0, notMailed: 0 },
}

let rollcall: TestService
let school: { id: string }
let annex: { id: string }
/** Owner of the school, and of no Group in it. */
let head: Caller
/** Editor in the school, Owner of their own Groups. */
let teacher: Caller
/** Another Group of the same teacher, one of theirs in another Workspace of the same head, a colleague's, and a stranger's. */
let own: Place
let ownAway: Place
let colleagues: Place
let elsewhere: Place

beforeAll(async () => {
  rollcall = await startService({ env: { HOLD_SECONDS: '3600' } })
  head = await rollcall.person('head@example.edu')
  school = await rollcall.workspace(head)
  teacher = await rollcall.person('teacher@example.edu')
  await rollcall.joinWorkspace(school, teacher, 'editor')
  const colleague = await rollcall.person(`colleague@${SECRET}.example`)
  await rollcall.joinWorkspace(school, colleague, 'editor')
  const stranger = await rollcall.person(`stranger@${SECRET}.example`)
  annex = await rollcall.workspace(stranger, `Annex ${SECRET}`)
  own = await furnish(rollcall, school, head, teacher, 'own')
  const branch = await rollcall.workspace(head)
  await rollcall.joinWorkspace(branch, teacher, 'editor')
  ownAway = await furnish(rollcall, branch, head, teacher, 'away')
  colleagues = await furnish(rollcall, school, head, colleague, SECRET)
  elsewhere = await furnish(rollcall, annex, stranger, stranger, SECRET)
})
afterAll(() => rollcall.stop())

const callWithIds = callNames.filter((name): name is CallWithIds => name in kinds)

/** Who may do it with what is theirs: the Workspace's Owner in it, the teacher in their Groups. */
const askerOf = (name: CallName): Caller => (calls[name].allow.startsWith('workspace.') ? head : teacher)

const ask = (name: CallName, input: object) => askRaw(rollcall.url, askerOf(name), name, input)

const isNotFound = (name: CallName, { status, body }: { status: number; body: unknown }): boolean => {
  if (status === 404) return (body as { code: string }).code === 'notFound'
  if (status !== 200) return false
  const { outcomes } = body as { outcomes?: { outcome: string }[] }
  if (outcomes) return outcomes.every(({ outcome }) => outcome === 'notHere' || outcome === 'notGone')
  return name in nothing && JSON.stringify(body) === JSON.stringify(nothing[name])
}

/** Everything in the store, but for how often somebody asked. */
const everything = async () =>
  await atOneMoment(rollcall.db, async (tx) => {
    const sums: Record<string, unknown> = {}
    for (const table of await tablesInOrder(tx)) if (table !== 'rate_buckets') sums[table] = await sumOf(tx, table)
    return sums
  })

const ofWorkspace: ReadonlySet<Kind> = new Set(['workspace', 'person', 'workspaceInvitation', 'workspaceLink'])

/** Where an id of this kind is none of the asker's, or not of the place that the path names. */
const placesFor = (name: CallName, kind: Kind, inPath: boolean): Place[] => {
  // A person's own are theirs wherever they are.
  if (kind === 'session' || kind === 'connection' || kind === 'awaited') return [colleagues, elsewhere]
  // What the path names may be anything of theirs; what is asked for inside it, only what is in it.
  const theirs = inPath && (kind === 'group' || kind === 'workspace') ? [] : [ownAway]
  if (ofWorkspace.has(kind) || calls[name].allow === 'workspace.change') return [...theirs, elsewhere]
  // A Workspace Owner is Owner in every Shared Group of it: that one is for the teacher to ask.
  if (kind === 'group') return name === 'groups.create' ? [...theirs, elsewhere] : [...theirs, colleagues, elsewhere]
  return [...theirs, own, colleagues, elsewhere]
}

const cases = callWithIds.flatMap((name) =>
  leavesOf(calls[name].input)
    .filter(({ kind }) => kind === 'id')
    .map(({ path }) => [name, path.join('.'), path] as const),
)

const kindOf = (name: CallWithIds, path: readonly string[]): Kind =>
  (kinds[name] as Readonly<Record<string, Kind>>)[path[0] ?? ''] ?? 'new'

it('the ids of every call are known here', () => {
  for (const name of callNames) {
    const found = leavesOf(calls[name].input).flatMap(({ kind, path }) => (kind === 'id' ? (path[0] ?? []) : []))
    expect([name, new Set(found)]).toEqual([
      name,
      new Set(Object.keys(name in kinds ? kinds[name as CallWithIds] : {})),
    ])
  }
})

describe.each(cases)('%s, asked with another %s', (name, _, path) => {
  const kind = kindOf(name, path)
  const inPath = calls[name].path.includes(`:${path[0]}`)

  it('finds nothing, changes nothing and says nothing of what is elsewhere', async () => {
    // The same two people ask everything; how often is not the matter here.
    await rollcall.db.deleteFrom('rate_buckets').execute()
    const here = await furnish(rollcall, school, head, teacher, 'here')
    const sample = samples[name](here)
    const before = await everything()

    if (kind !== 'new') {
      const madeUp = randomUUID()
      const silence = await ask(name, withValueAt(sample, path, madeUp) as object)
      expect(isNotFound(name, silence), silence.text).toBe(true)
      for (const place of placesFor(name, kind, inPath)) {
        for (const id of [place[kind], place[kind].toUpperCase()]) {
          const answer = await ask(name, withValueAt(sample, path, id) as object)
          // Word for word what is said of an id that nothing has.
          expect(answer.text.replaceAll(id, madeUp)).toBe(silence.text)
          expect(answer.status).toBe(silence.status)
        }
        // A path of theirs, with what is theirs in it.
        const answer = place === own || place === ownAway ? undefined : await ask(name, samples[name](place))
        if (answer) expect([answer.status, answer.text.includes(SECRET)]).toEqual([404, false])
      }
    }
    const noIds = [
      'x',
      `${here.group}'--`,
      `${here.group}\0`,
      `${here.group} or true`,
      '../../me',
      '{{id}}',
      '9'.repeat(4000),
    ]
    for (const id of inPath || calls[name].method === 'GET' ? noIds : [...noIds, '', 7, true, {}, [here.group]]) {
      const { status, text } = await ask(name, withValueAt(sample, path, id) as object)
      expect([status, JSON.parse(text).code, text.includes(SECRET)]).toEqual([422, 'notUnderstood', false])
    }
    expect(await everything()).toEqual(before)

    // The same request with what is there: it was not refused for something else.
    const answer = await ask(name, sample)
    expect(isNotFound(name, answer), answer.text).toBe(false)
    expect(answer.status, answer.text).not.toBe(422)
  })
})
