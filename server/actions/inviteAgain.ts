import type { CallInput, CallOutput } from '../../lib/contract/calls.ts'
import { Email } from '../../lib/contract/schemas.ts'
import type { Actor, AuthorisedGroup } from '../policy.ts'
import { lockGroup, shareGroup } from '../store/groups.ts'
import {
  type InvitationRow,
  invitationsById,
  renewInvitations,
  revokeInvitations,
  withMailWaiting,
} from '../store/invitationLife.ts'
import { expireInvitations, insertInvitations, knownPeople } from '../store/invitations.ts'
import { listAs, listAsThemselves } from '../store/listedAddresses.ts'
import { insertMembers } from '../store/members.ts'
import type { Database } from '../store/open.ts'
import { enqueueGroupMails } from '../store/outbox.ts'
import { holdDaily } from '../store/quotas.ts'
import type { WorkspaceRules } from '../store/workspaceSettings.ts'
import { inOrder, recordEach } from './eachOutcome.ts'
import { sortPeople } from './sortPeople.ts'

type Group = AuthorisedGroup<'group.invite'>
type Renewed = CallOutput<'invitations.renew'>['outcomes'][number]['outcome']
type Readdressed = CallOutput<'invitations.readdress'>['outcomes'][number]

/** An invitation that is made once more, with the address it is for now. */
interface Again {
  readonly row: InvitationRow
  readonly email: string
}

/** Gives Pending invitations their days again, and makes expired ones Pending with a new mail. */
export const renew = async (
  tx: Database,
  rules: WorkspaceRules,
  actor: Actor,
  group: Group,
  ids: readonly string[],
): Promise<CallOutput<'invitations.renew'>> => {
  const dueAt = await lockGroup(tx, group.id, rules.holdSeconds)
  await expireInvitations(tx, group.id)
  const judged = new Map<string, Renewed>()
  const expired: Again[] = []
  for (const row of (await invitationsById(tx, group.id, ids)).values()) {
    if (row.state === 'pending') judged.set(row.id, 'renewed')
    else if (row.state !== 'expired') judged.set(row.id, 'notPending')
    // Of several that expired for one address, one is made Pending again.
    else if (expired.some(({ email }) => email === row.email)) judged.set(row.id, 'pending')
    else expired.push({ row, email: row.email })
  }
  const { settled, invite, add } = await sort(tx, rules, group, expired)
  for (const { row, outcome } of settled) judged.set(row.id, outcome)
  for (const { row } of invite) judged.set(row.id, 'renewed')
  for (const { row } of add) judged.set(row.id, 'added')

  const renewed = [...judged].flatMap(([id, outcome]) => (outcome === 'renewed' ? [id] : []))
  await renewInvitations(tx, renewed, rules.invitationDays)
  const waiting = await withMailWaiting(
    tx,
    invite.map(({ row }) => row.id),
  )
  const mails = invite.flatMap(({ row: { id }, email }) => (waiting.has(id) ? [] : [{ email, invitationId: id }]))
  await enqueueGroupMails(tx, { groupId: group.id, senderId: actor.id, batch: null, dueAt }, mails)
  await holdDaily(tx, rules.quotas, group.workspaceId, { mails: mails.length + add.length })
  for (const one of add) await addMember(tx, actor, group, dueAt, one)
  await listAsThemselves(
    tx,
    group.id,
    [...invite, ...add].map(({ email }) => email),
  )
  // While nobody waited it may have become Private.
  if (renewed.length > 0) await shareGroup(tx, group.id, null)
  await recordEach(tx, actor, group, { action: 'invitations.renew' }, [...renewed, ...add.map(({ row }) => row.id)])
  return inOrder(ids, judged, 'notHere')
}

/** Sends Pending invitations to other addresses instead. The old links are dead; name and role stay. */
export const readdress = async (
  tx: Database,
  rules: WorkspaceRules,
  actor: Actor,
  group: Group,
  changes: CallInput<'invitations.readdress'>['changes'],
): Promise<CallOutput<'invitations.readdress'>> => {
  const dueAt = await lockGroup(tx, group.id, rules.holdSeconds)
  await expireInvitations(tx, group.id)
  const found = await invitationsById(
    tx,
    group.id,
    changes.map(({ id }) => id),
  )
  const judged = new Map<string, Omit<Readdressed, 'id'>>()
  const wanted: Again[] = []
  for (const { id, email: text } of changes) {
    const row = found.get(id)
    const email = Email.safeParse(text)
    if (judged.has(id) || wanted.some((one) => one.row.id === id)) continue
    if (!row) judged.set(id, { outcome: 'notHere' })
    else if (row.state !== 'pending') judged.set(id, { outcome: 'notPending' })
    else if (!email.success || !email.data.isWellFormed()) judged.set(id, { outcome: 'invalid' })
    else if (email.data === row.email) judged.set(id, { outcome: 'same' })
    else if (wanted.some((one) => one.email === email.data)) judged.set(id, { outcome: 'pending' })
    else wanted.push({ row, email: email.data })
  }
  const { settled, invite, add } = await sort(tx, rules, group, wanted)
  for (const { row, outcome, role } of settled) judged.set(row.id, { outcome, role })

  await revokeInvitations(
    tx,
    [...invite, ...add].map(({ row }) => row.id),
  )
  for (const { row, email } of invite) {
    const { origin, batch, name, role } = row
    const common = { group, invitedBy: actor.id, origin, batch, days: rules.invitationDays }
    const made = await insertInvitations(tx, common, [{ email, name, role }])
    await enqueueGroupMails(tx, { groupId: group.id, senderId: actor.id, batch, dueAt }, made)
    judged.set(row.id, { outcome: 'readdressed', invitationId: made[0]?.invitationId })
  }
  await holdDaily(tx, rules.quotas, group.workspaceId, {
    invitations: invite.length,
    mails: invite.length + add.length,
  })
  for (const one of add) {
    await addMember(tx, actor, group, dueAt, one)
    judged.set(one.row.id, { outcome: 'added' })
  }
  const done = [...invite, ...add]
  await listAsThemselves(
    tx,
    group.id,
    done.map(({ email }) => email),
  )
  for (const { row, email } of done) await listAs(tx, group.id, row.email, email)
  await recordEach(
    tx,
    actor,
    group,
    { action: 'invitations.readdress' },
    done.map(({ row }) => row.id),
  )
  return { outcomes: changes.map(({ id }) => ({ id, ...(judged.get(id) ?? { outcome: 'notHere' }) })) }
}

/** What a send would do with each of them. */
const sort = async (tx: Database, rules: WorkspaceRules, group: Group, again: readonly Again[]) => {
  const byEmail = new Map(again.map((one) => [one.email, one]))
  const known = await knownPeople(tx, group, [...byEmail.keys()])
  const removed = new Map(known.map(({ email, removedAt }) => [email, removedAt]))
  // Whoever was invited after they were removed was meant to be.
  const wasMeant = ({ row, email }: Again) => email === row.email && row.since > (removed.get(email) ?? row.since)
  const invitees = again.map((one) => {
    const { name, role } = one.row
    return { email: one.email, name, role, again: wasMeant(one) }
  })
  const { settled, invite, add } = sortPeople(invitees, known, rules)
  const withRow = <T extends { readonly email: string }>(people: readonly T[]) =>
    people.flatMap((person) => {
      const row = byEmail.get(person.email)?.row
      return row ? [{ ...person, row }] : []
    })
  return { settled: withRow(settled), invite: withRow(invite), add: withRow(add) }
}

const addMember = async (
  tx: Database,
  actor: Actor,
  group: Group,
  dueAt: Date,
  { row, email, personId, role }: Again & { readonly personId: string; readonly role: InvitationRow['role'] },
) => {
  const { origin, batch } = row
  const added = await insertMembers(tx, { groupId: group.id, origin, batch }, [{ personId, role, email }])
  await enqueueGroupMails(tx, { groupId: group.id, senderId: actor.id, batch, dueAt }, added)
  await shareGroup(tx, group.id, batch)
}
