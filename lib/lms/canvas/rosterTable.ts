import type { LmsRole } from '../../people/person.ts'
import { lineIn } from '../reading/lineIn.ts'
import { remembered } from '../reading/remembered.ts'
import { attr, textOf } from '../reading/text.ts'
import { roleOfType, strongest } from './fold.ts'
import { lines, type PageFacts, type Row, type Variant } from './row.ts'

/**
 * The Backbone People page, the default everywhere (canvas-lms `ui/features/roster`, 2012 to 2025). Columns come and go
 * with rights and their headings are translated, so cells are told by what is in them.
 */
export const rosterTable: Variant = {
  row: 'tr.rosterUser',
  reader: (page) => {
    const sections = remembered((cell) => sectionsIn(cell).map(page.sectionOf))
    const labels = remembered(labelIn)
    const kinds = new Map<string, Kind>()
    const kindOf = (names: string): Kind => {
      const known = kinds.get(names)
      if (known) return known
      const roles = rolesIn(names)
      const kind = { roles, role: strongest(roles) }
      kinds.set(names, kind)
      return kind
    }
    const named = namedIn()
    const cellsAfter = cellsBy(page)
    return (row) => {
      const { link, cell, isAlone } = named(row)
      const { login, section, role } = cellsAfter(cell?.nextElementSibling ?? row.firstElementChild)
      const { id } = row
      const kind = kindOf(row.className)
      const several = role && kind.roles.length > 1 ? amongSeveral(role, kind, page) : undefined
      return {
        id: (id.startsWith('user_') ? id.slice(5) : id) || attr(link, 'data-student_id'),
        name: isAlone ? (link?.textContent ?? '') : nameIn(link),
        login,
        role: several?.role ?? kind.role,
        roleLabel: several?.roleLabel ?? (role ? labels(role) : ''),
        sections: section ? sections(section) : nowhere,
        state: isAlone ? 'active' : stateOf(cell),
      }
    }
  },
  // Asked for 50 at a time; a test student taken out after the cut can make a full page one shorter.
  full: 49,
}

/** What a row's classes say: its enrolments' roles, and the one that says most. */
interface Kind {
  readonly roles: readonly LmsRole[]
  readonly role: LmsRole
}

/** Classes name enrolments that are over as well; the lines of the role's cell do not. */
const amongSeveral = (cell: Element, { roles, role }: Kind, page: PageFacts): Pick<Row, 'role' | 'roleLabel'> => {
  const labels = lines(cell)
  const said = labels.map(page.roleOf)
  const present = roles.filter((one) => said.includes(one))
  const found = present.length > 0 ? strongest(present) : role
  return { role: found, roleLabel: labels[Math.max(0, said.indexOf(found))] ?? '' }
}

interface Named {
  readonly link: Element | null
  readonly cell: Element | null
  /** There is nothing but the link in the cell, and nothing but the name in the link, as in most rows. */
  readonly isAlone: boolean
}

const LINK = 'a.roster_user_name'

/** A row's link with the name, and its cell: first where they were in the row before, which is nearer than a look through the row. */
const namedIn = (): ((row: Element) => Named) => {
  let before = 0
  let classes = LINK
  return (row) => {
    let cell = after(row.firstElementChild, before)
    const likely = cell?.firstElementChild
    if (cell && likely?.className === classes)
      return { link: likely, cell, isAlone: cell.childElementCount === 1 && likely.childElementCount === 0 }
    const link = row.querySelector(LINK)
    cell = cellOf(row, link)
    if (link && link === cell?.firstElementChild) {
      classes = link.className
      before = [...row.children].indexOf(cell)
    }
    return { link, cell, isAlone: false }
  }
}

/** The row's own cell round something in it. */
const cellOf = (row: Element, inner: Element | null): Element | null => {
  let cell = inner
  while (cell) {
    const round: Element | null = cell.parentElement
    if (round === row) return cell
    cell = round
  }
  return null
}

/** The avatar's cell holds the name once more, and the link the pronouns: the link's first text is the name. */
const nameIn = (link: Element | null): string => {
  for (let node = link?.firstChild; node; node = node.nextSibling) {
    const name = node.nodeType === node.TEXT_NODE ? lineIn(node) : ''
    if (name) return name
  }
  return ''
}

const nowhere: readonly string[] = []

const sectionsIn = (cell: Element): string[] => Array.from(cell.querySelectorAll('div.section'), textOf)

const labelIn = (cell: Element): string => textOf(cell.querySelector('div') ?? cell)

/** The badge beside the name: its colour tells, its text is translated. */
const stateOf = (cell: Element | null): Row['state'] => {
  const badge = cell?.querySelector('span.label')
  if (!badge) return 'active'
  return badge.classList.contains('label-info') ? 'invited' : 'inactive'
}

const isSection = (cell: Element): boolean =>
  attr(cell, 'data-testid') === 'section-column-cell' ||
  (cell.childElementCount > 0 && cell.querySelector('div.section') !== null)

interface Cells {
  readonly login: string
  readonly section: Element | null
  readonly role: Element | null
}

/** The cells that follow the name's. Between name and section stand login id, SIS id, both or none: as many as in the row before. */
const cellsBy = (page: PageFacts): ((first: Element | null) => Cells) => {
  const told = Number(page.logins ?? false) + Number(page.sisIds ?? false)
  let between = told
  return (first) => {
    let section = after(first, between)
    if (!section || !isSection(section)) {
      section = first
      for (between = 0; section && !isSection(section); between++) section = section.nextElementSibling
      if (!section) between = told
    }
    const text = (between > 0 && first?.textContent) || ''
    const isLogin = between > 1 || (between === 1 && (page.logins ?? (page.sisIds === undefined && text.includes('@'))))
    return { login: isLogin ? text : '', section, role: section ? section.nextElementSibling : after(first, told) }
  }
}

/** The cell so many behind another. */
const after = (first: Element | null, cells: number): Element | null => {
  let cell = first
  for (let i = 0; cell && i < cells; i++) cell = cell.nextElementSibling
  return cell
}

const rolesIn = (names: string): LmsRole[] => [
  ...new Set(
    names
      .split(' ')
      .filter((name) => name.endsWith('Enrollment'))
      .map(roleOfType),
  ),
]
