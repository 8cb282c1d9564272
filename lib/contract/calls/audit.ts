import * as z from 'zod/mini'
import { call, cursor, inWorkspace } from '../call.ts'
import { MAX_PAGE_SIZE } from '../limits.ts'
import { Id } from '../schemas.ts'

/** One line of the audit. Names are as they are now; null where what it was about is gone. */
const AuditLine = z.object({
  id: z.string(),
  /** ISO 8601 */
  at: z.string(),
  /** Null: the service itself. */
  actor: z.nullable(z.object({ id: Id, email: z.nullable(z.string()), name: z.nullable(z.string()) })),
  group: z.nullable(z.object({ id: Id, name: z.nullable(z.string()) })),
  /** A call of this contract, or what happens on the service's pages, such as `invitation.accepted`. */
  action: z.string(),
  subjectId: z.nullable(Id),
  details: z.record(z.string(), z.unknown()),
})

/** The audit, for Owners of a Workspace. */
export const auditCalls = {
  'audit.list': call({
    method: 'GET',
    path: '/api/workspaces/:workspaceId/audit',
    allow: 'workspace.change',
    input: z.object({
      ...inWorkspace,
      groupId: z.optional(Id),
      limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(MAX_PAGE_SIZE))),
      after: cursor,
    }),
    output: z.object({ lines: z.array(AuditLine), next: z.nullable(z.string()) }),
    refuses: ['notAllowed'],
    summary: 'Who did what in a Workspace, newest first. What was done in a Private Group is for those who are in it.',
  }),
} as const
