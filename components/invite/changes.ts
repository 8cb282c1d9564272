import type { CallInput, CallService, GroupRole } from '../../lib/contract/index.ts'
import { MAX_PEOPLE_PER_CALL } from '../../lib/contract/limits.ts'
import { inChunks } from '../../lib/inChunks.ts'
import type { ForecastRow, Place } from '../../lib/people/forecast.ts'

/** What came of changes to people who are in the Group, or invited. */
export interface Changed {
  readonly deed: 'role' | 'remove'
  /** Those to whom it was done, as they were before. */
  readonly done: readonly ForecastRow[]
  /** A Group keeps its last Owner. */
  readonly lastOwner: number
  /** Somebody else was quicker. */
  readonly stayed: number
}

const chunked = <T>(all: readonly T[]) => inChunks(all, MAX_PEOPLE_PER_CALL)

const idsOf = (rows: readonly ForecastRow[]): string[] => rows.flatMap(({ has }) => has?.id ?? [])

const changed = (
  rows: readonly ForecastRow[],
  outcomes: readonly { readonly id: string; readonly outcome: string }[],
): Changed => {
  const by = new Map(outcomes.map(({ id, outcome }) => [id, outcome]))
  const outcomeOf = ({ has }: ForecastRow) => by.get(has?.id ?? '')
  return {
    deed: 'role',
    done: rows.filter((row) => outcomeOf(row) === 'changed'),
    lastOwner: rows.filter((row) => outcomeOf(row) === 'lastOwner').length,
    stayed: rows.filter((row) => ['notHere', 'notPending'].includes(outcomeOf(row) ?? 'notHere')).length,
  }
}

/** Gives people the role that `roleOf` says: members in the Group, others in their invitation. */
const giveRoles = async (
  call: CallService,
  groupId: string,
  rows: readonly ForecastRow[],
  roleOf: (row: ForecastRow) => GroupRole,
) => {
  const outcomes: { id: string; outcome: string }[] = []
  for (const [key, some] of Map.groupBy(rows, (row) => `${row.has?.state} ${roleOf(row)}`))
    for (const part of chunked(some)) {
      const [first] = part
      if (!first) continue
      const input = { groupId, ids: idsOf(part), role: roleOf(first) }
      const answer = key.startsWith('pending')
        ? await call('invitations.setRole', input)
        : await call('members.setRole', input)
      outcomes.push(...answer.outcomes)
    }
  return outcomes
}

/** Gives people the roles that the roster comes to. */
export const changeRoles = async (call: CallService, groupId: string, rows: readonly ForecastRow[]): Promise<Changed> =>
  changed(rows, await giveRoles(call, groupId, rows, ({ role }) => role))

type Roster = Pick<CallInput<'rosters.removeGone'>, 'people' | 'total' | 'confirmed'>

/** People with one of the Groups that they are to be taken out of. */
interface Going {
  readonly row: ForecastRow
  readonly place: Place
}

const byGroup = (groupId: string, rows: readonly ForecastRow[]): ReadonlyMap<string, readonly Going[]> =>
  Map.groupBy(
    rows.flatMap((row) => (row.places ?? []).map((place) => ({ row, place }))),
    ({ place }) => place.groupId ?? groupId,
  )

const placeIds = (going: readonly Going[]): string[] => going.map(({ place }) => place.id)

/**
 * Takes people out who are gone from the roster, of each Group that it put them into. Only now is the roster told, for the
 * service to see for itself.
 */
export const removeGone = async (
  call: CallService,
  groupId: string,
  rows: readonly ForecastRow[],
  roster: Roster,
): Promise<Changed> => {
  const outcomes = new Map<Place, string>()
  for (const [id, going] of byGroup(groupId, rows))
    for (const part of chunked(going)) {
      const answer = await call('rosters.removeGone', { groupId: id, ...roster, complete: true, ids: placeIds(part) })
      const by = new Map(answer.outcomes.map((one) => [one.id, one.outcome]))
      for (const { place } of part) outcomes.set(place, by.get(place.id) ?? 'notGone')
    }
  const became = (outcome: string) => (row: ForecastRow) =>
    (row.places ?? []).filter((place) => outcomes.get(place) === outcome)
  const [removed, lastOwner] = [became('removed'), became('lastOwner')]
  return {
    deed: 'remove',
    done: rows.flatMap((row) => (removed(row).length > 0 ? [{ ...row, places: removed(row) }] : [])),
    lastOwner: rows.filter((row) => lastOwner(row).length > 0).length,
    stayed: rows.filter((row) => removed(row).length + lastOwner(row).length === 0).length,
  }
}

/** Has everything as it was: roles back, members back with their history, invitations made anew. */
export const takeBack = async (call: CallService, groupId: string, { deed, done }: Changed): Promise<void> => {
  if (deed === 'role') {
    await giveRoles(call, groupId, done, ({ has, role }) => has?.role ?? role)
    return
  }
  for (const [id, going] of byGroup(groupId, done)) {
    const { member = [], pending = [] } = Object.groupBy(going, ({ place }) => place.state)
    for (const part of chunked(member)) await call('members.restore', { groupId: id, ids: placeIds(part) })
    for (const part of chunked(pending))
      await call('invitations.send', {
        groupId: id,
        key: crypto.randomUUID(),
        batch: crypto.randomUUID(),
        origin: 'roster',
        people: part.flatMap(({ row: { email, names }, place: { role } }) =>
          email === undefined ? [] : [{ email, role, again: true, ...(names[0] ? { name: names[0] } : {}) }],
        ),
      })
  }
}
