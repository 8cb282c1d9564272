import { isHigher } from '../contract/roles.ts'
import type { GroupRole, KnownAddress } from '../contract/schemas.ts'
import type { Corrected } from './corrections.ts'
import { type DomainDoubt, domainOf } from './domains.ts'
import type { EmailSource, EnrolmentState, LmsRole } from './person.ts'
import { isMorePresent } from './presence.ts'
import { type RoleRules, roleFor } from './roles.ts'

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
  readonly emailSource?: EmailSource
  readonly lmsRole: LmsRole
  readonly roleLabel?: string
  /** The sections of everybody in the row. */
  readonly sections: readonly string[]
  /** The most present of their states. */
  readonly state: EnrolmentState
  /** The role that Send would give. */
  readonly role: GroupRole
  /** What they are in the course comes to more than what was chosen for students. */
  readonly higher?: true
  readonly kind: ForecastKind
  /** `pending`, `member`, `roleDiffers`, `gone`: how they stand in the Group. */
  readonly has?: Standing
  /** `gone`: each Group that the roster put them into. */
  readonly places?: readonly Place[]
  /** The role was chosen for this person alone. */
  readonly given?: true
  /** `unreadable`: what stood where an address was expected. */
  readonly text?: string
  /** Why a row that could be sent is left unticked until somebody ticks it. */
  readonly doubt?: Doubt
  /** The address that was probably meant. */
  readonly instead?: string
  /** The address that the roster has, where it was put right by hand. */
  readonly was?: string
}

/** Where somebody is to be taken out. */
export interface Place {
  /** The person's, or the invitation's. */
  readonly id: string
  readonly state: 'member' | 'pending'
  readonly role: GroupRole
  /** The Group of a section; absent: the course's. */
  readonly groupId?: string
}

/** How somebody stands in the Group. */
interface Standing {
  readonly role: GroupRole
  /** ISO 8601. */
  readonly since: string
  readonly state: 'member' | 'pending'
  /** The person's, or the invitation's; absent where nothing is to be done to them: it is the reader. */
  readonly id?: string
}

/**
 * `unchecked`: the Group's addresses are not known yet. `unreadable`: there is text, and it is no address. `gone`: came from
 * the roster, and is not on it any more.
 */
export type ForecastKind =
  | 'unreadable'
  | 'noAddress'
  | 'roleDiffers'
  | 'new'
  | 'unchecked'
  | 'pending'
  | 'member'
  | 'gone'
/** `removed`: they were in the Group before. `login`, `rule`: the address is a login id, or made of one. `slip`, `outside`: see DomainDoubt. */
export type Doubt = 'you' | 'removed' | 'concluded' | 'inactive' | 'login' | 'rule' | DomainDoubt['kind']

/** The order in which people are shown: what needs a look first. */
export const kindOrder: readonly ForecastKind[] = [
  'unreadable',
  'noAddress',
  'roleDiffers',
  'new',
  'unchecked',
  'pending',
  'member',
  'gone',
]

const tickableKinds: ReadonlySet<ForecastKind> = new Set(['new', 'unchecked'])

/** Whether Send can do anything for a row of this kind. */
export const isTickable = (kind: ForecastKind): boolean => tickableKinds.has(kind)

/** Whether the role that the roster comes to is less than the one somebody has. */
export const isLower = ({ role, has }: ForecastRow): boolean => has !== undefined && isHigher(has.role, role)

export interface Forecast {
  readonly rows: readonly ForecastRow[]
  /** How many people the mapping leaves out, by what they are in the course. */
  readonly leftOut: ReadonlyMap<LmsRole, number>
}

export interface ForecastInput extends RoleRules {
  readonly people: readonly Corrected[]
  /** Every address the Group knows, lower case; null while that is unknown. */
  readonly known: ReadonlyMap<string, KnownAddress> | null
  /** Roles chosen row by row, by the row's key. */
  readonly roles: ReadonlyMap<string, GroupRole>
  /** What speaks against an address, by its domain. */
  readonly domains?: ReadonlyMap<string, DomainDoubt>
  /** Something spoke against the rule by which addresses were made. */
  readonly ruleInDoubt?: boolean
  /** The sender's own address, lower case. */
  readonly me?: string
}

const doubtAbout = (person: Corrected, email: string, { me, known, ruleInDoubt }: ForecastInput): Doubt | undefined => {
  if (person.you || email === me) return 'you'
  if (known?.get(email)?.state === 'removed') return 'removed'
  if (person.state === 'concluded' || person.state === 'inactive') return person.state
  if (person.was !== undefined) return undefined
  if (person.emailSource === 'rule') return ruleInDoubt ? 'rule' : undefined
  return person.emailSource === 'login' ? 'login' : undefined
}

/** One row in the making: people who share a mailbox are folded into it. */
interface Draft {
  readonly key: string
  readonly names: string[]
  readonly email: string | undefined
  readonly text: string | undefined
  lead: Corrected
  role: GroupRole
  sections: readonly string[]
  state: EnrolmentState
  doubt: Doubt | undefined
  was: string | undefined
}

const together = (some: readonly string[], more: readonly string[]) => {
  const added = more.filter((one) => !some.includes(one))
  return added.length > 0 ? [...some, ...added] : some
}

const fold = (draft: Draft, person: Corrected, role: GroupRole, doubt: Doubt | undefined) => {
  if (person.name && !draft.names.includes(person.name)) draft.names.push(person.name)
  if (isHigher(role, draft.role)) {
    draft.role = role
    draft.lead = person
  }
  draft.sections = together(draft.sections, person.sections)
  if (isMorePresent(person.state, draft.state)) draft.state = person.state
  draft.was ??= person.was
  // One certain enrolment is enough; but it stays "you" whatever else it is.
  if (draft.doubt !== 'you') draft.doubt = doubt === 'you' || draft.doubt ? doubt : undefined
}

const kindOf = (draft: Draft, role: GroupRole, known: KnownAddress | undefined, checked: boolean): ForecastKind => {
  if (draft.text !== undefined) return 'unreadable'
  if (draft.email === undefined) return 'noAddress'
  if (!checked) return 'unchecked'
  if (!known || known.state === 'removed') return 'new'
  if (known.role !== role) return 'roleDiffers'
  return known.state
}

export const forecast = (input: ForecastInput): Forecast => {
  const byMailbox = new Map<string, Draft>()
  const drafts: Draft[] = []
  const leftOut = new Map<LmsRole, number>()
  for (const person of input.people) {
    const role = roleFor(person, input)
    if (role === null) {
      leftOut.set(person.role, (leftOut.get(person.role) ?? 0) + 1)
      continue
    }
    const email = person.email?.toLowerCase()
    const doubt = email === undefined ? undefined : doubtAbout(person, email, input)
    const same = email === undefined ? undefined : byMailbox.get(email)
    if (same) {
      fold(same, person, role, doubt)
      continue
    }
    const draft: Draft = {
      key: person.key,
      names: person.name ? [person.name] : [],
      email,
      text: email === undefined ? person.invalidEmail : undefined,
      lead: person,
      role,
      sections: person.sections,
      state: person.state,
      doubt,
      was: person.was,
    }
    drafts.push(draft)
    if (email !== undefined) byMailbox.set(email, draft)
  }
  return { leftOut, rows: drafts.map((draft) => finish(draft, input)) }
}

/** What the address itself gives to think; one that somebody put right or made by a rule was looked at already. */
const domainDoubt = ({ email, was, lead }: Draft, domains: ForecastInput['domains']): DomainDoubt | undefined =>
  email === undefined || was !== undefined || lead.emailSource === 'rule' ? undefined : domains?.get(domainOf(email))

const standing = ({ role, since, state, id }: KnownAddress, you: boolean): { has?: Standing } =>
  state === 'removed' ? {} : { has: { role, since, state, ...(id === undefined || you ? {} : { id }) } }

const finish = (draft: Draft, { known, role: chosen, roles, domains }: ForecastInput): ForecastRow => {
  const { key, names, lead, email, text, sections, state, was } = draft
  const given = roles.get(key)
  const role = given ?? draft.role
  const has = email === undefined ? undefined : known?.get(email)
  const kind = kindOf(draft, role, has, known !== null)
  const row: ForecastRow = {
    key,
    names,
    lmsRole: lead.role,
    sections,
    state,
    role,
    kind,
    ...(lead.roleLabel === undefined ? {} : { roleLabel: lead.roleLabel }),
    ...(email === undefined ? {} : { email }),
    ...(email === undefined || lead.emailSource === undefined ? {} : { emailSource: lead.emailSource }),
    ...(text === undefined ? {} : { text }),
    ...(has ? standing(has, draft.doubt === 'you') : {}),
    ...(given === undefined ? {} : { given: true }),
    ...(was === undefined ? {} : { was }),
  }
  if (!isTickable(kind)) return row
  const odd = domainDoubt(draft, domains)
  const doubt = draft.doubt ?? odd?.kind
  return {
    ...row,
    ...(isHigher(draft.role, chosen) ? { higher: true } : {}),
    ...(doubt ? { doubt } : {}),
    ...(odd?.kind === 'slip' && email ? { instead: email.slice(0, email.lastIndexOf('@') + 1) + odd.meant } : {}),
  }
}
