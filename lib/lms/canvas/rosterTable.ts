import { attr, textOf } from '../reading/text.ts'
import { roleOfType, strongest } from './fold.ts'
import type { PageFacts, Row, Variant } from './row.ts'

/**
 * The Backbone People page, the default everywhere (canvas-lms `ui/features/roster`, 2012 to 2025). Columns come and go
 * with rights and their headings are translated, so cells are told by what is in them.
 */
export const rosterTable: Variant = {
  rows: (doc) => [...doc.querySelectorAll('table.roster tr.rosterUser')],
  read: (row, page) => {
    const cells = [...row.children]
    const link = row.querySelector('a.roster_user_name')
    const nameAt = cells.findIndex((cell) => cell.querySelector('a.roster_user_name'))
    const sectionAt = cells.findIndex(
      (cell) => cell.matches('[data-testid="section-column-cell"]') || cell.querySelector('div.section'),
    )
    const [loginAt, roleAt] = columns(cells, nameAt, sectionAt, page)
    const types = [...row.classList].filter((name) => name.endsWith('Enrollment')).map(roleOfType)
    return {
      id: attr(row, 'id').replace(/^user_/, '') || attr(link, 'data-student_id'),
      // The avatar's cell holds the name once more, and the link the pronouns: the link's first text is the name.
      name:
        [...(link?.childNodes ?? [])]
          .map((node) => (node.nodeType === node.TEXT_NODE ? textOf(node) : ''))
          .find(Boolean) ?? '',
      login: loginAt < 0 ? '' : textOf(cells[loginAt]),
      role: strongest(types),
      roleLabel: textOf(cells[roleAt]?.querySelector('div') ?? cells[roleAt]),
      sections: [...(cells[sectionAt]?.querySelectorAll('div.section') ?? [])].map((section) =>
        page.sectionOf(textOf(section)),
      ),
      state: stateOf(cells[nameAt]),
    }
  },
  // Asked for 50 at a time; a test student taken out after the cut can make a full page one shorter.
  full: 49,
}

/** The badge beside the name: its colour tells, its text is translated. */
const stateOf = (cell: Element | undefined): Row['state'] => {
  const badge = cell?.querySelector('span.label')
  if (!badge) return 'active'
  return badge.classList.contains('label-info') ? 'invited' : 'inactive'
}

/** Where the login id (−1: nowhere) and the role are. Between name and section stand login id, SIS id, both or none. */
const columns = (cells: readonly Element[], nameAt: number, sectionAt: number, page: PageFacts): [number, number] => {
  const first = nameAt + 1
  const told = Number(page.logins ?? false) + Number(page.sisIds ?? false)
  const between = sectionAt < 0 ? told : sectionAt - first
  const roleAt = sectionAt < 0 ? first + told : sectionAt + 1
  if (between >= 2) return [first, roleAt]
  if (between <= 0) return [-1, roleAt]
  const isLogin = page.logins ?? (page.sisIds === undefined && textOf(cells[first]).includes('@'))
  return [isLogin ? first : -1, roleAt]
}
