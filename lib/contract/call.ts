import * as z from 'zod/mini'
import type { ProblemCode } from './errors.ts'
import { MAX_PEOPLE_PER_CALL } from './limits.ts'
import { Id } from './schemas.ts'

/** What a call needs: `person`, somebody signed in; the rest is decided on the Workspace or Group in the path. */
export type Permission =
  | 'person'
  | 'workspace.createGroup'
  | 'workspace.see'
  | 'workspace.change'
  | 'workspace.people'
  | 'workspace.delete'
  | 'workspace.restore'
  | 'group.see'
  | 'group.viewMembers'
  | 'group.changeMembers'
  | 'group.leave'
  | 'group.change'
  | 'group.archive'
  | 'group.copy'
  | 'group.delete'
  | 'group.restore'
  | 'group.export'
  | 'group.purge'
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
  /** It asks others over the network: its handler is given the plain store and makes its own transactions. */
  readonly reachesOut?: true
}

/** A row as it is written, typed by what it says. */
export const call = <I extends z.ZodMiniType, O extends z.ZodMiniType, const P extends Permission>(
  row: Call<I, O, P>,
): Call<I, O, P> => row

/** Part of the input of every call on one Workspace. */
export const inWorkspace = { workspaceId: Id }
/** Part of the input of every call on one Group. */
export const inGroup = { groupId: Id }
/** Text without what no store keeps: the character zero, and halves of a surrogate pair. */
const storable = (longest: number) => z.string().check(z.maxLength(longest), z.regex(/^[^\0\p{Cs}]*$/u))
/** Where a list goes on. The longest name and address, three bytes a letter, in base64. */
export const cursor = z.optional(storable(2000))
/** Part of a name or an address. */
export const search = z.optional(storable(100))
/** Whom or what a call is about that takes several at once. */
export const ids = z.array(Id).check(z.minLength(1), z.maxLength(MAX_PEOPLE_PER_CALL))

/** What a call did to each of several: one outcome per id, in the order given. One that cannot be done stops no other. */
export const outcomes = <const W extends readonly string[]>(words: W) =>
  z.object({ outcomes: z.array(z.object({ id: Id, outcome: z.enum(words) })) })
