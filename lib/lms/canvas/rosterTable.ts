import type { LmsRole } from '../../people/person.ts'
import { lineIn } from '../reading/lineIn.ts'
import { remembered } from '../reading/remembered.ts'
import { attr, textOf } from '../reading/text.ts'
import { roleOfType, strongest } from './fold.ts'
import type { PageFacts, Row, Variant } from './row.ts'

/**
 * The Backbone People page, the default everywhere (canvas-lms `ui/features/roster`, 2012 to 2025). Columns come and go
 * with rights and their headings are translated, so cells are told by what is in them.
 */
export const rosterTable: Variant = {
  row: 'tr.rosterUser',
  reader: (page) => {
    const sections = remembered((cell) => sectionsIn(cell).map(page.sectionOf))
    const labels = remembered(labelIn)
    const roles = new Map<string, LmsRole>()
    const roleOf = (names: string): LmsRole => {
      const known = roles.get(names)
      if (known) return known
      const role = roleIn(names)
      roles.set(names, role)
      return role
    }
    return (row) => {
      const link = row.querySelector('a.roster_user_name')
      const nameCell = cellOf(row, link)
      const { login, section, role } = cellsAfter(nameCell?.nextElementSibling ?? row.firstElementChild, page)
      const { id } = row
      return {
        id: (id.startsWith('user_') ? id.slice(5) : id) || attr(link, 'data-student_id'),
        name: nameIn(link),
        login,
        role: roleOf(row.className),
        roleLabel: role ? labels(role) : '',
        sections: section ? sections(section) : nowhere,
        state: stateOf(nameCell),
      }
    }
  },
  // Asked for 50 at a time; a test student taken out after the cut can make a full page one shorter.
  full: 49,
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
  if (link?.childElementCount === 0) return lineIn(link)
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
  readonly role: Element | null | undefined
}

/** The cells that follow the name's. Between name and section stand login id, SIS id, both or none. */
const cellsAfter = (first: Element | null, page: PageFacts): Cells => {
  const before: Element[] = []
  let section = first
  for (; section && !isSection(section); section = section.nextElementSibling) before.push(section)
  const told = Number(page.logins ?? false) + Number(page.sisIds ?? false)
  const between = section ? before.length : told
  const text = between > 0 ? lineIn(before[0]) : ''
  const isLogin = between > 1 || (between === 1 && (page.logins ?? (page.sisIds === undefined && text.includes('@'))))
  return { login: isLogin ? text : '', section, role: section ? section.nextElementSibling : before[told] }
}

const roleIn = (names: string) =>
  strongest(
    names
      .split(' ')
      .filter((name) => name.endsWith('Enrollment'))
      .map(roleOfType),
  )
