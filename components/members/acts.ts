import type { CallInput, CallService, GroupRole, MemberRow } from '../../lib/contract/index.ts'

/** What an Owner can do with people of a Group's list. */
export type Act =
  | { readonly kind: 'role'; readonly role: GroupRole }
  | { readonly kind: 'remove' | 'restore' | 'remind' | 'revoke' | 'renew' }
  | { readonly kind: 'readdress'; readonly email: string }

export type ActKind = Act['kind']

const invited: readonly ActKind[] = ['remind', 'role', 'readdress', 'revoke']
const ended: readonly ActKind[] = ['renew']

const byState: Readonly<Record<MemberRow['state'], readonly ActKind[]>> = {
  accepted: ['role', 'remove'],
  pending: invited,
  expired: ended,
  revoked: ended,
  declined: ended,
  removed: ['restore'],
}

/** What can be done with somebody. Who is in through a Group around this one is removed there. */
export const actsFor = ({ state, origin }: Pick<MemberRow, 'state' | 'origin'>): readonly ActKind[] =>
  origin === 'inherited' ? byState[state].filter((kind) => kind !== 'remove') : byState[state]

/** One outcome per person, as the service names it, with how many had it. */
export type Outcomes = ReadonlyMap<string, number>

/** How many had each outcome. */
export const counted = (outcomes: readonly { readonly outcome: string }[]): Outcomes => {
  const counts = new Map<string, number>()
  for (const { outcome } of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  return counts
}

/** Does it, and says what came of it. */
export const perform = async (
  call: CallService,
  groupId: string,
  rows: readonly Pick<MemberRow, 'id' | 'state'>[],
  act: Act,
): Promise<Outcomes> => {
  const ids = rows.map(({ id }) => id)
  const some = { groupId, ids } satisfies CallInput<'members.remove'>
  switch (act.kind) {
    case 'role':
      return counted(
        rows[0]?.state === 'accepted'
          ? (await call('members.setRole', { ...some, role: act.role })).outcomes
          : (await call('invitations.setRole', { ...some, role: act.role })).outcomes,
      )
    case 'remove':
      return counted((await call('members.remove', some)).outcomes)
    case 'restore':
      return counted((await call('members.restore', some)).outcomes)
    case 'remind':
      return counted((await call('invitations.resend', some)).outcomes)
    case 'revoke':
      return counted((await call('invitations.revoke', some)).outcomes)
    case 'renew':
      return counted((await call('invitations.renew', some)).outcomes)
    case 'readdress': {
      const changes = ids.map((id) => ({ id, email: act.email }))
      return counted((await call('invitations.readdress', { groupId, changes })).outcomes)
    }
  }
}

/** The way back, where there is one without a mail: by the roles that people had. */
export const wayBack = (rows: readonly MemberRow[], act: Act): readonly { rows: readonly MemberRow[]; act: Act }[] => {
  if (act.kind === 'remove') return [{ rows, act: { kind: 'restore' } }]
  if (act.kind === 'restore') return [{ rows, act: { kind: 'remove' } }]
  if (act.kind !== 'role') return []
  const before = Map.groupBy(
    rows.filter(({ role }) => role !== act.role),
    ({ role }) => role,
  )
  return [...before].map(([role, had]) => ({ rows: had, act: { kind: 'role', role } }))
}
