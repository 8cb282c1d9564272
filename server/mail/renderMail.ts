import { sql } from 'kysely'
import type { GroupRole, Language } from '../../lib/contract/schemas.ts'
import type { Service } from '../service.ts'
import { forEach, gather } from '../store/gather.ts'
import { isOpen } from '../store/groupState.ts'
import type { Database } from '../store/open.ts'
import type { OutboxRow } from '../store/outbox.ts'
import { findWorkspaceInvitation } from '../store/workspaceInvitations.ts'
import { acceptUrl, groupUrl, remindersUrl, welcomeUrl } from '../urls.ts'
import { type Say, sayIn } from '../words/say.ts'
import { asHtml, asText, type Letter } from './layout.ts'
import {
  addedLetter,
  asWords,
  invitationLetter,
  reminderLetter,
  signInLetter,
  workspaceLetter,
  workspaceReminderLetter,
} from './letters.ts'

export interface Mail {
  /** One address; never parsed as a list. */
  readonly to: string
  /** Where an answer goes: to the person who invites. */
  readonly replyTo: string | undefined
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Where a mail program says that no more of these are wanted. */
  readonly unsubscribe: string | undefined
}

/** Minutes that a sign-in code works; its mail is not worth sending later. */
const CODE_MINUTES = 10

/**
 * Writes a mail at the moment at which it leaves (or is looked at), so that no link and no code is ever at rest in the
 * store. Null: it has nothing to say any more.
 */
export const renderMail = async (
  service: Pick<Service, 'config' | 'db' | 'secrets'>,
  row: OutboxRow,
): Promise<Mail | null> => {
  const { config, db, secrets } = service
  if (row.kind === 'signIn') {
    const code = row.sealed && secrets.open('signInCode', row.sealed)
    const stale = row.age > CODE_MINUTES * 60
    const say = sayIn(row.language ?? config.language)
    return code && !stale ? finish(say, row.email, signInLetter(say, code.toString(), row.email)) : null
  }
  if (row.workspaceInvitationId !== null) return await renderWorkspaceMail(service, row, row.workspaceInvitationId)
  if (row.kind === 'invitation' || row.kind === 'reminder') {
    const found = await findInvitation(db, row)
    if (!found) return null
    const say = sayIn(found.language ?? config.language)
    const matter = { ...found, email: row.email, url: acceptUrl(service, found) }
    if (row.kind === 'invitation') return finish(say, row.email, invitationLetter(say, matter), found.sender.email)
    const stop = remindersUrl(service, found)
    return finish(say, row.email, reminderLetter(say, { ...matter, stop }), found.sender.email, stop)
  }
  const found = await findMembership(db, row)
  if (!found) return null
  const say = sayIn(found.language ?? config.language)
  const letter = addedLetter(say, { ...found, email: row.email, url: groupUrl(service, found.groupId) })
  return finish(say, row.email, letter, found.sender.email)
}

const renderWorkspaceMail = async (
  service: Pick<Service, 'config' | 'db' | 'secrets'>,
  row: OutboxRow,
  invitationId: string,
): Promise<Mail | null> => {
  const found = await findWorkspaceInvitation(service.db, invitationId)
  if (found?.state !== 'pending') return null
  const say = sayIn(found.workspace.language ?? service.config.language)
  const workspace = { ...found.workspace, name: asWords(found.workspace.name) }
  const matter = { ...found, workspace, url: welcomeUrl(service, found) }
  if (row.kind !== 'reminder') return finish(say, row.email, workspaceLetter(say, matter), found.inviter.email)
  const stop = remindersUrl(service, found)
  return finish(say, row.email, workspaceReminderLetter(say, { ...matter, stop }), found.inviter.email, stop)
}

/** A letter as a mail to one address. */
export const finish = async (
  say: Say,
  to: string,
  letter: Letter,
  replyTo?: string,
  unsubscribe?: string,
): Promise<Mail> => ({
  to,
  replyTo,
  unsubscribe,
  subject: letter.subject,
  text: asText(say, letter),
  html: await asHtml(say, letter),
})

interface Found {
  readonly group: string
  readonly workspace: string
  /** What the Workspace speaks. */
  readonly language: Language | null
  readonly role: GroupRole
  readonly sender: { readonly name: string; readonly email: string }
}

const inWords = (row: {
  readonly group: string
  readonly workspace: string
  readonly name: string
  readonly email: string
}) => ({
  group: asWords(row.group),
  workspace: asWords(row.workspace),
  sender: { name: row.name, email: row.email },
})

interface FoundInvitation extends Found {
  readonly id: string
  readonly generation: number
  readonly expiresAt: Date
  readonly since: Date
}

const findInvitation = async (db: Database, { invitationId }: OutboxRow): Promise<FoundInvitation | undefined> =>
  invitationId ? (await invitations(db)([invitationId])).get(invitationId) : undefined

const invitations = forEach((db: Database) => gather((ids: readonly string[]) => findInvitations(db, ids)))

const findInvitations = async (db: Database, ids: readonly string[]): Promise<Map<string, FoundInvitation>> => {
  const rows = await db
    .selectFrom('invitations as i')
    .innerJoin('groups as g', 'g.id', 'i.group_id')
    .innerJoin('workspaces as w', 'w.id', 'g.workspace_id')
    .innerJoin('people as p', 'p.id', 'i.invited_by')
    .select(['i.id', 'i.role', 'i.generation', 'i.expires_at as expiresAt', 'i.created_at as since'])
    .select(['g.name as group', 'w.name as workspace', 'w.language', 'p.name', 'p.email'])
    .where(sql<boolean>`i.id = any(${ids}::uuid[])`)
    .where('i.state', '=', 'pending')
    .where('i.expires_at', '>', sql<Date>`now()`)
    .where(isOpen('g.id'))
    .execute()
  return new Map(rows.map((row) => [row.id, { ...row, ...inWords(row) }]))
}

/** The person may have been taken out again, or the Group closed, since the notice was queued. */
const findMembership = async (
  db: Database,
  { groupId, senderId, email }: OutboxRow,
): Promise<(Found & { groupId: string }) | undefined> => {
  const row = await db
    .selectFrom('members as m')
    .innerJoin('people as them', 'them.id', 'm.person_id')
    .innerJoin('groups as g', 'g.id', 'm.group_id')
    .innerJoin('workspaces as w', 'w.id', 'g.workspace_id')
    .innerJoin('people as p', (join) => join.on('p.id', '=', senderId))
    .select(['m.group_id as groupId', 'm.role', 'g.name as group', 'w.name as workspace', 'w.language'])
    .select(['p.name', 'p.email'])
    .where('m.group_id', '=', groupId)
    .where('them.email', '=', email)
    .where(isOpen('g.id'))
    .executeTakeFirst()
  return row && { ...row, ...inWords(row) }
}
