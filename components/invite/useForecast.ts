import { useCallback, useMemo, useRef, useState } from 'react'
import { CallProblem, passing } from '../../lib/contract/errors.ts'
import type { Group, GroupRole } from '../../lib/contract/schemas.ts'
import { type Forecast, type ForecastRow, forecast } from '../../lib/people/forecast.ts'
import { type Gone, goneFrom, nobodyGone } from '../../lib/people/gone.ts'
import { keepRows } from '../../lib/people/keepRows.ts'
import type { RosterPerson } from '../../lib/people/person.ts'
import type { Ticks } from '../../lib/people/ticks.ts'
import { useKnownAddresses, useMe } from '../queries.ts'
import { type Addresses, useAddresses } from './useAddresses.ts'
import type { Roles } from './useRoles.ts'

/**
 * `unknown`: the service could not say; people can be sent all the same, it answers for each of them then.
 * `refused`: it will not say, so it will not take an invitation either.
 */
type Check = 'noGroup' | 'checking' | 'checked' | 'unknown' | 'refused'

const passes = (problem: unknown) =>
  problem instanceof CallProblem && (passing.has(problem.code) || problem.code === 'signedOut')

export interface Made {
  readonly forecast: Forecast
  /** Who is gone from the roster; nobody while that cannot be told. */
  readonly gone: Gone
  readonly addresses: Addresses
  readonly check: Check
  readonly problem: unknown
  readonly retry: () => void
  readonly ticks: Ticks
  readonly tick: (keys: readonly string[], on: boolean) => void
  readonly giveRole: (key: string, role: GroupRole) => void
}

interface Into {
  readonly group: Pick<Group, 'id' | 'workspaceId'> | undefined
  /** Groups in it that stand for sections; undefined while that is not known. */
  readonly nested: readonly string[] | undefined
  /** These are all of a course that is linked with the Group: whoever is missing is gone. */
  readonly whole: boolean
  /** The role chosen for students. */
  readonly role: GroupRole
  readonly roles: Roles
}

/** The people against the Group, with the ticks and roles set by hand kept apart from both. */
export const useForecast = (roster: readonly RosterPerson[], { group, role, roles, nested, whole }: Into): Made => {
  const who = useMe()
  const me = who?.email.toLowerCase()
  const groupId = group?.id
  const known = useKnownAddresses(groupId, nested)
  const addresses = useAddresses(roster, who?.workspaces.find(({ id }) => id === group?.workspaceId)?.emailDomains)
  const [ticks, setTicks] = useState<Ticks>(new Map())
  const [given, setGiven] = useState<ReadonlyMap<string, GroupRole>>(new Map())
  const data = groupId === undefined ? undefined : known.data
  const check = (): Check => {
    if (groupId === undefined) return 'noGroup'
    if (data) return 'checked'
    if (!known.isError) return 'checking'
    return passes(known.error) ? 'unknown' : 'refused'
  }
  const { people, domains, rule } = addresses
  const { mapping, labels } = roles
  const before = useRef<readonly ForecastRow[]>([])
  const made = useMemo(() => {
    const next = forecast({
      people,
      known: data ?? null,
      role,
      mapping,
      labels,
      roles: given,
      domains,
      ruleInDoubt: rule !== undefined && rule.against > 0,
      ...(me === undefined ? {} : { me }),
    })
    before.current = keepRows(before.current, next.rows)
    return { ...next, rows: before.current }
  }, [people, data, role, mapping, labels, given, domains, rule, me])
  return {
    forecast: made,
    gone: useMemo(
      () => (data && whole ? goneFrom({ people, rows: made.rows, known: data, me }) : nobodyGone),
      [data, whole, people, made, me],
    ),
    addresses,
    check: check(),
    problem: known.error,
    retry: () => void known.refetch(),
    ticks,
    // The same functions for as long as the screen is there: rows are compared by what they are given.
    tick: useCallback((keys, on) => {
      setTicks((now) => {
        const next = new Map(now)
        for (const key of keys) next.set(key, on)
        return next
      })
    }, []),
    giveRole: useCallback((key, chosen) => setGiven((now) => new Map(now).set(key, chosen)), []),
  }
}
