import { roleFrom } from '../reading/roles.ts'
import { attr } from '../reading/text.ts'
import type { Enrolment } from './fold.ts'
import type { Role } from './roles.ts'
import { addressIn, loginIn, type Table, valueIn } from './table.ts'

/** "Guest" in the languages that Blackboard comes in. */
const guest =
  /^(?:guest|gast|gäst|gæst|gjest|vieras|invité|invitado|convidado|convidat|ospite|misafir|gość|gwestai|гость|ゲスト|访客|訪客|게스트|ضيف|אורח)$/

/** "Yes" and "No" in the same languages. A list that says neither anywhere has no such column. */
const yes = /^(?:yes|ja|oui|sí|si|sì|sim|evet|tak|kyllä|ydw|да|はい|是|예|نعم|כן)$/
const no = /^(?:no|nej|nei|nein|nee|non|não|hayır|nie|ei|нет|いいえ|否|아니요|لا|לא)$/

const plain = (text: string): string => text.normalize('NFC').toLowerCase()

/** The role that a list shows by its name. */
export const roleNamed = (label: string): Role =>
  guest.test(plain(label)) ? { role: 'other', guest: true } : roleFrom(label)

interface Columns {
  readonly login: number
  readonly given: number
  readonly family: number
  readonly address: number
  readonly role: number
  /** −1 where the list does not say who is available. */
  readonly available: number
}

/** By what the headings sort by; where none says so, by place: a row is headed by its login, and the others follow it. */
const columnsOf = (table: Table): Columns => {
  const [first] = table.rows
  const head = [...(first?.children ?? [])].findIndex((cell) => cell.localName === 'th')
  const byKey = table.column('username')
  const login = byKey < 0 ? head : byKey
  const at = (key: string, after: number) => (byKey < 0 ? login + after : table.column(key))
  const address = at('userEmailAddress', 3)
  const last = (first?.children.length ?? 0) - 1
  // The first rows tell as well as all of them would.
  const says = table.rows.slice(0, 100).some((row) => {
    const word = plain(valueIn(row.children[last]))
    return yes.test(word) || no.test(word)
  })
  return {
    login,
    given: at('userFirstName', 1),
    family: at('userLastName', 2),
    address,
    role: address < 0 ? -1 : address + 1,
    available: says && last > address + 1 ? last : -1,
  }
}

/** What is neither yes nor no is taken for no: such people are not ticked by themselves. */
const isAvailable = (row: Element, columns: Columns): boolean =>
  columns.available < 0 || yes.test(plain(valueIn(row.children[columns.available])))

/** A reader of the rows of the Users page; null for one that is nobody's, as all are where the columns are not those that we know. */
export const userReader = (table: Table): ((row: Element) => Enrolment | null) => {
  const columns = columnsOf(table)
  if (columns.given < 0 || columns.family < 0 || columns.address < 0) return () => null
  return (row) => {
    const cells = [...row.children]
    const id = attr(row.querySelector('input[name="ckbox"]'), 'value')
    const login = loginIn(cells[columns.login])
    const key = id || login
    // A row of another kind: a note that there is nobody, or a line between.
    if (!key || cells.length <= columns.address) return null
    return {
      key,
      name: { given: valueIn(cells[columns.given]), family: valueIn(cells[columns.family]) },
      login,
      address: addressIn(cells[columns.address]),
      role: roleNamed(valueIn(cells[columns.role])),
      section: '',
      state: isAvailable(row, columns) ? 'active' : 'inactive',
    }
  }
}
