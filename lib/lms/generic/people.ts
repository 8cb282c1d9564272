import { cleanName } from '../../people/cleanName.ts'
import { cleanNameText } from '../../people/extract/nameText.ts'
import type { EnrolmentState, LmsRole, RosterPerson } from '../../people/person.ts'
import { isMorePresent } from '../../people/presence.ts'
import { roleFrom } from '../reading/roles.ts'

/** What one row says, before it becomes a person. '' for what it does not say. */
export interface Told {
  readonly name: string
  /** Lower case. */
  readonly email: string
  /** The address is the name to sign in with. */
  readonly isLogin: boolean
  /** What stands for an address and has to be looked at. */
  readonly asked: string
  readonly login: string
  readonly section: string
  readonly role: string
  readonly status: string
}

/** The people of a page, row by row. */
export interface People {
  add(row: Told): void
  /** Everybody so far, in the order of the page. */
  all(): readonly RosterPerson[]
  /** Nobody yet, where most names turned out to be written another way than the first few: every row has to be told again. */
  anew(): People | null
  readonly size: number
}

const gone = /inactive|drop|withdr|wait|cancel|denied|left/i
const coming = /invited|pending/i
const over = /conclu|complet|former/i

const stateOf = (said: string): EnrolmentState => {
  if (!said) return 'active'
  return gone.test(said) ? 'inactive' : over.test(said) ? 'concluded' : coming.test(said) ? 'invited' : 'active'
}

const behind = /[([]([^()[\]]+)[)\]]\s*$/
/** Rows after which a list's way of writing names is first settled. */
const FEW = 12
const nowhere: readonly string[] = []

/**
 * `mine`: the address of whoever is signed in, '' where the page does not tell. `familyFirst`: how most names are written, where that is
 * known.
 */
export const createPeople = (mine: string, familyFirst?: boolean): People => {
  /** The first few: rows that are kept take longer to be put away than to be read. */
  const few: Told[] = []
  /** Where in `people` the first with an address or login is. */
  const known = new Map<string, number>()
  const people: RosterPerson[] = []
  const sections = new Map<string, readonly string[]>()
  const roles = new Map<string, { readonly role: LmsRole; readonly roleLabel?: string }>()
  let count = 0
  let names = 0
  let commas = 0
  let turned = familyFirst ?? false

  const sectionsOf = (section: string): readonly string[] => {
    if (!section) return nowhere
    const before = sections.get(section)
    if (before) return before
    const made = [cleanName(section)].filter(Boolean)
    sections.set(section, made)
    return made
  }
  const roleOf = (label: string): { readonly role: LmsRole; readonly roleLabel?: string } => {
    if (!label) return { role: 'student' }
    const before = roles.get(label)
    if (before) return before
    const made = roleFrom(label)
    roles.set(label, made)
    return made
  }

  /** Turned where most of the list has the family name first: a comma in one name may mean anything. */
  const nameOf = (name: string): string => (turned || !name.includes(',') ? cleanNameText(name) : cleanName(name))

  const put = (row: Told) => {
    const name = nameOf(row.name)
    const state = stateOf(row.status || (row.name.includes('(') ? (behind.exec(row.name)?.[1] ?? '') : ''))
    const id = row.email || row.login
    const at = id ? known.get(id) : undefined
    const before = at === undefined ? undefined : people[at]
    if (before && at !== undefined && (!name || !before.name || before.name === name)) {
      // A person with several lines is one person with all sections and the most present state.
      people[at] = {
        ...before,
        name: before.name || name,
        sections: [...new Set([...before.sections, ...sectionsOf(row.section)])],
        state: isMorePresent(state, before.state) ? state : before.state,
      }
      return
    }
    if (id && at === undefined) known.set(id, people.length)
    const { role, roleLabel } = roleOf(row.role)
    // Set one by one: spreading takes longer than all else that is made here.
    const person: { -readonly [K in keyof RosterPerson]: RosterPerson[K] } = {
      key: id && at === undefined ? id : `${id} ${people.length + 1}`.trim(),
      name,
      sections: sectionsOf(row.section),
      state,
      role,
    }
    if (roleLabel) person.roleLabel = roleLabel
    if (row.email) {
      person.email = row.email
      person.emailSource = row.isLogin ? 'login' : 'page'
    } else if (row.asked) person.invalidEmail = row.asked
    if (row.login) person.login = row.login
    if (mine && row.email === mine) person.you = true
    people.push(person)
  }

  const isMost = () => commas * 2 > names
  const turn = () => {
    if (isMost() === turned) return
    turned = isMost()
    people.length = 0
    known.clear()
    for (const row of few) put(row)
  }

  return {
    add: (row) => {
      count++
      if (row.name) names++
      if (row.name.includes(',')) commas++
      put(row)
      if (familyFirst !== undefined || count > FEW) return
      few.push(row)
      // A few rows tell; everybody is asked at the end.
      if (count === FEW) turn()
    },
    all: () => {
      if (count < FEW && familyFirst === undefined) turn()
      return people.slice()
    },
    anew: () => (count > FEW && isMost() !== turned ? createPeople(mine, isMost()) : null),
    get size() {
      return people.length
    },
  }
}
