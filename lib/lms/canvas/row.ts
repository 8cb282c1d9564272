import { cleanName } from '../../people/cleanName.ts'
import type { LmsRole, RosterPerson } from '../../people/person.ts'
import { addressFrom } from '../reading/address.ts'
import { roleFrom } from '../reading/roles.ts'
import { textOf } from '../reading/text.ts'
import { type Fields, fields, list, word } from '../reading/values.ts'
import { roleOfType, strongest } from './fold.ts'

/** What a row shows, before it becomes a person. No People page shows addresses, so a login id is all there can be. */
export interface Row {
  readonly id: string
  readonly name: string
  readonly login: string
  readonly role: LmsRole
  readonly roleLabel: string
  readonly sections: readonly string[]
  readonly state: 'active' | 'invited' | 'inactive'
  /** The student that Canvas makes for looking at a course with a student's eyes. */
  readonly isTest?: boolean
}

/** One of the page's three implementations. */
export interface Variant {
  /** Selects the rows; there are none while, or where, the page shows none. */
  readonly row: string
  /** Made once for a page: what its rows have in common is remembered in it. */
  reader(page: PageFacts): (row: Element) => Row
  /** Rows the page shows without more to come: with fewer than this it shows everybody. */
  readonly full: number
}

/** What the inline script tells about columns and roles; taken for columns only, never as what the API allows. */
export interface PageFacts {
  readonly logins: boolean | undefined
  readonly sisIds: boolean | undefined
  /** The role for a label as the page shows it, in the page's language. */
  roleOf(label: string): LmsRole
  /** The section's name without what the page adds to it for inactive people (" - Inactive", in its language). */
  sectionOf(shown: string): string
}

const english: Readonly<Record<string, LmsRole>> = {
  Student: 'student',
  Teacher: 'teacher',
  TA: 'ta',
  Designer: 'designer',
  Observer: 'observer',
}

export const pageFacts = (env: Fields): PageFacts => {
  const permissions = fields(env.permissions)
  const bool = (value: unknown) => (typeof value === 'boolean' ? value : undefined)
  const roles = new Map<string, LmsRole>(Object.entries(english))
  for (const base of list(env.ALL_ROLES).map(fields)) {
    for (const role of [base, ...list(base.custom_roles).map(fields)]) {
      roles.set(word(role.label), roleOfType(word(base.base_role_name)))
    }
  }
  // "Temporary: Teacher" is a role with a prefix, "Observing: somebody" an observer's line, in the page's language. Built-in roles may be
  // called otherwise on a page than in its script.
  const otherwise = (label: string): LmsRole => {
    const [, rest] = label.split(/[:：]\s*/)
    return rest === undefined ? roleFrom(label).role : (roles.get(rest) ?? 'observer')
  }
  const sections = list(env.SECTIONS).map((section) => word(fields(section).name))
  return {
    logins: bool(permissions.view_user_logins),
    sisIds: bool(permissions.read_sis),
    roleOf: (label) => roles.get(label) ?? otherwise(label),
    sectionOf: (shown) =>
      (sections.includes(shown) ? shown : sections.find((name) => name && shown.startsWith(`${name} - `))) ?? shown,
  }
}

/** "Pending" in languages that Canvas comes in. */
const pending =
  /pending|pendiente|pendente?\b|en attente|ausstehend|afwachting|afventer|avventer|vänta|odotta|oczek|in sospeso|függőben|beklemede|ожида|очіку|انتظار|ממתין|保留|待定|待处理|待處理|等待|대기|보류/i

/** A pill in a language we do not read is taken for "inactive": such people are not ticked by themselves. */
export const stateOfPill = (pill: string): Row['state'] => {
  if (pill === '') return 'active'
  return pending.test(pill) ? 'invited' : 'inactive'
}

/** A cell with one element for each enrolment, or with bare text. */
export const lines = (cell: Element | null | undefined): string[] => {
  const parts = [...(cell?.children ?? [])].map(textOf)
  return (parts.length > 0 ? parts : [textOf(cell)]).filter(Boolean)
}

/**
 * What the lines of a role's cell come to, one for each enrolment, and what the page calls it. An empty cell is that of an observer who
 * watches nobody. `pick`: the role that counts of several.
 */
export const roleIn = (
  page: PageFacts,
  cell: Element | null | undefined,
  pick: (roles: readonly LmsRole[]) => LmsRole = strongest,
): Pick<Row, 'role' | 'roleLabel'> => {
  const labels = lines(cell)
  const roles = labels.map(page.roleOf)
  const picked = pick(roles)
  const role = cell && roles.length === 0 && picked === 'other' ? 'observer' : picked
  return { role, roleLabel: labels[Math.max(0, roles.indexOf(role))] ?? '' }
}

const nowhere: readonly string[] = []

const cleanSections = (sections: readonly string[]): readonly string[] =>
  sections.length === 0 ? nowhere : [...new Set(sections.map(cleanName))].filter(Boolean)

/** Makes people of rows. `me`: the reader's user id, '' when unknown. */
export const personMaker = (me: string): ((row: Row) => RosterPerson) => {
  // A course has few sections, and rows in the same one may say so by the same list.
  const known = new Map<readonly string[], readonly string[]>()
  const sectionsOf = (shown: readonly string[]) => {
    const before = known.get(shown)
    if (before) return before
    const made = cleanSections(shown)
    if (known.size < 1000) known.set(shown, made)
    return made
  }
  return (row) => {
    const person: { -readonly [K in keyof RosterPerson]: RosterPerson[K] } = {
      key: row.id,
      name: cleanName(row.name),
      role: row.role,
      sections: sectionsOf(row.sections),
      state: row.state,
    }
    // Set one by one: spreading takes longer than all else that is made here.
    const { email } = addressFrom('', row.login)
    if (email) {
      person.email = email
      person.emailSource = 'login'
    }
    if (row.roleLabel) person.roleLabel = cleanName(row.roleLabel)
    if (me && row.id === me) person.you = true
    return person
  }
}
