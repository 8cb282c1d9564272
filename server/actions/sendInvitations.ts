import { CallProblem } from '../../lib/contract/errors.ts'
import { type Outcome, SendAnswer, type SendBody } from '../../lib/contract/schemas.ts'
import type { Actor, AuthorisedGroup } from '../policy.ts'
import { recordAudit } from '../store/audit.ts'
import { lockGroup, shareGroup } from '../store/groups.ts'
import { expireInvitations, insertInvitations } from '../store/invitations.ts'
import { knownListed, listAsThemselves } from '../store/listedAddresses.ts'
import { insertMembers } from '../store/members.ts'
import type { Database } from '../store/open.ts'
import { enqueueGroupMails } from '../store/outbox.ts'
import { holdDaily } from '../store/quotas.ts'
import { digestOf, findSendKey, keepSendKey } from '../store/sendKeys.ts'
import type { WorkspaceRules } from '../store/workspaceSettings.ts'
import { readEntries } from './readEntries.ts'
import { sortPeople } from './sortPeople.ts'

/**
 * Invites people into a Group, in one transaction with its mails and its ledger row: a request that is repeated, cut
 * off or sent twice at once leaves each person with one invitation (or membership) and one mail.
 */
export const sendInvitations = async (
  tx: Database,
  rules: WorkspaceRules,
  actor: Actor,
  group: AuthorisedGroup<'group.invite'>,
  body: SendBody,
): Promise<SendAnswer> => {
  // Sends into one Group follow each other: what one finds out about an address holds until it is committed.
  const heldUntil = await lockGroup(tx, group.id, rules.holdSeconds)

  const people = body.people.map(({ email, name, role, again }) => [email, name, role, ...(again ? [again] : [])])
  const digest = digestOf([group.id, body.batch, body.origin, people])
  const earlier = await findSendKey(tx, actor.id, body.key)
  if (earlier && !digest.equals(earlier.digest)) throw new CallProblem('keyReused')
  if (earlier) return SendAnswer.parse(earlier.answer)

  await expireInvitations(tx, group.id)
  const { entries, invitees } = readEntries(body.people)
  const known = await knownListed(tx, group, [...invitees.keys()])
  const { settled, invite, add } = sortPeople([...invitees.values()], known, rules)

  const membership = { groupId: group.id, origin: body.origin, batch: body.batch }
  const added = await insertMembers(tx, membership, add)
  // Somebody came in or left the Workspace at this very moment; the next try sees them as they are.
  if (added.length < add.length) throw new CallProblem('busy', undefined, 1)
  const common = { group, invitedBy: actor.id, origin: body.origin, batch: body.batch, days: rules.invitationDays }
  const invited = await insertInvitations(tx, common, invite)
  await listAsThemselves(
    tx,
    group.id,
    [...added, ...invited].map(({ email }) => email),
  )

  if (added.length + invited.length > 0) {
    const asked = { invitations: invited.length, mails: added.length + invited.length }
    await holdDaily(tx, rules.quotas, group.workspaceId, asked)
    const mail = { groupId: group.id, senderId: actor.id, batch: body.batch, dueAt: heldUntil }
    await enqueueGroupMails(tx, mail, [...added, ...invited])
    // Asked of the Group as it is under the lock: it may have become Private since it was looked up.
    await shareGroup(tx, group.id, body.batch)
    await recordAudit(tx, {
      actorId: actor.id,
      workspaceId: group.workspaceId,
      groupId: group.id,
      action: 'invitations.send',
      subjectId: body.batch,
      details: { invited: invited.length, added: added.length, origin: body.origin },
    })
  }

  const outcomes = new Map<string, Outcome>(settled.map((outcome) => [outcome.email, outcome]))
  for (const { email, role, since } of added) outcomes.set(email, { email, outcome: 'added', role, since })
  for (const { email, role, since } of invited) outcomes.set(email, { email, outcome: 'invited', role, since })
  const answer: SendAnswer = {
    outcomes: entries.map(({ text, email }) =>
      email === null ? { email: text, outcome: 'invalid' } : (outcomes.get(email) ?? { email, outcome: 'pending' }),
    ),
    heldUntil: heldUntil.toISOString(),
  }
  const kept = await keepSendKey(tx, { personId: actor.id, key: body.key, digest, answer })
  // The same key was used for another Group at this very moment; the next try meets its ledger row.
  if (!kept) throw new CallProblem('busy', undefined, 1)
  return answer
}
