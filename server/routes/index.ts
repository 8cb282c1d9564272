import type { Handlers } from '../mount.ts'
import { auditHandlers } from './audit.ts'
import { dataHandlers } from './data.ts'
import { groupLifeHandlers } from './groupLife.ts'
import { groupHandlers } from './groups.ts'
import { invitationHandlers } from './invitations.ts'
import { linkHandlers } from './links.ts'
import { mailHandlers } from './mail.ts'
import { meHandlers } from './me.ts'
import { memberHandlers } from './members.ts'
import { rosterHandlers } from './rosters.ts'
import { ssoHandlers } from './sso.ts'
import { workspaceInvitationHandlers } from './workspaceInvitations.ts'
import { workspaceLinkHandlers } from './workspaceLinks.ts'
import { workspacePeopleHandlers } from './workspacePeople.ts'
import { workspaceHandlers } from './workspaces.ts'
import { workspaceUseHandlers } from './workspaceUse.ts'

export const handlers = {
  ...meHandlers,
  ...workspaceHandlers,
  ...workspacePeopleHandlers,
  ...workspaceInvitationHandlers,
  ...ssoHandlers,
  ...workspaceLinkHandlers,
  ...workspaceUseHandlers,
  ...groupHandlers,
  ...groupLifeHandlers,
  ...memberHandlers,
  ...invitationHandlers,
  ...rosterHandlers,
  ...linkHandlers,
  ...mailHandlers,
  ...dataHandlers,
  ...auditHandlers,
} satisfies Handlers
