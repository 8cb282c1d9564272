import type { KnownAddress } from '../contract/schemas.ts'
import type { Roster } from '../lms/roster.ts'
import { doubtfulDomains } from '../people/domains.ts'
import { forecast } from '../people/forecast.ts'
import type { RoleRules } from '../people/roles.ts'
import { ticked } from '../people/ticks.ts'

export interface Linked extends RoleRules {
  /** Every address that the linked Group knows. */
  readonly known: ReadonlyMap<string, KnownAddress>
  /** The domains that its Workspace lets in. */
  readonly allowed?: readonly string[] | undefined
  /** The reader's own address, lower case. */
  readonly me: string
}

/** `all`: everybody who should be in is. `none`: nobody new among those who were read. null: it is for the person to say. */
export type Newcomers = { readonly kind: 'new'; readonly count: number } | { readonly kind: 'all' | 'none' } | null

/** Who of a roster is not in its Group yet: those whom the screen has ticked when it opens, so that the number is the button's. */
export const newcomers = (
  { people, complete }: Roster,
  { known, allowed, me, mapping, labels, role }: Linked,
): Newcomers => {
  const domains = doubtfulDomains(people, allowed)
  const { rows } = forecast({ people, known, me, mapping, labels, role, roles: new Map(), domains })
  const count = ticked(rows, new Map()).length
  if (count > 0) return { kind: 'new', count }
  if (!rows.some(({ kind }) => kind === 'member' || kind === 'pending' || kind === 'roleDiffers')) return null
  return { kind: complete ? 'all' : 'none' }
}
