import * as z from 'zod/mini'
import type { ProblemCode } from './errors.ts'
import { MAX_ADDRESSES_PER_PAGE, MAX_PAGE_SIZE } from './limits.ts'
import {
  Group,
  GroupName,
  GroupRole,
  Id,
  KnownAddress,
  LinkAccess,
  Me,
  MemberRow,
  SendAnswer,
  SendBody,
  ShareLink,
} from './schemas.ts'

/** What a call needs: `person`, somebody signed in; the rest is decided on the Workspace or Group in the path. */
export type Permission =
  | 'person'
  | 'workspace.createGroup'
  | 'group.see'
  | 'group.viewMembers'
  | 'group.invite'
  | 'group.makeLink'

/** One row: the whole agreement about one call. `path` parameters are ids; a GET's `input` travels in the query. */
export interface Call<
  I extends z.ZodMiniType = z.ZodMiniType,
  O extends z.ZodMiniType = z.ZodMiniType,
  P extends Permission = Permission,
> {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: `/api/${string}`
  readonly allow: P
  /** Path parameters, query and body together, as one flat object. */
  readonly input: I
  readonly output: O
  /** Refusals beyond those every call can give (signedOut, notFound, notUnderstood, tooMany, busy, internal). */
  readonly refuses: readonly ProblemCode[]
  readonly summary: string
}

const call = <I extends z.ZodMiniType, O extends z.ZodMiniType, const P extends Permission>(
  row: Call<I, O, P>,
): Call<I, O, P> => row

const none = z.object({})
const inGroup = { groupId: Id }
const cursor = z.optional(z.string().check(z.maxLength(400)))

export const calls = {
  me: call({
    method: 'GET',
    path: '/api/me',
    allow: 'person',
    input: none,
    output: Me,
    refuses: [],
    summary: 'Who is signed in, and their Workspaces.',
  }),
  'groups.list': call({
    method: 'GET',
    path: '/api/groups',
    allow: 'person',
    input: none,
    output: z.object({ groups: z.array(Group) }),
    refuses: [],
    summary: 'Every Group the caller may see, in all their Workspaces, by name.',
  }),
  'groups.create': call({
    method: 'POST',
    path: '/api/workspaces/:workspaceId/groups',
    allow: 'workspace.createGroup',
    input: z.object({ workspaceId: Id, name: GroupName, parentId: z.optional(z.nullable(Id)) }),
    output: Group,
    refuses: ['notAllowed'],
    summary: 'Create a Group; the caller becomes its Owner. It is Private until somebody is invited.',
  }),
  'groups.get': call({
    method: 'GET',
    path: '/api/groups/:groupId',
    allow: 'group.see',
    input: z.object(inGroup),
    output: Group,
    refuses: [],
    summary: 'One Group.',
  }),
  'members.list': call({
    method: 'GET',
    path: '/api/groups/:groupId/members',
    allow: 'group.viewMembers',
    input: z.object({
      ...inGroup,
      state: z.enum(['accepted', 'pending']),
      search: z.optional(z.string().check(z.maxLength(100))),
      limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(MAX_PAGE_SIZE))),
      after: cursor,
    }),
    output: z.object({ rows: z.array(MemberRow), total: z.number(), next: z.nullable(z.string()) }),
    refuses: ['notAllowed'],
    summary: 'Members (accepted) or open invitations (pending), by name then address.',
  }),
  'members.addresses': call({
    method: 'GET',
    path: '/api/groups/:groupId/addresses',
    allow: 'group.invite',
    input: z.object({ ...inGroup, after: cursor }),
    output: z.object({ addresses: z.array(KnownAddress), next: z.nullable(z.string()) }),
    refuses: ['notAllowed'],
    summary: `Every address the Group knows, ${MAX_ADDRESSES_PER_PAGE} at a time: a client compares a roster with it on its own side.`,
  }),
  'invitations.send': call({
    method: 'POST',
    path: '/api/groups/:groupId/invitations',
    allow: 'group.invite',
    input: z.object({ ...inGroup, ...SendBody.shape }),
    output: SendAnswer,
    refuses: ['notAllowed', 'keyReused', 'tooLarge'],
    summary: 'Invite people, each with a role. One outcome per entry, in the order given; safe to repeat.',
  }),
  'invitations.undo': call({
    method: 'POST',
    path: '/api/groups/:groupId/undo',
    allow: 'group.invite',
    input: z.object({ ...inGroup, batch: Id }),
    output: z.object({
      /** People taken back: neither invited nor members any more, no mail went out. */
      undone: z.number(),
      /** People whose mail had left already; they stay as they are. */
      tooLate: z.number(),
    }),
    refuses: ['notAllowed'],
    summary: 'Take back a batch whose mails are still held.',
  }),
  'links.list': call({
    method: 'GET',
    path: '/api/groups/:groupId/links',
    allow: 'group.makeLink',
    input: z.object(inGroup),
    output: z.object({ links: z.array(ShareLink) }),
    refuses: ['notAllowed'],
    summary: 'The live share links of a Group.',
  }),
  'links.create': call({
    method: 'POST',
    path: '/api/groups/:groupId/links',
    allow: 'group.makeLink',
    input: z.object({ ...inGroup, access: LinkAccess, role: GroupRole }),
    output: ShareLink,
    refuses: ['notAllowed'],
    summary: 'The one live link with this access and role; made when there is none. Anyone-links give Member only.',
  }),
  'links.revoke': call({
    method: 'DELETE',
    path: '/api/groups/:groupId/links/:linkId',
    allow: 'group.makeLink',
    input: z.object({ ...inGroup, linkId: Id }),
    output: z.object({}),
    refuses: ['notAllowed'],
    summary: 'End a share link; who came in by it stays.',
  }),
} as const satisfies Record<string, Call>

export type CallName = keyof typeof calls
export const callNames = Object.keys(calls).filter((name): name is CallName => name in calls)
export type CallInput<N extends CallName> = z.input<(typeof calls)[N]['input']>
export type CallOutput<N extends CallName> = z.output<(typeof calls)[N]['output']>
/** The typed face of the service: one function, by name of the call. */
export type CallService = <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>
