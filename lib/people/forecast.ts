import type { GroupRole, KnownAddress } from '../contract/schemas.ts'
import type { LmsRole, RoleMapping, RosterPerson } from './person.ts'

/**
 * What Send would do, one row for each mailbox (and for each person without one), worked out beside the roster:
 * nothing of it leaves the page before Send.
 */
export interface ForecastRow {
  /** Key of the first person of the row. */
  readonly key: string
  /** More than one where people share a mailbox. Empty where nobody has a name. */
  readonly names: readonly string[]
  readonly email?: string
  readonly lmsRole: LmsRole
  readonly roleLabel?: string
  /** The role that Send would give. */
  readonly role: GroupRole
  readonly kind: ForecastKind
  /** `pending`, `member`, `roleDiffers`: the role they have, and since when (ISO 8601). */
  readonly has?: { readonly role: GroupRole; readonly since: string }
  /** `unreadable`: what stood where an address was expected. */
  readonly text?: string
  /** Why a row that could be sent is left unticked until somebody ticks it. */
  readonly doubt?: Doubt
}

/** `unchecked`: the Group's addresses are not known yet. `unreadable`: there is text, and it is no address. */
export type ForecastKind = 'unreadable' | 'noAddress' | 'roleDiffers' | 'new' | 'unchecked' | 'pending' | 'member'
export type Doubt = 'you' | 'concluded' | 'inactive' | 'login'

/** The order in which people are shown: what needs a look first. */
export const kindOrder: readonly ForecastKind[] = [
  'unreadable',
  'noAddress',
  'roleDiffers',
  'new',
  'unchecked',
  'pending',
  'member',
]

const tickableKinds: ReadonlySet<ForecastKind> = new Set(['new', 'unchecked'])

/** Whether Send can do anything for a row of this kind. */
export const isTickable = (kind: ForecastKind): boolean => tickableKinds.has(kind)

export interface Forecast {
  readonly rows: readonly ForecastRow[]
  /** People whom the mapping leaves out (observers). */
  readonly leftOut: number
}

export interface ForecastInput {
  readonly people: readonly RosterPerson[]
  /** Every address the Group knows, lower case; null while that is unknown. */
  readonly known: ReadonlyMap<string, KnownAddress> | null
  /** The chosen role: for students, and for whoever has no role of their own in the mapping. */
  readonly role: GroupRole
  readonly mapping: RoleMapping
  /** Roles chosen row by row, by the row's key. */
  readonly roles: ReadonlyMap<string, GroupRole>
  /** The sender's own address, lower case. */
  readonly me?: string
}

const rank: Readonly<Record<GroupRole, number>> = { member: 0, facilitator: 1, owner: 2 }

const doubtAbout = (person: RosterPerson, email: string, me: string | undefined): Doubt | undefined => {
  if (person.you || email === me) return 'you'
  if (person.state === 'concluded' || person.state === 'inactive') return person.state
  return person.emailSource === 'login' ? 'login' : undefined
}

/** One row in the making: people who share a mailbox are folded into it. */
interface Draft {
  readonly key: string
  readonly names: string[]
  readonly email: string | undefined
  readonly text: string | undefined
  lead: RosterPerson
  role: GroupRole
  doubt: Doubt | undefined
}

const fold = (draft: Draft, person: RosterPerson, role: GroupRole, doubt: Doubt | undefined) => {
  if (person.name && !draft.names.includes(person.name)) draft.names.push(person.name)
  if (rank[role] > rank[draft.role]) {
    draft.role = role
    draft.lead = person
  }
  // One certain enrolment is enough; but it stays "you" whatever else it is.
  if (draft.doubt !== 'you') draft.doubt = doubt === 'you' || draft.doubt ? doubt : undefined
}

const kindOf = (draft: Draft, role: GroupRole, known: KnownAddress | undefined, checked: boolean): ForecastKind => {
  if (draft.text !== undefined) return 'unreadable'
  if (draft.email === undefined) return 'noAddress'
  if (!checked) return 'unchecked'
  if (!known) return 'new'
  if (known.state === 'pending') return 'pending'
  return known.role === role ? 'member' : 'roleDiffers'
}

export const forecast = ({ people, known, role: chosen, mapping, roles, me }: ForecastInput): Forecast => {
  const byMailbox = new Map<string, Draft>()
  const drafts: Draft[] = []
  let leftOut = 0
  for (const person of people) {
    const mapped = mapping[person.role]
    if (mapped === null) {
      leftOut++
      continue
    }
    const role = person.role === 'student' || person.role === 'other' ? chosen : mapped
    const email = person.email?.toLowerCase()
    const doubt = email === undefined ? undefined : doubtAbout(person, email, me)
    const same = email === undefined ? undefined : byMailbox.get(email)
    if (same) {
      fold(same, person, role, doubt)
      continue
    }
    const text = email === undefined ? person.invalidEmail : undefined
    const draft = { key: person.key, names: person.name ? [person.name] : [], email, text, lead: person, role, doubt }
    drafts.push(draft)
    if (email !== undefined) byMailbox.set(email, draft)
  }
  return { leftOut, rows: drafts.map((draft) => finish(draft, known, roles)) }
}

const finish = (draft: Draft, known: ForecastInput['known'], roles: ForecastInput['roles']): ForecastRow => {
  const role = roles.get(draft.key) ?? draft.role
  const has = draft.email === undefined ? undefined : known?.get(draft.email)
  const kind = kindOf(draft, role, has, known !== null)
  return {
    key: draft.key,
    names: draft.names,
    lmsRole: draft.lead.role,
    role,
    kind,
    ...(draft.lead.roleLabel === undefined ? {} : { roleLabel: draft.lead.roleLabel }),
    ...(draft.email === undefined ? {} : { email: draft.email }),
    ...(draft.text === undefined ? {} : { text: draft.text }),
    ...(has ? { has: { role: has.role, since: has.since } } : {}),
    ...(draft.doubt && isTickable(kind) ? { doubt: draft.doubt } : {}),
  }
}
