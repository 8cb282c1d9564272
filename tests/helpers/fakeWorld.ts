import type { Account, FileService } from '../../components/services.ts'
import type { CallProblem } from '../../lib/contract/errors.ts'
import type {
  CallName,
  CallOutput,
  Group,
  KnownAddress,
  MemberRow,
  ShareLink,
  WorkspaceLink,
  WorkspaceSettings,
} from '../../lib/contract/index.ts'
import type { JobChunk, SendJob } from '../../lib/jobs/job.ts'
import type { RosterState } from '../../lib/lms/roster.ts'
import { defaultRoleMapping, type RoleMapping } from '../../lib/people/person.ts'
import { noRoleChanges, type RoleChanges } from '../../lib/people/roles.ts'
import { biology, chemistry, labA, me, people, roster } from './invented.ts'

/** What there is, behind services that are not: the account, the roster, and what the calls answer with. */
export interface FakeWorld {
  account: Account
  roster: RosterState | null
  groups: readonly Group[]
  addresses: readonly KnownAddress[]
  /** Of the Groups that have their own, by id; the others have those above. */
  seated?: Readonly<Record<string, readonly KnownAddress[]>>
  members: readonly MemberRow[]
  /** What the history of anybody says. */
  history: CallOutput<'members.history'>['events']
  /** What went to anybody. */
  mails: CallOutput<'members.mails'>
  links: readonly ShareLink[]
  workspaceLinks: readonly WorkspaceLink[]
  settings: WorkspaceSettings
  /** Of every Group. */
  times: CallOutput<'groups.times'>
  workspacePeople: CallOutput<'workspacePeople.list'>['rows']
  workspaceInvited: CallOutput<'workspacePeople.invited'>['rows']
  deletedWorkspaces: CallOutput<'workspaces.deleted'>['workspaces']
  audit: CallOutput<'audit.list'>['lines']
  sso: CallOutput<'sso.get'>['sso']
  sessions: CallOutput<'me.sessions'>['sessions']
  connections: CallOutput<'me.connections'>['connections']
  /** What waits for whoever is signed in. */
  waiting: CallOutput<'me.invitations'>['invitations']
  deletion: CallOutput<'me.deletion'>
  suppressions: CallOutput<'suppressions.list'>['suppressions']
  usage: CallOutput<'workspaces.usage'>
  testMail: CallOutput<'workspaces.testMail'>
  /** Courses that Groups are linked with. */
  rosterLinks: readonly {
    groupId: string
    site: string
    course: string
    name: string
    lms?: string
    readAt?: string
    readPeople?: number
  }[]
  jobs: readonly SendJob[]
  chunks: readonly JobChunk[]
  choice: { groupId: string; role: Group['role'] } | undefined
  /** The usual roles, and what was changed for the course. */
  usualRoles: RoleMapping
  roleChanges: RoleChanges
  site: string | null
  /** The site was allowed once. */
  withdrawn: boolean
  /** Whether the end of a send may be told; null where that cannot be asked. */
  notices: boolean | null
  /** Calls that come to nothing, by name. */
  problems: Partial<Record<CallName, CallProblem>>
  /** Instead of reading files where they are. */
  files?: FileService
  /** Calls that never answer. */
  silent: readonly CallName[]
}

export const signedIn: Account = { state: 'signedIn', service: 'https://groups.example.edu', me }

/** An instructor signed in, at a course of five, with three Groups. */
export const usualWorld = (): FakeWorld => ({
  account: signedIn,
  roster: { kind: 'ready', roster: roster(people(5)) },
  groups: [biology, labA, chemistry],
  addresses: [],
  members: [],
  history: [],
  mails: { mails: [], openedAt: null },
  links: [],
  workspaceLinks: [],
  settings: {
    name: 'Demo School',
    emailDomains: ['example.edu'],
    anyoneRole: 'member',
    invitationDays: null,
    holdSeconds: 20,
    mailsPerMinute: null,
    termEndsOn: null,
    atTermEnd: 'stay',
    language: null,
    usualRoles: null,
  },
  times: { remindDays: null, termEndsOn: null, termAround: null, atTermEnd: 'stay' },
  workspacePeople: [],
  workspaceInvited: [],
  deletedWorkspaces: [],
  audit: [],
  sso: null,
  sessions: [],
  connections: [],
  waiting: [],
  suppressions: [],
  usage: {
    ...{
      people: 1204,
      groups: 62,
      pending: 31,
      accepted: 1150,
      mailsThisMonth: 1303,
      invitationsToday: 40,
      mailsToday: 96,
    },
    quotas: { people: 50_000, groups: 10_000, invitations: 50_000, mails: 100 },
  },
  testMail: { result: 'sent', codes: null },
  deletion: { alone: [], workspaces: 1, groups: 3, ownGroups: 1 },
  rosterLinks: [],
  jobs: [],
  chunks: [],
  choice: { groupId: biology.id, role: 'member' },
  usualRoles: defaultRoleMapping,
  roleChanges: noRoleChanges,
  site: null,
  withdrawn: false,
  notices: null,
  problems: {},
  silent: [],
})
