import type { GroupRole, KnownAddress } from '../contract/schemas.ts'
import type { ForecastRow } from './forecast.ts'
import type { RosterPerson } from './person.ts'
import { type RoleRules, roleFor } from './roles.ts'
import { areManyGone } from './shrink.ts'

/** Who came from a roster and is not on it any more, and whether they can be taken out. */
export interface Gone {
  readonly rows: readonly ForecastRow[]
  /** How many people of the Group came from the roster. */
  readonly came: number
  /** `noAddress`: somebody on the roster has no address, and may be one of them. `shrinks`: so many at once want a second look. */
  readonly removal: 'possible' | 'shrinks' | 'noAddress'
}

export const nobodyGone: Gone = { rows: [], came: 0, removal: 'possible' }

interface GoneInput {
  /** Everybody on the roster, also whom nobody would invite. */
  readonly people: readonly RosterPerson[]
  readonly rows: readonly ForecastRow[]
  readonly known: ReadonlyMap<string, KnownAddress>
  /** The reader's own address, lower case. */
  readonly me?: string | undefined
}

/**
 * The Group against a roster that was read whole. An address that was put right, or had better be, is not gone; nor is
 * anybody who did not come from a roster.
 */
export const goneFrom = ({ people, rows, known, me }: GoneInput): Gone => {
  // A roster that hides most addresses tells nothing of who is not on it.
  if (people.filter(({ email }) => email).length * 2 <= people.length) return nobodyGone
  const there = new Set<string | undefined>([me])
  for (const { email } of people) there.add(email?.toLowerCase())
  for (const { email, was, instead } of rows) for (const one of [email, was, instead]) there.add(one)
  // Somebody known by several addresses is there by any of them.
  const ids = new Set([...known.values()].flatMap(({ email, id }) => (there.has(email) ? (id ?? []) : [])))
  const came = byPerson(known)
  const whole = people.every(({ email }) => email)
  const gone = came.flatMap((one) => (there.has(one.email) || ids.has(one.id ?? '') ? [] : rowOf(one, whole)))
  const many = areManyGone(gone.length, came.length)
  return { rows: gone, came: came.length, removal: whole ? (many ? 'shrinks' : 'possible') : 'noAddress' }
}

/** Who came from a roster, each once, by the address that is their own: a roster may have another for them. */
const byPerson = (known: ReadonlyMap<string, KnownAddress>): readonly KnownAddress[] => {
  const some = [...known.values()].filter(({ state }) => state !== 'removed')
  const own = new Map(some.flatMap((one) => (one.id !== undefined && one.origin !== 'roster' ? [[one.id, one]] : [])))
  const came = new Map<string, KnownAddress>()
  for (const one of some) if (one.origin === 'roster') came.set(one.id ?? one.email, own.get(one.id ?? '') ?? one)
  return [...came.values()]
}

const rowOf = ({ id, email, name = '', role, since, state }: KnownAddress, removable: boolean): ForecastRow[] =>
  id === undefined || state === 'removed'
    ? []
    : [
        {
          key: `gone ${id}`,
          names: name ? [name] : [],
          email,
          lmsRole: 'other',
          sections: [],
          state: 'active',
          role,
          kind: 'gone',
          has: { role, since, state, ...(removable ? { id } : {}) },
        },
      ]

/** A roster as the service is told it once somebody is to be taken out: addresses and roles alone. */
export const toCompare = (
  people: readonly RosterPerson[],
  rules: RoleRules,
): { readonly email: string; readonly role: GroupRole }[] =>
  people.map((person) => ({ email: person.email ?? '', role: roleFor(person, rules) ?? 'member' }))
