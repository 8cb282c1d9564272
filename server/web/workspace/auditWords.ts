import type { MessageKey, Say } from '../../../lib/words.ts'

const words: Readonly<Record<string, MessageKey>> = {
  'group.joined': 'auditGroupJoined',
  'group.removed': 'auditGroupRemoved',
  'groups.archive': 'auditGroupsArchive',
  'groups.change': 'auditGroupsChange',
  'groups.copy': 'auditGroupsCopy',
  'groups.create': 'auditGroupsCreate',
  'groups.delete': 'auditGroupsDelete',
  'groups.export': 'auditGroupsExport',
  'groups.move': 'auditGroupsMove',
  'groups.purge': 'auditGroupsPurge',
  'groups.restore': 'auditGroupsRestore',
  'groups.unarchive': 'auditGroupsUnarchive',
  'invitation.accepted': 'auditInvitationAccepted',
  'invitation.declined': 'auditInvitationDeclined',
  'invitations.readdress': 'auditInvitationsReaddress',
  'invitations.renew': 'auditInvitationsRenew',
  'invitations.resend': 'auditInvitationsResend',
  'invitations.revoke': 'auditInvitationsRevoke',
  'invitations.send': 'auditInvitationsSend',
  'invitations.setRole': 'auditInvitationsSetRole',
  'invitations.undo': 'auditInvitationsUndo',
  'links.create': 'auditLinksCreate',
  'links.change': 'auditLinksChange',
  'links.rotate': 'auditLinksRotate',
  'links.revoke': 'auditLinksRevoke',
  'mail.bounced': 'auditMailBounced',
  'mail.complained': 'auditMailComplained',
  'me.delete': 'auditMeDelete',
  'members.leave': 'auditMembersLeave',
  'members.remove': 'auditMembersRemove',
  'members.restore': 'auditMembersRestore',
  'members.setRole': 'auditMembersSetRole',
  'reminders.send': 'auditRemindersSend',
  'rosters.link': 'auditRostersLink',
  'rosters.unlink': 'auditRostersUnlink',
  'suppressions.lift': 'auditSuppressionsLift',
  'workspacePeople.change': 'auditPeopleChange',
  'workspacePeople.invite': 'auditPeopleInvite',
  'workspacePeople.remove': 'auditPeopleRemove',
  'workspacePeople.uninvite': 'auditPeopleUninvite',
  'workspaces.change': 'auditWorkspacesChange',
  'workspaces.create': 'auditWorkspacesCreate',
  'workspaces.leave': 'auditWorkspacesLeave',
}

/** What was done, in words; a deed of a newer service by its own name. */
export const auditWord = (say: Say, action: string): string => {
  const word = words[action]
  return word ? say(word) : action
}
