import type { Service } from './service.ts'

type Needs = Pick<Service, 'config' | 'secrets'>
type Row = { readonly id: string; readonly generation: number }

/** The addresses that mails and people carry. They start with PUBLIC_URL alone, never with a Host header. */
export const acceptUrl = ({ config, secrets }: Needs, invitation: Row): string =>
  `${config.publicUrl}/accept/${secrets.signToken('invitation', invitation.id, invitation.generation)}`

/** Where an invitation into a Workspace leads. */
export const welcomeUrl = ({ config, secrets }: Needs, invitation: Row): string =>
  `${config.publicUrl}/welcome/${secrets.signToken('workspace', invitation.id, invitation.generation)}`

/** Where somebody refuses more reminders. */
export const remindersUrl = ({ config, secrets }: Needs, invitation: { readonly id: string }): string =>
  `${config.publicUrl}/reminders/${secrets.signToken('reminders', invitation.id, 1)}`

export const joinUrl = ({ config, secrets }: Needs, link: Row): string =>
  `${config.publicUrl}/join/${secrets.signToken('link', link.id, link.generation)}`

/** Where a share link into a Workspace leads. */
export const workspaceJoinUrl = ({ config, secrets }: Needs, link: Row): string =>
  `${config.publicUrl}/join/workspace/${secrets.signToken('workspaceLink', link.id, link.generation)}`

/** Where a Workspace is made, once. */
export const beginUrl = ({ config }: Pick<Service, 'config'>, token: string): string =>
  `${config.publicUrl}/begin/${token}`

export const groupUrl = ({ config }: Pick<Service, 'config'>, groupId: string): string =>
  `${config.publicUrl}/groups/${groupId}`
