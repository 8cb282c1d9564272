import type { GroupRole, WorkspaceRole } from '../../lib/contract/schemas.ts'
import type { Say } from '../words/say.ts'
import type { Letter } from './layout.ts'

/** What a mail about a Group is made from. */
interface GroupMatter {
  readonly email: string
  readonly group: string
  readonly workspace: string
  readonly role: GroupRole
  /** Whoever invites, with the address they have proved: a name alone can be anybody's. */
  readonly sender: { readonly name: string; readonly email: string }
}

/**
 * A name as words: mail programs make links of what looks like a domain or an address. A joiner that is not seen stands
 * behind each point and `@` between letters.
 */
export const asWords = (name: string): string => name.replace(/(?<=[\p{L}\p{N}])[.@](?=[\p{L}\p{N}])/gu, '$&\u2060')

/** A name that reads as a link is no name: whoever it was given to would press it. */
const isName = (name: string) => name !== '' && !/:\/\/|www\.|\p{L}\.\p{L}{2,}(?:\/|$)/iu.test(name)
const withAddress = ({ name, email }: GroupMatter['sender']) => (isName(name) ? `${asWords(name)} (${email})` : email)
const nameOf = ({ name, email }: GroupMatter['sender']) => (isName(name) ? asWords(name) : email)

export const invitationLetter = (
  say: Say,
  matter: GroupMatter & { readonly url: string; readonly expiresAt: Date },
): Letter => ({
  subject: say.text('mail.invites', { sender: nameOf(matter.sender), place: matter.group }),
  title: say.text('mail.invited', { place: matter.group }),
  paragraphs: [say.text('mail.toGroup', about(matter)), say.text(`mayDo.${matter.role}`)],
  button: { label: say.text('mail.look'), url: matter.url },
  notes: [
    say.text('mail.until', { email: matter.email, day: matter.expiresAt }),
    say.text('mail.why', { sender: nameOf(matter.sender) }),
  ],
})

export const reminderLetter = (
  say: Say,
  matter: GroupMatter & { readonly url: string; readonly stop: string; readonly expiresAt: Date; readonly since: Date },
): Letter => ({
  subject: say.text('reminder.subject', { group: matter.group }),
  title: say.text('reminder.title', { group: matter.group }),
  paragraphs: [
    say.text('reminder.since', { ...about(matter), day: matter.since }),
    say.text('reminder.until', { day: matter.expiresAt }),
  ],
  button: { label: say.text('mail.look'), url: matter.url },
  notes: [say.text('reminder.why', { email: matter.email })],
  stop: { label: say.text('reminder.stop'), url: matter.stop },
})

export const addedLetter = (say: Say, matter: GroupMatter & { readonly url: string }): Letter => ({
  subject: say.text('added.title', { group: matter.group }),
  title: say.text('added.title', { group: matter.group }),
  paragraphs: [say.text('added.by', about(matter)), say.text(`mayDo.${matter.role}`)],
  button: { label: say.text('added.open', { group: matter.group }), url: matter.url },
  notes: [
    say.text('added.why', { email: matter.email, workspace: matter.workspace }),
    say.text('added.leave', { sender: withAddress(matter.sender) }),
  ],
})

/** What a mail about a Workspace itself is made from. */
interface WorkspaceMatter {
  readonly email: string
  readonly role: WorkspaceRole
  readonly workspace: { readonly name: string }
  readonly inviter: GroupMatter['sender']
  readonly expiresAt: Date
  readonly url: string
}

export const workspaceLetter = (say: Say, matter: WorkspaceMatter): Letter => ({
  subject: say.text('mail.invites', { sender: nameOf(matter.inviter), place: matter.workspace.name }),
  title: say.text('mail.invited', { place: matter.workspace.name }),
  paragraphs: [toWorkspace(say, matter), say.text(`workspace.${matter.role}`)],
  button: { label: say.text('mail.look'), url: matter.url },
  notes: [
    say.text('mail.until', { email: matter.email, day: matter.expiresAt }),
    say.text('mail.why', { sender: nameOf(matter.inviter) }),
  ],
})

export const workspaceReminderLetter = (say: Say, matter: WorkspaceMatter & { readonly stop: string }): Letter => ({
  subject: say.text('reminder.subject', { group: matter.workspace.name }),
  title: say.text('reminder.title', { group: matter.workspace.name }),
  paragraphs: [toWorkspace(say, matter), say.text('reminder.until', { day: matter.expiresAt })],
  button: { label: say.text('mail.look'), url: matter.url },
  notes: [say.text('reminder.why', { email: matter.email })],
  stop: { label: say.text('reminder.stop'), url: matter.stop },
})

export const signInLetter = (say: Say, code: string, email: string): Letter => ({
  subject: say.text('codeMail.subject'),
  title: say.text('codeMail.title'),
  paragraphs: [say.text('codeMail.type')],
  code,
  notes: [say.text('codeMail.once'), say.text('codeMail.why', { email })],
})

const toWorkspace = (say: Say, { inviter, workspace, role }: WorkspaceMatter) =>
  say.text('mail.toWorkspace', {
    sender: withAddress(inviter),
    workspace: workspace.name,
    as: { say: `as.${role}` },
  })

const about = ({ sender, group, workspace, role }: GroupMatter) =>
  ({ sender: withAddress(sender), group, workspace, as: { say: `as.${role}` } }) as const
