import type { GroupRole, WorkspaceRole } from '../../lib/contract/schemas.ts'
import { roleDeeds, roleNames, workspaceRoleDeeds, workspaceRoleNames } from '../pages/roles.ts'
import type { Letter } from './layout.ts'

/** What a mail about a Group is made from. */
export interface GroupMatter {
  readonly email: string
  readonly group: string
  readonly workspace: string
  readonly role: GroupRole
  /** Whoever invites, with the address they have proved: a name alone can be anybody's. */
  readonly sender: { readonly name: string; readonly email: string }
}

type Addressed = Letter & { readonly subject: string }

/** A name that reads as a link is no name: whoever it was given to would press it. */
const isName = (name: string) => name !== '' && !/:\/\/|www\.|\p{L}\.\p{L}{2,}(?:\/|$)/iu.test(name)
const withAddress = ({ name, email }: GroupMatter['sender']) => (isName(name) ? `${name} (${email})` : email)
const nameOf = ({ name, email }: GroupMatter['sender']) => (isName(name) ? name : email)
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const article = (role: GroupRole) => (role === 'owner' ? 'an' : 'a')

export const invitationLetter = (
  matter: GroupMatter & { readonly url: string; readonly expiresAt: Date },
): Addressed => ({
  subject: `${nameOf(matter.sender)} invites you to ${matter.group}`,
  title: `You are invited to ${matter.group}`,
  paragraphs: [
    `${withAddress(matter.sender)} invites you to the Group ${matter.group} at ${matter.workspace}, as ${article(matter.role)} ${roleNames[matter.role]}.`,
    mayDo(matter.role),
  ],
  button: { label: 'Look at the invitation', url: matter.url },
  notes: [
    `The invitation is for ${matter.email} and can be accepted until ${day.format(matter.expiresAt)}.`,
    `You get this mail because ${nameOf(matter.sender)} entered your address to invite you. Nothing happens until you accept. To refuse, open the link and choose Decline, or leave this mail as it is.`,
  ],
})

export const reminderLetter = (
  matter: GroupMatter & { readonly url: string; readonly stop: string; readonly expiresAt: Date; readonly since: Date },
): Addressed => ({
  subject: `Reminder: your invitation to ${matter.group}`,
  title: `Your invitation to ${matter.group} is waiting`,
  paragraphs: [
    `${withAddress(matter.sender)} invited you on ${day.format(matter.since)} to the Group ${matter.group} at ${matter.workspace}, as ${article(matter.role)} ${roleNames[matter.role]}.`,
    `It can be accepted until ${day.format(matter.expiresAt)}.`,
  ],
  button: { label: 'Look at the invitation', url: matter.url },
  notes: [
    `The invitation is for ${matter.email}. Nothing happens until you accept. To refuse, open the link and choose Decline, or leave this mail as it is.`,
  ],
  stop: { label: 'Get no more reminders', url: matter.stop },
})

export const addedLetter = (matter: GroupMatter & { readonly url: string }): Addressed => ({
  subject: `You are in ${matter.group} now`,
  title: `You are in ${matter.group} now`,
  paragraphs: [
    `${withAddress(matter.sender)} added you to the Group ${matter.group} at ${matter.workspace}, as ${article(matter.role)} ${roleNames[matter.role]}.`,
    mayDo(matter.role),
  ],
  button: { label: `Open ${matter.group}`, url: matter.url },
  notes: [
    `You get this mail because ${matter.email} has an account at ${matter.workspace}.`,
    `If you do not want to be in this Group, write to ${withAddress(matter.sender)}, who can take you out of it.`,
  ],
})

export const workspaceLetter = (matter: {
  readonly email: string
  readonly role: WorkspaceRole
  readonly workspace: { readonly name: string }
  readonly inviter: GroupMatter['sender']
  readonly expiresAt: Date
  readonly url: string
}): Addressed => ({
  subject: `${nameOf(matter.inviter)} invites you to ${matter.workspace.name}`,
  title: `You are invited to ${matter.workspace.name}`,
  paragraphs: [
    `${withAddress(matter.inviter)} invites you to the Workspace ${matter.workspace.name}, as ${workspaceRoleNames[matter.role]}.`,
    workspaceRoleDeeds[matter.role],
  ],
  button: { label: 'Look at the invitation', url: matter.url },
  notes: [
    `The invitation is for ${matter.email} and can be accepted until ${day.format(matter.expiresAt)}.`,
    `You get this mail because ${nameOf(matter.inviter)} entered your address to invite you. Nothing happens until you accept. To refuse, open the link and choose Decline, or leave this mail as it is.`,
  ],
})

export const signInLetter = (code: string, email: string): Addressed => ({
  subject: 'Your code to sign in to Rollcall',
  title: 'Your code to sign in',
  paragraphs: ['Type this code where you asked for it:'],
  code,
  notes: [
    'The code works once, for ten minutes, in the browser that asked for it. Nobody from Rollcall will ever ask you for it.',
    `You get this mail because somebody asked to sign in as ${email}. If that was not you, leave this mail as it is: without the code nobody gets in.`,
  ],
})

const mayDo = (role: GroupRole) => {
  const deeds = roleDeeds[role]
  return `As ${article(role)} ${roleNames[role]} you can ${deeds.charAt(0).toLowerCase()}${deeds.slice(1)}`
}
