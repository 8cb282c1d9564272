import { attr, textOf } from '../reading/text.ts'
import { lines, type Row, roleIn, stateOfPill, type Variant } from './row.ts'

const byTestId = (from: ParentNode | null | undefined, id: string) => from?.querySelector(`[data-testid="${id}"]`)

/** Beside avatar, link and pronouns the name cell holds nothing but the pill. */
const stateIn = (cell: Element | null | undefined, id: string): Row['state'] => {
  const known = ['avatar', 'link', 'pronouns'].flatMap((part) => byTestId(cell, `${part}-user-${id}`) ?? [])
  const pill = [...(cell?.querySelectorAll('*') ?? [])].find(
    (element) => textOf(element) && !known.some((one) => one.contains(element) || element.contains(one)),
  )
  return stateOfPill(textOf(pill))
}

/** The "modernized" People page (canvas-lms `ui/features/course_people_new`, 2025). Rows and cells may be `div`s. */
export const coursePeopleNew: Variant = {
  row: '[data-testid^="table-row-"]',
  reader: (page) => (row) => {
    const id = attr(row, 'data-testid').replace('table-row-', '')
    const cell = (name: string) => byTestId(row, `${name}-user-${id}`)
    return {
      id,
      // The name's test id is on the cell as well as on the text: only the one inside the link is the name.
      name: textOf(byTestId(byTestId(row, `link-user-${id}`), `name-user-${id}`)),
      login: textOf(cell('login-id')),
      ...roleIn(page, cell('role')),
      sections: lines(cell('section-name')),
      state: stateIn(cell('name'), id),
    }
  },
  // One GraphQL answer, whose connections Canvas cuts at a hundred.
  full: 100,
}
