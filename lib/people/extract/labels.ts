import { isPlainName, kindOf } from './headerWords.ts'
import { isNameLike, isStructuralWord } from './nameLike.ts'
import { cleanNameText } from './nameText.ts'

/** `label:`, `"label":`, `**label:**`, `label =`: as people, programs and markup write it. */
const label = /([\p{L}][\p{L}\p{M}’' _.-]{0,39}?)(?:\(s\)|["'*`]){0,4}\s{0,8}(?:=>|[:=]{1,2})[*]{0,2}\s{0,8}/gu

/** `user.name` is a name, in files of settings. */
const lastKey = (words: string) =>
  /^[\w-]+(?:\.[\w-]+)+$/.test(words) ? words.slice(words.lastIndexOf('.') + 1) : words

/** Who else a course has. In a roster such columns say something of a person; before a colon they say who somebody is. */
const helper =
  /^(?:(?:head|lead)\s)?(?:tas?|gsi|uta|teaching (?:assistant|fellow|associate)s?|(?:course|lab|graduate|undergraduate) assistants?|graders?|lecturers?|(?:course )?coordinator|ayudantes?|monitora?|übungsleiter(?:in)?)$/i

interface Labelled {
  /** "Name", which may be one half of it. */
  readonly isPlain: boolean
  readonly kind: ReturnType<typeof kindOf>
  readonly value: string
}

/** `Jane Doe Email`: how much of it is the value of the label before. */
const beforeLabel = (words: string): number => {
  const last = words.lastIndexOf(' ') + 1
  return kindOf(words.slice(last)) === 'email' ? last : 0
}

/** What a part says, by its labels. A value ends where the next label begins. */
const labelledIn = (part: string): Labelled[] => {
  const labels = Array.from(part.matchAll(label), ({ 0: whole, 1: words = '', index }) => ({
    kind: helper.test(words) ? ('kin' as const) : kindOf(lastKey(words)),
    isPlain: isPlainName(words),
    start: index + (index > 0 ? beforeLabel(words) : 0),
    end: index + whole.length,
  })).filter(({ kind }) => kind !== undefined)
  return labels.map(({ kind, isPlain, end }, index) => ({
    kind,
    isPlain,
    value: part.slice(end, labels[index + 1]?.start),
  }))
}

/** Without quotes and brackets of programs, the rest of a distinguished name (`,dc=example`), and without what is said of the next value. */
const nameOf = (raw: string): string => {
  let value = cleanNameText(
    raw
      .replace(/,\s?\w{1,10}=.*$/, '')
      .replace(/:(?:mailto:)?\s*$/i, '')
      .replace(/["'}\]),]{1,8}\s*$/, '')
      .replace(/^[\s"'({[*]{1,8}/, ''),
  )
  // Terry Teacher is called so.
  while (/ .* /.test(value) && isStructuralWord(value.slice(value.lastIndexOf(' ') + 1)))
    value = value.slice(0, value.lastIndexOf(' '))
  return /\p{L}/u.test(value) && !value.includes('@') ? value : ''
}

/** Name, or first and last name, in `label: value` parts. */
export const labelledName = (parts: readonly string[]): string => {
  let first = ''
  let last = ''
  let other = ''
  let plain = ''
  for (const part of parts) {
    if (!/[:=]/.test(part)) continue
    for (const { kind, isPlain, value } of labelledIn(part)) {
      const name = kind === 'email' || kind === 'login' ? '' : nameOf(value)
      if (!name) continue
      if (kind === 'name' && !isPlain) return name
      if (kind === 'name') plain ||= name
      if (kind === 'first') first ||= name
      if (kind === 'last') last ||= name
      // "Instructor: Jane Doe", where nobody else is named.
      if (kind === 'kin' && isNameLike(name)) other ||= name
    }
  }
  // `Name: Doe` beside `Vorname: Jane`, and `Nombre: Jane` beside `Apellidos: Doe`.
  const isHalf = plain && (first === '') !== (last === '') && !plain.includes(first || last)
  if (plain && !isHalf) return plain
  return [first || (last && plain), last || (first && plain)].filter(Boolean).join(' ') || other
}
