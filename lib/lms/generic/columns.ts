import { localOf, ordered, speaksFor } from '../../people/extract/evidence.ts'
import { type Kind, kindOf } from '../../people/extract/headerWords.ts'
import { withoutAccents } from '../reading/accents.ts'
import { attr, textOf } from '../reading/text.ts'
import { addressesIn, plainAddress } from './addresses.ts'
import { isName, nameInCell } from './names.ts'

/** The cells of a row by their column. */
export type Cells = readonly (Element | undefined)[]

/** What a column is for. */
type ColumnKind = Kind | 'section' | 'role' | 'status'

/** Where in a row what is; −1 where nowhere. */
export interface Columns {
  /** Cells of a whole row. */
  readonly width: number
  /** In order of preference. */
  readonly emails: readonly number[]
  /** One for the whole name, or two: given and family. */
  readonly names: readonly number[]
  /** The addresses are names to sign in with. */
  readonly areLogins: boolean
  readonly login: number
  readonly section: number
  readonly role: number
  readonly status: number
}

const more: readonly (readonly [ColumnKind, RegExp])[] = [
  [
    'section',
    /^(?:(?:class |lab )?sections?|groups?|groupes?|gruppen?|grupos?|gruppi|gruppo|seccion|secao|sezione|sektion|turma|klasse|班级|班級|クラス|반|分组|секция|группа)$/,
  ],
  ['role', /^(?:(?:course )?roles?|rol|rolle|roll|ruolo|papel|funcao|rooli|角色|役割|ロール|역할|роль|الدور|תפקיד)$/],
  [
    'status',
    /^(?:(?:enroll?ment |registration |course )?status|statut|estado|stato|situacao|tila|状态|狀態|ステータス|상태|статус)$/,
  ],
]

/** A heading's word, from its text or from what is said of its icon. */
const headingOf = (cell: Element): string => {
  const icon = cell.querySelector('[aria-label], [title], [alt]')
  return (
    textOf(cell) || attr(cell, 'aria-label') || attr(icon, 'aria-label') || attr(icon, 'title') || attr(icon, 'alt')
  )
}

const columnKind = (heading: string): ColumnKind | undefined => {
  const kind = kindOf(heading)
  if (kind) return kind
  const plain = withoutAccents(heading)
  // Classes of all scripts take long to be compiled.
  const word = plain.replace(/[^ -~]/.test(plain) ? /[^\p{L}\p{M} ]+/gu : /[^a-z ]+/g, '').trim()
  return more.find(([, pattern]) => pattern.test(word))?.[0]
}

/** What a row's cells say of the columns below, where it is a heading: it names addresses, or people in two ways. */
export const kindsIn = (cells: Cells): readonly (ColumnKind | undefined)[] | null => {
  if (cells.length < 2) return null
  const headings = cells.map((cell) => (cell ? headingOf(cell) : ''))
  if (headings.some((heading) => heading.includes('@'))) return null
  const kinds = headings.map(columnKind)
  const people = kinds.filter((kind) => kind === 'name' || kind === 'first' || kind === 'last').length
  const hasAddress = kinds.some((kind) => kind === 'email' || kind === 'kinEmail' || kind === 'login')
  // An icon that says "E-mail" heads nothing where it is a link to somebody.
  const isHeading = (hasAddress || people > 1) && !cells.some((cell) => cell && addressesIn(cell).sure.length > 0)
  return isHeading ? kinds : null
}

/** Whether a cell shows a text or an icon. */
const isFilled = (cell: Element | undefined): boolean =>
  !!cell && (textOf(cell) !== '' || cell.firstElementChild !== null)

/** Indexes for which most of the sample's cells pass. */
const mostly = (rows: readonly Cells[], width: number, passes: (cell: Element, row: Cells) => boolean): number[] => {
  const found: number[] = []
  for (let index = 0; index < width; index++) {
    const filled = rows.filter((row) => isFilled(row[index]))
    const good = filled.filter((row) => passes(row[index] as Element, row)).length
    if (good * 2 > filled.length) found.push(index)
  }
  return found
}
const all = (kinds: readonly (ColumnKind | undefined)[], kind: ColumnKind): number[] =>
  kinds.flatMap((one, index) => (one === kind ? [index] : []))

/** Name columns by their headings. "Name, Vorname": the plain word is the family's; "Nombre, Apellidos": the given one. */
const namesBy = (kinds: readonly (ColumnKind | undefined)[], sample: readonly Cells[]): readonly number[] => {
  const [first = -1] = all(kinds, 'first')
  const [last = -1] = all(kinds, 'last')
  const whole = all(kinds, 'name')
  // "Student" may be a number, and "Name" the name.
  const likely = whole.length > 1 ? mostly(sample, kinds.length, (cell) => isName(nameInCell(cell))) : whole
  const name = whole.find((index) => likely.includes(index)) ?? whole[0] ?? -1
  if (first >= 0 && last >= 0) return [first, last]
  if (name >= 0 && first >= 0) return [first, name]
  if (name >= 0 && last >= 0) return [name, last]
  return [name, first, last].filter((index) => index >= 0)
}

/** Name columns by what is in them: those that the addresses beside them speak for. */
const namesIn = (sample: readonly Cells[], width: number, emails: readonly number[], taken: ReadonlySet<number>) => {
  const emailOf = (row: Cells) => {
    const [cell] = emails.map((index) => row[index])
    return cell ? (addressesIn(cell).sure[0] ?? '') : ''
  }
  const likely = mostly(sample, width, (cell) => isName(nameInCell(cell))).filter((index) => !taken.has(index))
  const spoken = mostly(
    sample.filter((row) => emailOf(row)),
    width,
    (cell, row) => speaksFor(localOf(emailOf(row)), nameInCell(cell)),
  ).filter((index) => likely.includes(index))
  const [one = likely[0], two] = spoken
  if (one === undefined) return []
  const isWord = (index: number) => sample.every((row) => !row[index] || !nameInCell(row[index]).includes(' '))
  // Two columns of one word each, side by side.
  if (two !== one + 1 || !isWord(one) || !isWord(two)) return [one]
  return isFamilyFirst(sample, one, two, emailOf) ? [two, one] : [one, two]
}

/** Whether most addresses beside two columns of names say that the second is the given one. */
const isFamilyFirst = (
  sample: readonly Cells[],
  one: number,
  two: number,
  emailOf: (row: Cells) => string,
): boolean => {
  let turns = 0
  for (const row of sample) {
    const [a, b] = [row[one], row[two]].map((cell) => (cell ? nameInCell(cell) : ''))
    const local = localOf(emailOf(row))
    if (!a || !b || !local) continue
    if (ordered(a, b, local, false) === `${b} ${a}`) turns++
    else if (ordered(a, b, local, true) === `${a} ${b}`) turns--
  }
  return turns > 0
}

/** The columns of a table: by its headings (null: it has none), and by what is in a few of its rows. */
export const columnsOf = (kinds: readonly (ColumnKind | undefined)[] | null, sample: readonly Cells[]): Columns => {
  const width = kinds?.length ?? Math.max(0, ...sample.map((row) => row.length))
  const known = kinds ?? Array.from({ length: width }, () => undefined)
  const others = new Set(known.flatMap((kind, index) => (kind && kind !== 'email' ? [index] : [])))
  const named = all(known, 'email')
  // Headings may stand beside their columns: a column of addresses is one, whatever is written over another.
  const hasAddress = (cell: Element) => plainAddress(cell) !== '' || addressesIn(cell).sure.length > 0
  const holds = named.some((index) => sample.some((row) => row[index] && hasAddress(row[index])))
  const filled = holds ? [] : mostly(sample, width, hasAddress).filter((index) => !others.has(index))
  const told = filled.length > 0 ? filled : named
  const login = known.indexOf('login')
  // No addresses, but names to sign in with that are some.
  const areLogins = told.length === 0 && login >= 0 && sample.some((row) => row[login] && hasAddress(row[login]))
  const emails = areLogins ? [login] : told
  const byHeading = namesBy(known, sample)
  const names = byHeading.length > 0 ? byHeading : namesIn(sample, width, emails, new Set([...others, ...emails]))
  const one = (kind: ColumnKind) => known.indexOf(kind)
  return {
    width,
    emails,
    names,
    areLogins,
    login,
    section: one('section'),
    role: one('role'),
    status: one('status'),
  }
}
