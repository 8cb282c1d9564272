import { attr, textOf } from '../reading/text.ts'
import { weakest } from './fold.ts'
import { lines, type Row, roleIn, stateOfPill, type Variant } from './row.ts'

const byTestId = (from: ParentNode, id: string) => from.querySelector(`[data-testid="${id}"]`)

/** Where a column is, by its heading's test id; −1 where the page does not show it. */
const column = (row: Element, name: string): number => {
  const head = row.ownerDocument.querySelector(`[data-testid="colheader-${name}"]`)
  return head ? [...(head.parentElement?.children ?? [])].indexOf(head) : -1
}

/** The text of the link without the pronouns in it. */
const nameIn = (cell: Element | null): string => {
  const link = cell?.querySelector('a')
  const pronouns = textOf(link && byTestId(link, 'user-pronouns'))
  const whole = textOf(link)
  return pronouns && whole.endsWith(pronouns) ? whole.slice(0, -pronouns.length) : whole
}

/** The pill is the only text of the name cell outside the person's span. */
const stateIn = (cell: Element | null): Row['state'] => {
  const person = cell?.querySelector('[data-student_id]')
  const pill =
    [...(cell?.children ?? [])]
      .filter((child) => child !== person)
      .map(textOf)
      .find(Boolean) ?? ''
  return stateOfPill(pill)
}

const STUDENT = 'student_context_card_trigger'

/** The test student is called a student as well, and has not the mark that every student's name has on this page. */
const isTest = (person: Element | null | undefined, { role }: Pick<Row, 'role'>): boolean =>
  role === 'student' && !person?.classList.contains(STUDENT) && !!person?.ownerDocument.querySelector(`.${STUDENT}`)

/** The React People page behind `react_people_page` (canvas-lms `ui/features/course_people`, 2022 to 2025). */
export const coursePeople: Variant = {
  row: '[data-testid="roster-table-data-row"]',
  reader: (page) => (row) => {
    const nameCell = byTestId(row, 'roster-table-name-cell')
    const person = nameCell?.querySelector('[data-student_id]')
    const cell = (name: string) => row.children[column(row, name)]
    // Enrolments that are over stand among the others here.
    const role = roleIn(page, cell('role'), person?.classList.contains(STUDENT) ? () => 'student' : weakest)
    return {
      id: attr(person, 'data-student_id'),
      name: nameIn(nameCell),
      login: textOf(cell('login-id')),
      ...role,
      sections: lines(cell('section')),
      state: stateIn(nameCell),
      isTest: isTest(person, role),
    }
  },
  // One GraphQL answer, whose connections Canvas cuts at a hundred.
  full: 100,
}
