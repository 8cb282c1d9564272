import { speaksFor } from './evidence.ts'
import { labelledName } from './labels.ts'
import { isNameLike } from './nameLike.ts'
import { cleanNameText } from './nameText.ts'

/** How far above and below an address on a line of its own a name is looked for. */
const NEAR = 300

/** Lines up to the first empty one after something was read. */
const block = (lines: readonly string[]): readonly string[] => {
  const start = lines.findIndex(Boolean)
  if (start === -1) return []
  const length = lines.slice(start).findIndex((line) => !line)
  return lines.slice(start, length === -1 ? undefined : start + length)
}

const linesOf = (text: string) => text.split('\n').map((line) => line.trim())

/** A name in the lines round an address that stands alone in its line; `beside` is what precedes it there. */
export const nameNearby = (above: string, beside: string, below: string, local: string): string => {
  // Words before it make it part of a sentence, a label does not.
  if (/\p{L}{2}[^\n]{0,200}\s[^\n]{0,200}\p{L}{2}/u.test(beside.replace(/^[^:]{0,60}:/, ''))) return ''
  const upward = block(linesOf(above.slice(-NEAR)).toReversed())
  const downward = block(linesOf(below.slice(0, NEAR)))
  const labelled = labelledName([...upward, ...downward])
  if (labelled) return labelled
  const near = upward.slice(0, 4).map(cleanNameText).filter(isNameLike)
  const spoken = near.find((line) => speaksFor(local, line))
  if (spoken) return spoken
  const direct = near[0]
  if (direct?.includes(' ') && direct.split(' ').length < 5) return direct
  const next = downward.slice(0, 2).map(cleanNameText)
  return next.find((line) => isNameLike(line) && speaksFor(local, line)) ?? ''
}
