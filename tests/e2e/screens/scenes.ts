import type { Account } from '../../../components/services.ts'
import type { CallName } from '../../../lib/contract/calls.ts'
import { CallProblem } from '../../../lib/contract/errors.ts'
import type { KnownAddress, MemberRow, ShareLink } from '../../../lib/contract/index.ts'
import type { JobChunk } from '../../../lib/jobs/job.ts'
import type { PartialReason, ReadProblem } from '../../../lib/lms/roster.ts'
import {
  biology,
  chemistry,
  course,
  type FakeWorld,
  group,
  job,
  labA,
  me,
  people,
  person,
  roster,
  workspaceId,
} from '../../helpers/fakeServices.ts'
import { classOf, exceptions, labs, manyPeople, odd, withLogins } from './people.ts'

const since = '2026-08-28T09:30:00Z'
const known = (email: string, over: Partial<KnownAddress> = {}): KnownAddress => ({
  email,
  role: 'member',
  state: 'member',
  since,
  ...over,
})

const klass = classOf(285)
const mixed = roster([...exceptions, ...klass])
const addresses: KnownAddress[] = [
  known('ruth.abrams@example.edu', { role: 'owner' }),
  ...klass.slice(0, 12).map(({ email = '' }) => known(email, { state: 'pending' })),
  ...klass.slice(12, 20).map(({ email = '' }) => known(email)),
]

const linked = (groupId = biology.id, courseId = course.courseId, name = course.name) => ({
  groupId,
  site: course.site,
  course: courseId,
  name,
})
const id = (index: number) => `00000000-0000-4000-8000-${String(3000 + index).padStart(12, '0')}`
const cameFrom = (email: string, index: number, over: Partial<KnownAddress> = {}) =>
  known(email, { id: id(index), origin: 'roster', ...over })
/** A class of 40 that is in already, but for those who came late. */
const term = classOf(40)
const inTerm = term.slice(0, 37).map(({ email = '', name }, index) => cameFrom(email, index, { name }))
const dropped = [
  cameFrom('wanda.fuchs@example.edu', 90, { name: 'Wanda Fuchs' }),
  cameFrom('samuel.osei@example.edu', 91, { name: 'Samuel Osei', state: 'pending' }),
  cameFrom('petra.holm@example.edu', 92, { name: 'Petra Holm' }),
]
const risen = person('ta', { name: 'Lucia Marino', email: 'lucia.marino@example.edu', role: 'ta' })
const fallen = person('fallen', { name: 'Viktor Blom', email: 'viktor.blom@example.edu' })
const differing = [
  cameFrom('lucia.marino@example.edu', 95),
  cameFrom('viktor.blom@example.edu', 96, { role: 'facilitator' }),
]
const late = (over: Partial<FakeWorld> = {}): Partial<FakeWorld> => ({
  roster: { kind: 'ready', roster: roster([risen, fallen, ...term]) },
  addresses: [...inTerm, ...differing, ...dropped],
  rosterLinks: [linked()],
  groups: tree,
  ...over,
})

const [labAGroup, labBGroup] = ['Lab A', 'Lab B'].map((name, index) =>
  group(20 + index, name, { parentId: biology.id }),
)
const changed = labs.filter(({ sections: [first], role }) => role === 'student' && first === 'Lab B').slice(0, 2)
const bySection = (over: Partial<FakeWorld> = {}): Partial<FakeWorld> => ({
  roster: { kind: 'ready', roster: roster(labs) },
  groups: [biology, chemistry],
  ...over,
})

const outcomes: JobChunk = {
  key: me.id,
  people: klass.slice(0, 214).map(({ email = '', name }) => ({ email, name, role: 'member' as const })),
  outcomes: klass.slice(0, 214).map(({ email = '' }, index) => ({
    email,
    outcome:
      index === 0
        ? ('invalid' as const)
        : index === 1
          ? ('roleDiffers' as const)
          : index < 6
            ? ('pending' as const)
            : index < 9
              ? ('added' as const)
              : ('invited' as const),
    ...(index === 1 ? { role: 'owner' as const } : {}),
  })),
}
const counts = { invited: 205, added: 3, pending: 4, roleDiffers: 1, invalid: 1 }

const row = (index: number, over: Partial<MemberRow>): MemberRow => {
  const { email = '', name } = klass[index] ?? {}
  return {
    id: `00000000-0000-4000-8000-${String(1000 + index).padStart(12, '0')}`,
    email,
    name: name ?? '',
    role: 'member',
    state: 'pending',
    origin: 'roster',
    since,
    delivery: 'sent',
    opened: false,
    ...over,
  }
}
const members: MemberRow[] = [
  { ...row(0, { state: 'accepted', role: 'owner', delivery: 'none' }), name: me.name, email: me.email },
  ...Array.from({ length: 11 }, (_, index) => row(index + 1, { state: 'accepted', delivery: 'none' })),
  ...(['held', 'queued', 'sent', 'kept', 'bounced', 'none'] as const).map((delivery, index) =>
    row(index + 20, { delivery }),
  ),
  row(30, { opened: true }),
]
const link = (access: ShareLink['access'], uses: number): ShareLink => ({
  id: `00000000-0000-4000-8000-0000000007${{ anyone: '01', restricted: '02', roster: '03' }[access]}`,
  access,
  role: 'member',
  url: `https://groups.example.edu/join/AbC9dEfGhIjKlMnOpQrStUvWxYz-${access}`,
  uses,
  createdAt: since,
})

const tree = [
  biology,
  labA,
  group(4, 'Lab section B', { parentId: biology.id }),
  group(5, 'Field trip team', { parentId: labA.id }),
  chemistry,
  group(6, 'Organic chemistry reading circle for second-year students', { parentId: chemistry.id }),
  group(7, 'Statistics for life sciences'),
  group(8, 'Thesis seminar', { type: 'private' }),
]

const problem = (kind: ReadProblem): Partial<FakeWorld> => ({ roster: { kind: 'problem', course, problem: kind } })
const partial = (reason: PartialReason, total?: number): Partial<FakeWorld> => ({
  roster: {
    kind: 'ready',
    roster: { ...roster(klass.slice(0, 48), { complete: false, partial: reason }), ...(total ? { total } : {}) },
  },
})

const linkedCourse = { site: 'https://canvas.example.edu', name: 'Introduction to Biology, autumn term' }

const ownerOfSchool: Account = {
  state: 'signedIn',
  service: 'https://groups.example.edu',
  me: { ...me, workspaces: [{ id: workspaceId, name: 'School of Life Sciences', role: 'owner' }] },
}
/** What the pages of a Workspace and of oneself ask. */
const ownersAsks: readonly CallName[] = [
  'workspacePeople.list',
  'workspacePeople.invited',
  'workspaceLinks.list',
  'workspaces.settings',
  'sso.get',
  'workspaces.usage',
  'audit.list',
  'me.invitations',
  'me.sessions',
  'me.connections',
]

/** Every screen in every state, by name: the world that the fake services answer from. */
export const scenes: Readonly<Record<string, () => Partial<FakeWorld>>> = {
  invite: () => ({ roster: { kind: 'ready', roster: mixed }, addresses, groups: tree }),
  sections: () => bySection(),
  'sections-there': () =>
    bySection({
      groups: [biology, labAGroup!, labBGroup!, chemistry],
      rosterLinks: [linked(), linked(labAGroup!.id, '101 › Lab A', 'Lab A')],
      addresses: changed.map(({ email = '', name }, index) => cameFrom(email, 200 + index, { name })),
    }),
  'sections-partial': () =>
    bySection({ roster: { kind: 'ready', roster: roster(labs, { complete: false, partial: 'maybeMore' }) } }),
  'sections-checking': () => bySection({ silent: ['members.addresses'] }),
  'sections-failing': () => bySection({ problems: { 'members.addresses': new CallProblem('unreachable') } }),
  'sections-refused': () => bySection({ problems: { 'groups.create': new CallProblem('notAllowed') } }),
  'late-adds': () => late(),
  'late-removed': () => late(),
  'late-shrinks': () => late({ roster: { kind: 'ready', roster: roster([risen, fallen, ...term.slice(0, 30)]) } }),
  'late-unsure': () => late({ roster: { kind: 'ready', roster: roster([exceptions[1]!, risen, fallen, ...term]) } }),
  'late-refused': () => late({ problems: { 'rosters.removeGone': new CallProblem('incomplete') } }),
  'linked-elsewhere': () => late({ rosterLinks: [linked(biology.id, '77', 'Biology, spring term')], addresses: [] }),
  'linked-other': () => late({ choice: undefined, addresses: [] }),
  'invite-domains': () => ({
    roster: { kind: 'ready', roster: roster(odd) },
    account: {
      state: 'signedIn',
      service: 'https://groups.example.edu',
      me: {
        ...me,
        workspaces: [{ id: workspaceId, name: 'Demo School', role: 'editor', emailDomains: ['example.edu'] }],
      },
    },
  }),
  many: () => {
    const all = manyPeople(10_000)
    return {
      roster: { kind: 'ready', roster: roster(all) },
      addresses: all
        .slice(0, 2_000)
        .map(({ email = '' }, index) => known(email, { state: index % 2 === 0 ? 'member' : 'pending' })),
      members: all.map(({ name, email = '' }, index) => ({ ...row(index, { state: 'accepted' }), name, email })),
    }
  },
  'many-few': () => ({ roster: { kind: 'ready', roster: roster(manyPeople(30)) } }),
  'invite-small': () => ({ roster: { kind: 'ready', roster: roster(people(4)) } }),
  'invite-no-group': () => ({ choice: undefined, groups: tree, roster: { kind: 'ready', roster: roster(klass) } }),
  'invite-checking': () => ({ silent: ['members.addresses'], roster: { kind: 'ready', roster: roster(klass) } }),
  'invite-unchecked': () => ({
    problems: { 'members.addresses': new CallProblem('unreachable') },
    roster: { kind: 'ready', roster: roster(klass) },
  }),
  'invite-role-lost': () => ({
    problems: { 'members.addresses': new CallProblem('notAllowed') },
    roster: { kind: 'ready', roster: roster(klass) },
  }),
  'invite-all-in': () => ({
    roster: { kind: 'ready', roster: roster(klass.slice(0, 15)) },
    addresses: klass.slice(0, 15).map(({ email = '' }) => known(email)),
  }),
  'invite-no-addresses': () => ({
    roster: {
      kind: 'ready',
      roster: roster(
        klass
          .slice(0, 40)
          .map((one, index) => (index < 12 ? one : { ...one, email: '' }))
          .map(({ email, ...rest }) => (email ? { email, ...rest } : rest)),
      ),
    },
  }),
  'invite-labs': () => ({
    roster: { kind: 'ready', roster: roster(labs, { leftOut: { observers: 2, testStudents: 1 } }) },
  }),
  'invite-odd': () => ({ roster: { kind: 'ready', roster: roster(odd) } }),
  'invite-logins': () => ({
    roster: {
      kind: 'ready',
      roster: roster(
        classOf(40).map((one) => ({ ...one, emailSource: 'login' as const })),
        { addressesHidden: true },
      ),
    },
  }),
  'invite-rule': () => ({ roster: { kind: 'ready', roster: roster(withLogins(12, 40), { addressesPrivate: true }) } }),
  'invite-rule-doubt': () => ({ roster: { kind: 'ready', roster: roster(withLogins(22, 40, 2)) } }),
  'invite-few-without': () => ({
    roster: {
      kind: 'ready',
      roster: roster([...withLogins(0, 2).map(({ login, ...one }) => one), ...classOf(60).slice(2)]),
    },
  }),
  'invite-site': () => ({ roster: { kind: 'ready', roster: roster(people(4)) }, site: course.site }),
  'site-withdrawn': () => ({
    roster: { kind: 'ready', roster: roster(people(4)) },
    site: course.site,
    withdrawn: true,
  }),
  'partial-rows': () => partial('rowsOnPage', 297),
  'partial-filtered': () => partial('filtered'),
  'partial-sections': () => partial('ownSectionsOnly'),
  'partial-counts': () => partial('countsDiffer', 51),
  'as-somebody-else': () => ({
    roster: { kind: 'ready', roster: { ...roster(people(8)), asSomebodyElse: true, testSite: true } },
  }),
  'course-empty': () => ({ roster: { kind: 'ready', roster: roster([]) } }),
  course: () => ({ roster: { kind: 'course', course } }),
  reading: () => ({ roster: { kind: 'reading', course, read: 120, total: 297 } }),
  'reading-unknown': () => ({ roster: { kind: 'reading', course, read: 120 } }),
  ...Object.fromEntries(
    (
      ['signedOut', 'forbidden', 'throttled', 'unreachable', 'broken', 'notThere', 'unreadable', 'stopped'] as const
    ).map((kind) => [`read-${kind}`, () => problem(kind)]),
  ),
  paste: () => ({ roster: null, files: { here: false, openPage: () => {} } }),
  'paste-page': () => ({ roster: null }),
  'signed-out': () => ({ account: { state: 'signedOut', service: 'https://groups.example.edu' } }),
  'sign-in-closed': () => ({
    account: { state: 'signedOut', service: 'https://groups.example.edu' },
    problems: { me: new CallProblem('signedOut') },
  }),
  loading: () => ({ account: { state: 'loading' } }),
  offline: () => ({
    account: { state: 'offline', service: 'https://groups.example.edu', me },
    problems: { 'members.addresses': new CallProblem('unreachable') },
    roster: { kind: 'ready', roster: roster(klass) },
  }),
  'service-newer': () => ({
    account: { state: 'otherVersion', service: 'https://groups.example.edu', newer: true },
  }),
  'service-down': () => ({ problems: { 'groups.list': new CallProblem('unreachable') } }),
  'no-group-yet': () => ({ groups: [chemistry], choice: undefined }),
  'no-group-for-you': () => ({
    groups: [chemistry],
    choice: undefined,
    account: {
      state: 'signedIn',
      service: 'https://groups.example.edu',
      me: { ...me, workspaces: [{ id: workspaceId, name: 'Demo School', role: 'member' }] },
    },
  }),
  sending: () => ({ jobs: [job()], notices: false }),
  'waiting-signed-out': () => ({ jobs: [job({ state: 'waiting', waitingFor: 'signedOut' })] }),
  'waiting-unreachable': () => ({
    jobs: [
      job({ state: 'waiting', waitingFor: 'unreachable', nextTryAt: new Date(Date.now() + 16_000).toISOString() }),
    ],
  }),
  'waiting-proxy': () => ({ jobs: [job({ state: 'waiting', waitingFor: 'notTheService' })] }),
  'waiting-busy': () => ({ jobs: [job({ state: 'waiting', waitingFor: 'busy' })] }),
  'refused-not-allowed': () => ({
    jobs: [job({ state: 'refused', refused: 'notAllowed', sent: 0 })],
    chunks: [{ key: me.id, people: outcomes.people }],
  }),
  'refused-not-found': () => ({
    jobs: [job({ state: 'refused', refused: 'notFound' })],
    chunks: [{ key: me.id, people: outcomes.people }],
  }),
  outcome: () => ({
    jobs: [
      job({ state: 'done', sent: 214, total: 214, counts, heldUntil: new Date(Date.now() + 9_000).toISOString() }),
    ],
    chunks: [outcomes],
    site: course.site,
  }),
  'outcome-sections': () => ({
    jobs: ['Lab A', 'Tuesday lab', 'Biology 101'].map((groupName, index) =>
      job({
        id: id(500 + index),
        groupName,
        together: id(499),
        ...(index === 2
          ? { state: 'refused', refused: 'notAllowed' }
          : { state: 'done', counts: { invited: 98 + index }, heldUntil: new Date(Date.now() + 9_000).toISOString() }),
      }),
    ),
    chunks: [outcomes],
  }),
  'outcome-left': () => ({
    jobs: [
      job({ state: 'done', sent: 214, total: 214, counts, heldUntil: new Date(Date.now() - 1_000).toISOString() }),
    ],
    chunks: [outcomes],
  }),
  undone: () => ({
    jobs: [job({ createdAt: new Date().toISOString(), state: 'undone', undone: { undone: 214, tooLate: 0 } })],
  }),
  'undone-late': () => ({
    jobs: [job({ createdAt: new Date().toISOString(), state: 'undone', undone: { undone: 211, tooLate: 3 } })],
  }),
  link: () => ({ links: [link('restricted', 12)], groups: tree }),
  'link-none': () => ({ links: [] }),
  'link-many': () => ({
    links: [
      { ...link('restricted', 12), expiresAt: '2026-12-18T22:59:59Z', maxUses: 300 },
      { ...link('anyone', 0), ended: 'expired', expiresAt: '2026-08-30T21:59:59Z' },
      { ...link('roster', 204), people: 285 },
    ],
    roster: { kind: 'ready', roster: mixed },
    groups: tree,
  }),
  members: () => ({ members, groups: tree }),
  'members-empty': () => ({ members: [] }),
  'web-failing': () => ({
    groups: tree,
    problems: Object.fromEntries(
      (['members.list', 'rosters.get', 'groups.times', 'links.list', 'groups.move'] as const).map((name) => [
        name,
        new CallProblem('notAllowed'),
      ]),
    ),
  }),
  'web-offline': () => ({ account: { state: 'offline', service: 'https://groups.example.edu' } }),
  'web-loading': () => ({
    groups: tree,
    silent: ['members.list', 'rosters.get', 'groups.times', 'workspaces.settings'],
  }),
  'web-owner-failing': () => ({
    account: ownerOfSchool,
    groups: tree,
    problems: Object.fromEntries(ownersAsks.map((name) => [name, new CallProblem('internal')])),
  }),
  'web-owner-offline': () => ({
    account: ownerOfSchool,
    groups: tree,
    problems: Object.fromEntries(ownersAsks.map((name) => [name, new CallProblem('unreachable')])),
  }),
  'web-owner-loading': () => ({ account: ownerOfSchool, groups: tree, silent: ownersAsks }),
  'web-owner': () => ({
    account: ownerOfSchool,
    groups: [
      ...tree,
      group(20, 'Biology 101, spring', { archivedAt: '2026-06-30T12:00:00Z' }),
      group(21, 'Trial of a Group', { deletedAt: '2026-08-20T12:00:00Z' }),
    ],
    members,
    links: [link('restricted', 12)],
    rosterLinks: [
      { ...linkedCourse, groupId: biology.id, course: '101', readAt: since, readPeople: 285 },
      { ...linkedCourse, groupId: labA.id, course: '101 › Tuesday 10:00' },
      { ...linkedCourse, groupId: group(4, '').id, course: '101 › Thursday 14:00' },
    ],
    times: { remindDays: 7, termEndsOn: null, termAround: '2026-12-18', atTermEnd: 'purge' },
    workspacePeople: klass.slice(0, 40).map(({ email = '', name = '' }, index) => ({
      id: `00000000-0000-4000-8000-${String(3000 + index).padStart(12, '0')}`,
      email,
      name,
      role: index === 0 ? 'owner' : index < 4 ? 'editor' : 'member',
      origin: 'roster',
      since,
      groups: index % 5,
    })),
    sso: {
      issuer: 'https://login.example.edu',
      client: 'rollcall',
      required: true,
      trusted: false,
      domains: [
        { domain: 'example.edu', proved: true },
        { domain: 'students.example.edu', proved: false },
      ],
      worked: true,
    },
    waiting: [
      {
        ...{ id: id(4200), group: 'Marine ecology, field course', workspace: 'School of Life Sciences' },
        ...{ role: 'facilitator', since, expiresAt: '2026-10-01T09:30:00Z' },
        inviter: { email: 'wanda.fuchs@example.edu', name: 'Wanda Fuchs' },
      },
      {
        ...{ id: id(4201), group: null, workspace: 'Institute for Advanced Study in Statistics' },
        ...{ role: 'editor', since, expiresAt: '2026-10-01T09:30:00Z' },
        inviter: { email: 'samuel.osei@example.edu', name: '' },
      },
    ],
    sessions: [
      { id: me.id, browser: 'Firefox, Linux', here: true, since, lastUsed: since },
      { id: workspaceId, browser: 'Safari, iPhone', here: false, since, lastUsed: since },
    ],
    connections: [{ id: biology.id, browser: 'Chrome, Windows', here: false, extension: null, since, lastUsed: since }],
    workspaceLinks: [
      {
        ...{ id: id(4100), access: 'restricted', role: 'member', uses: 31, createdAt: since },
        url: 'https://groups.example.edu/join/workspace/K7dQ2m9',
        expiresAt: '2026-12-18T22:59:59Z',
      },
      {
        ...{ id: id(4101), access: 'anyone', role: 'member', uses: 0, createdAt: since },
        url: 'https://groups.example.edu/join/workspace/Pz81cRt',
      },
    ],
    testMail: { result: 'refused', codes: '554 5.7.1' },
    suppressions: [
      { email: 'samuel.osei@example.edu', reason: 'bounced', since },
      { email: 'wanda.fuchs@example.edu', reason: 'unsubscribed', since },
    ],
    workspaceInvited: klass.slice(50, 53).map(({ email = '' }, index) => ({
      id: `00000000-0000-4000-8000-${String(4000 + index).padStart(12, '0')}`,
      email,
      role: 'editor',
      state: 'pending',
      since,
      expiresAt: '2026-10-01T09:30:00Z',
      ...(index === 1 ? { delivery: 'bounced', problem: 'noSuchAddress' } : { delivery: 'sent' }),
    })),
    audit: (['invitations.send', 'links.rotate', 'members.setRole', 'mail.bounced', 'groups.create'] as const).map(
      (action, index) => ({
        id: String(50 - index),
        at: since,
        actor: action === 'mail.bounced' ? null : { id: me.id, email: me.email, name: me.name },
        group: { id: biology.id, name: biology.name },
        action,
        subjectId: null,
        details: {},
      }),
    ),
  }),
}
