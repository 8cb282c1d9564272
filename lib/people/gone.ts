import type { GroupRole, KnownAddress } from '../contract/schemas.ts'
import type { ForecastRow } from './forecast.ts'
import type { Known } from './known.ts'
import type { RosterPerson } from './person.ts'
import { type RoleRules, roleFor } from './roles.ts'
import { areManyGone } from './shrink.ts'

/** Who came from a roster and is not on it any more, and whether they can be taken out. */
export interface Gone {
  readonly rows: readonly ForecastRow[]
  /** How many people of the Group, and of those of sections in it, came from the roster. */
  readonly came: number
  /** `noAddress`: somebody on the roster has no address, and may be one of them. `shrinks`: so many at once want a second look. */
  readonly removal: 'possible' | 'shrinks' | 'noAddress'
}

export const nobodyGone: Gone = { rows: [], came: 0, removal: 'possible' }

interface GoneInput {
  /** Everybody on the roster, also whom nobody would invite. */
  readonly people: readonly RosterPerson[]
  readonly rows: readonly ForecastRow[]
  readonly known: ReadonlyMap<string, Known>
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
  const places = [...known.values()].flatMap(placesOf)
  // Somebody known by several addresses is there by any of them.
  const ids = new Set(places.flatMap(({ email, id }) => (there.has(email) ? [id] : [])))
  const came = byPerson(places)
  const whole = people.every(({ email }) => email)
  const gone = came.flatMap((one) =>
    one.some(({ email, id }) => there.has(email) || ids.has(id)) ? [] : rowOf(one, whole),
  )
  const many = areManyGone(gone.length, came.length)
  return { rows: gone, came: came.length, removal: whole ? (many ? 'shrinks' : 'possible') : 'noAddress' }
}

/** Somebody in one Group: in the course's own where none is named. */
interface Standing extends KnownAddress {
  readonly id: string
  readonly groupId?: string
}

const placesOf = ({ inSections = [], ...one }: Known): readonly Standing[] =>
  [one, ...inSections].flatMap((place) =>
    place.id === undefined || place.state === 'removed' ? [] : [{ ...place, id: place.id }],
  )

/** Whom a roster brought, each with every Group that it put them into, by the address that is their own: a roster may have another. */
const byPerson = (places: readonly Standing[]): readonly (readonly Standing[])[] => {
  const own = new Map(places.flatMap(({ id, origin, email }) => (origin === 'roster' ? [] : [[id, email]])))
  const came = new Map<string, Map<string, Standing>>()
  for (const one of places) {
    if (one.origin !== 'roster') continue
    const email = own.get(one.id) ?? one.email
    const theirs = came.get(email) ?? new Map<string, Standing>()
    came.set(email, theirs.set(`${one.groupId} ${one.id}`, { ...one, email }))
  }
  return [...came.values()].map((theirs) => [...theirs.values()])
}

const rowOf = (places: readonly Standing[], removable: boolean): ForecastRow[] => {
  const first = places.find(({ state }) => state === 'member') ?? places[0]
  if (!first) return []
  const { id, email, name = '', role, since } = first
  const state = first.state === 'member' ? 'member' : 'pending'
  return [
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
      places: places.map((one) => ({
        id: one.id,
        role: one.role,
        state: one.state === 'member' ? 'member' : 'pending',
        ...(one.groupId === undefined ? {} : { groupId: one.groupId }),
      })),
    },
  ]
}

/** A roster as the service is told it once somebody is to be taken out: addresses and roles alone. */
export const toCompare = (
  people: readonly RosterPerson[],
  rules: RoleRules,
): { readonly email: string; readonly role: GroupRole }[] =>
  people.map((person) => ({ email: person.email ?? '', role: roleFor(person, rules) ?? 'member' }))
