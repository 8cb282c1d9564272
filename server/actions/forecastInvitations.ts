import type { PersonToInvite, Prospect } from '../../lib/contract/schemas.ts'
import type { Actor, AuthorisedGroup } from '../policy.ts'
import { knownListed } from '../store/listedAddresses.ts'
import type { Database } from '../store/open.ts'
import type { WorkspaceRules } from '../store/workspaceSettings.ts'
import { findWorkspaceRole } from '../store/workspaces.ts'
import { readEntries } from './readEntries.ts'
import { sortPeople } from './sortPeople.ts'

/**
 * What a send of these people would do with each, by the same rules; nothing is changed, and nothing of them is kept. Who
 * is in the Workspace is for its Owners and Editors: asking leaves no trace, so an Owner of a Group who is neither is told
 * of an address what they would be told if it was new here.
 */
export const forecastInvitations = async (
  db: Database,
  rules: WorkspaceRules,
  actor: Actor,
  group: AuthorisedGroup<'group.invite'>,
  people: readonly PersonToInvite[],
): Promise<Prospect[]> => {
  const { entries, invitees } = readEntries(people)
  const role = await findWorkspaceRole(db, group.workspaceId, actor.id)
  const known = await knownListed(db, group, [...invitees.keys()])
  const told = role === 'member' ? known.map((row) => ({ ...row, workspaceRole: null })) : known
  const { settled, invite, add } = sortPeople([...invitees.values()], told, rules)
  const prospects = new Map<string, Prospect>()
  for (const outcome of settled) prospects.set(outcome.email, outcome)
  for (const { email, role } of invite) prospects.set(email, { email, outcome: 'new', role })
  for (const { email, role } of add) prospects.set(email, { email, outcome: 'joins', role })
  const you = prospects.get(actor.email)
  if (you) prospects.set(actor.email, { ...you, outcome: 'you' })
  return entries.map(({ text, email }) =>
    email === null ? { email: text, outcome: 'invalid' } : (prospects.get(email) ?? { email, outcome: 'new' }),
  )
}
