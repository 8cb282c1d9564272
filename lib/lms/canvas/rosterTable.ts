import { attr, textOf } from '../reading/text.ts'
import { roleOfType, strongest } from './fold.ts'
import type { PageFacts, Row, Variant } from './row.ts'

/**
 * The Backbone People page, the default everywhere (canvas-lms `ui/features/roster`, 2012 to 2025). Columns come and go
 * with rights and their headings are translated, so cells are told by what is in them.
 */
export const rosterTable: Variant = {
  row: 'tr.rosterUser',
  read: (row, page) => {
    const link = row.querySelector('a.roster_user_name')
    const nameCell = cellOf(row, link)
    const { login, section, role } = cellsAfter(nameCell?.nextElementSibling ?? row.firstElementChild, page)
    return {
      id: attr(row, 'id').replace(/^user_/, '') || attr(link, 'data-student_id'),
      name: nameIn(link),
      login: textOf(login),
      role: roleIn(row.className),
      roleLabel: textOf(role?.querySelector('div') ?? role),
      sections: sectionsIn(section).map(page.sectionOf),
      state: stateOf(nameCell),
    }
  },
  // Asked for 50 at a time; a test student taken out after the cut can make a full page one shorter.
  full: 49,
}

/** The row's own cell round something in it. */
const cellOf = (row: Element, inner: Element | null): Element | null => {
  let cell = inner
  while (cell && cell.parentElement !== row) cell = cell.parentElement
  return cell
}

/** The avatar's cell holds the name once more, and the link the pronouns: the link's first text is the name. */
const nameIn = (link: Element | null): string => {
  for (let node = link?.firstChild; node; node = node.nextSibling) {
    const name = node.nodeType === node.TEXT_NODE ? textOf(node) : ''
    if (name) return name
  }
  return ''
}

const sectionsIn = (cell: Element | null): string[] => [...(cell?.querySelectorAll('div.section') ?? [])].map(textOf)

/** The badge beside the name: its colour tells, its text is translated. */
const stateOf = (cell: Element | null): Row['state'] => {
  const badge = cell?.querySelector('span.label')
  if (!badge) return 'active'
  return badge.classList.contains('label-info') ? 'invited' : 'inactive'
}

const isSection = (cell: Element): boolean =>
  attr(cell, 'data-testid') === 'section-column-cell' || cell.querySelector('div.section') !== null

interface Cells {
  readonly login: Element | undefined
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
  const [login] = before
  const isLogin =
    between > 1 ||
    (between === 1 && (page.logins ?? (page.sisIds === undefined && (login?.textContent.includes('@') ?? false))))
  return { login: isLogin ? login : undefined, section, role: section ? section.nextElementSibling : before[told] }
}

const roleIn = (names: string) =>
  strongest(
    names
      .split(' ')
      .filter((name) => name.endsWith('Enrollment'))
      .map(roleOfType),
  )
