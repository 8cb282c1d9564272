import type { GroupRole, WorkspaceRole } from '../../lib/contract/schemas.ts'

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

export const workspaceRoleNames: Readonly<Record<WorkspaceRole, string>> = {
  owner: 'Owner',
  editor: 'Editor',
  member: 'Member',
}

export const workspaceRoleDeeds: Readonly<Record<WorkspaceRole, string>> = {
  owner: 'Owners manage the Workspace, its people and every Group that is not Private.',
  editor: 'Editors make Groups and manage the ones they own.',
  member: 'Members use the Groups they belong to.',
}
