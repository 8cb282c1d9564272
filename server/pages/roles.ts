import type { GroupRole } from '../../lib/contract/schemas.ts'

export const roleNames: Readonly<Record<GroupRole, string>> = {
  owner: 'Owner',
  facilitator: 'Facilitator',
  member: 'Member',
}

/** What a role may do, in one line. */
export const roleDeeds: Readonly<Record<GroupRole, string>> = {
  owner: 'Chat with its Assistants, see who is in it, invite people, change its settings.',
  facilitator: 'Chat with its Assistants, see who is in it and how it is used.',
  member: 'Chat with its Assistants.',
}
