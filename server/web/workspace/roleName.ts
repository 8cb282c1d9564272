import type { WorkspaceRole } from '../../../lib/contract/schemas.ts'
import type { MessageKey } from '../../../lib/words.ts'

/** What a role in the Workspace is called. */
export const roleName: Readonly<Record<WorkspaceRole, MessageKey>> = {
  owner: 'roleOwner',
  editor: 'roleEditor',
  member: 'roleMember',
}
