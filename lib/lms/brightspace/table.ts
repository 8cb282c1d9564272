import { addressPattern } from '../../contract/address.ts'
import { withoutAccents } from '../reading/accents.ts'
import { attr, textOf } from '../reading/text.ts'
import type { Told } from './fold.ts'

/** A table of people: each row is headed by a name. */
export interface PeopleTable {
  readonly element: Element
  readonly rows: readonly Element[]
  read(row: Element): Told
  /** Whether rows that came show the addresses of a table in which there were none. */
  outgrows(rows: readonly Element[]): boolean
}

const isName = (cell: Element) => cell.matches('th[scope="row"]')

/** A row of a person, in this table or another. */
export const isPerson = (row: Element): boolean => [...row.children].some(isName)

/** A row's cells by column: one that spans several stands in each of them. */
const cellsOf = (row: Element): Element[] =>
  [...row.children].flatMap((cell) =>
    Array.from({ length: Math.min(100, Number(attr(cell, 'colspan')) || 1) }, () => cell),
  )

/** Headings in the languages that Brightspace comes in, without accents. Student numbers have a column too: it is passed by. */
const headings = {
  email: /e-?mail|courriel|correo|e-?post|メール|邮箱|邮件|電子郵件|이메일|بريد/,
  login:
    /user ?name|utilisateur|usuario|utilizador|gebruikersnaam|benutzername|anvandarnamn|brugernavn|kullanici|ユーザー名|用户名|使用者名稱|사용자 이름|اسم المستخدم/,
  role: /\brol[el]?\b|\brolle\b|funcao|papel|\bfuncion\b|角色|ロール|역할|الدور/,
} as const

/** The column in which most of what stands there is an address; −1 where there is none. */
const addressColumn = (sample: readonly Element[][], except: number): number => {
  const width = Math.max(0, ...sample.map((cells) => cells.length))
  for (let at = 0; at < width; at++) {
    const texts = sample.map((cells) => textOf(cells[at])).filter(Boolean)
    if (at !== except && texts.filter((text) => addressPattern.test(text.toLowerCase())).length * 2 > texts.length)
      return at
  }
  return -1
}

/** How many rows are looked at to tell what a column holds. */
const SAMPLE = 200

/** The link is the name; there may be a menu beside it. */
const nameIn = (cell: Element | undefined): string =>
  textOf(
    [...(cell?.querySelectorAll('a.d2l-link') ?? [])].find((link) => textOf(link)) ?? cell?.querySelector('a') ?? cell,
  )

const tableOf = (table: Element): PeopleTable => {
  const own = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
  const rows = own.filter(isPerson)
  // The first row is the header, in the same `tbody`; the print page has none.
  const header = own.find((row) => row.children.length > 1)
  const titles = header && !rows.includes(header) ? cellsOf(header).map((cell) => withoutAccents(textOf(cell))) : []
  const titled = (name: keyof typeof headings) => titles.findIndex((title) => headings[name].test(title))
  const [byTitle, login, role] = [titled('email'), titled('login'), titled('role')]
  const email = byTitle >= 0 ? byTitle : addressColumn(rows.slice(0, SAMPLE).map(cellsOf), login)
  return {
    element: table,
    rows,
    outgrows: (more) => email < 0 && addressColumn(more.slice(0, SAMPLE).map(cellsOf), login) >= 0,
    read: (row) => {
      const cells = cellsOf(row)
      const text = (at: number) => textOf(cells[at])
      return { id: '', name: nameIn(cells.find(isName)), email: text(email), login: text(login), role: text(role) }
    },
  }
}

/** The table with most people among those of the page. Their ids are made anew for each page, so none is asked for. */
export const peopleTable = (doc: Document): PeopleTable | null => {
  let best: PeopleTable | null = null
  for (const table of doc.querySelectorAll('table')) {
    if (!table.querySelector('th[scope="row"]')) continue
    const found = tableOf(table)
    if (found.rows.length > (best?.rows.length ?? 0)) best = found
  }
  return best
}
