import { holdsFirst, speaksFor, speaksWholly } from './evidence.ts'
import { kindOf } from './headerWords.ts'
import { labelledName } from './labels.ts'
import { isAllCapitalised, isLikeRole, isNameLike, isOrganisation } from './nameLike.ts'
import { cleanNameText } from './nameText.ts'
import { isPost } from './offices.ts'
import { withoutBullet } from './phrase.ts'

/** How far above and below an address on a line of its own a name is looked for. */
const NEAR = 300

/** Where one record ends and another begins, in lists and in YAML. */
const rule = /^(?:[-=_*~]{3,}|[{}[\]]+,?)$/
const item = /^[-*•]\s+\S/

/** Lines up to the first empty one, or the record's end, after something was read. `isUpward`: the lines run from below. */
const block = (text: readonly string[], isUpward: boolean): readonly string[] => {
  const lines: string[] = []
  for (const line of text) {
    if ((!line && lines.length > 0) || rule.test(line)) break
    if (!line) continue
    if (item.test(line) && !isUpward) break
    lines.push(line)
    if (item.test(line)) break
  }
  return lines
}

/** `Name⇥Jane Doe`: a table with its labels on the left. */
const withColon = (line: string) =>
  line.replace(/^([^\t:]{1,40})\t+/, (label, words: string) => (kindOf(words) ? `${words}: ` : label))
/** Of `Jane Doe | Biology`, the first cell. */
const firstCell = (line: string) => line.split(/\s[|•·–—]\s|\t|,\s/, 1)[0] ?? ''
/** `First name⏎Jane`: a heading above each value. */
const withHeadings = (lines: readonly string[]): string[] =>
  lines.flatMap((line, index) => {
    const isHalf = (words = '') => !/[:=]/.test(words) && /^(?:first|last)$/.test(kindOf(words) ?? '')
    if (isHalf(line) && lines[index + 1] && !kindOf(lines[index + 1] ?? '')) return [`${line}: ${lines[index + 1]}`]
    return isHalf(lines[index - 1]) ? [] : [line]
  })
const linesOf = (text: string) => withHeadings(text.split('\n').map((line) => withColon(line.trim())))
/** Of `[Jane Doe](https://…)` and `[Jane Doe][jane]`, the words; of `Jane Doe (call me “Jane”`, the name. */
const withoutLink = (line: string) =>
  line.replace(/^\[([^[\]]{2,80})\]\s?(?:\([^()\s]{0,300}\)|\[[^[\]]{0,80}\])$/, '$1').replace(/(?<=\S)\s\([^()]*$/, '')
/** Of `Jane Doe  9:00 AM`, as chats have it, the name. */
const nameOfLine = (line: string) =>
  cleanNameText(withoutLink(withoutBullet(line.replace(/^#{1,6}\s+|\s+\d{1,2}:\d{2}(?:\s?[AP]M)?$/gi, ''))))

/** Of lines that the address speaks for, the first that it does so for wholly: the one of `Jane Doe` and not that of `Doe Corp`. */
const bestOf = (spoken: readonly string[], local: string): string | undefined =>
  spoken.length < 2
    ? spoken[0]
    : (spoken.find((line) => speaksWholly(local, line) && !isOrganisation(line)) ??
      spoken.find((line) => !isOrganisation(line)) ??
      spoken[0])

const above = (lines: readonly string[], local: string): string => {
  const isName = (line: string) => (isNameLike(line) || (isLikeRole(line) && holdsFirst(local, line))) && !isPost(line)
  const isSpoken = (line: string) => isName(line) && speaksFor(local, line)
  const spoken = bestOf(lines.map(nameOfLine).filter(isSpoken), local)
  if (spoken) return spoken
  const inCell = lines.map((line) => nameOfLine(firstCell(line))).find(isSpoken)
  if (inCell) return inCell
  // `Contact us:`, which no name ends like unless the address says so.
  const near = lines
    .slice(0, 4)
    .filter((line) => !line.endsWith(':'))
    .map(nameOfLine)
    .filter((line) => isName(line) && !isOrganisation(line))
  const direct = near.find((line) => line.includes(' ')) ?? ''
  // `Jane Doe`, with what she is or does in a word below her.
  const isNearest = direct === near[0] || isAllCapitalised(direct)
  return isNearest && direct.split(' ').length < 5 ? direct : ''
}

/** `isFirst`: names are expected there. */
const below = (lines: readonly string[], local: string, isFirst: boolean): string => {
  const next = lines.slice(0, 2).map(nameOfLine).filter(isNameLike)
  const direct = isFirst ? next[0] : undefined
  if (direct?.includes(' ') && direct.split(' ').length < 5 && isAllCapitalised(direct)) return direct
  return next.find((line) => speaksFor(local, line)) ?? ''
}

/** A name in other lines than the address, and whether it was found below. */
export interface Nearby {
  readonly name: string
  readonly isBelow: boolean
}

/**
 * A name in the lines round an address that stands alone in its line; `beside` is what precedes it there. `isBelow`: that of the
 * address before stood below it.
 */
export const nameNearby = (before: string, beside: string, after: string, local: string, isBelow: boolean): Nearby => {
  // Words before it make it part of a sentence, a label does not.
  if (/\p{L}{2}[^\n]{0,200}\s[^\n]{0,200}\p{L}{2}/u.test(beside.replace(/^[^:]{0,60}:/, '')))
    return { name: '', isBelow }
  // `- email: jane@example.edu` begins a record.
  const isStart = /^\s*[-*•]\s+[\p{L}_]+\s*:/u.test(beside) && !/(?:^|\n)[ \t]*[-*•][^\n]*\n[ \t]*$/.test(before)
  const upward = isStart ? [] : block(linesOf(before.slice(-NEAR)).toReversed(), true)
  const downward = block(linesOf(after.slice(0, NEAR)), false)
  const up = labelledName(upward) || above(upward, local)
  const down = labelledName(downward) || below(downward, local, isBelow || upward.length === 0)
  if (isBelow) return down ? { name: down, isBelow } : { name: up, isBelow: false }
  const labelled = labelledName([...upward, ...downward])
  if (labelled) return { name: labelled, isBelow: !labelledName(upward) }
  return up ? { name: up, isBelow: false } : { name: down, isBelow: down !== '' }
}
