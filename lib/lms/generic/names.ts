import { nameIn } from '../../people/extract/attributes.ts'
import { kindOf } from '../../people/extract/headerWords.ts'
import { isNameLike } from '../../people/extract/nameLike.ts'
import { attr, textOf } from '../reading/text.ts'
import { linesOf, shownText } from './shownText.ts'

/** Letters on a disc before a name: the first ones of its words, in any order. */
const isBadge = (word: string, rest: string): boolean => {
  if (!/^\p{Lu}{1,3}$/u.test(word)) return false
  const firsts = rest
    .replace(/\(.*/, '')
    .split(/[\s,]+/)
    .map((part) => part.charAt(0).toUpperCase())
  return [...word].every((letter) => firsts.includes(letter))
}

const withoutBadge = (lines: readonly string[]): readonly string[] => {
  const [first = '', ...rest] = lines
  if (rest[0] && isBadge(first, rest[0])) return rest
  const [, word = '', more = ''] = /^(\S+) (.+)$/.exec(first) ?? []
  return more.includes(' ') && isBadge(word, more) ? [more, ...rest] : lines
}

/** A name without what is bracketed behind it, for asking whether it is like one. */
const bare = (text: string) => text.replace(/\s*[([].*/, '')

export const isName = (text: string): boolean => isNameLike(bare(text)) && !kindOf(bare(text))

const profile = /\/(?:users?|profiles?|people|person|students?|members?)\b|user(?:_?id)?=/i

/** The name in the text of a link to a profile, or of the row's own heading; ''. */
const inLink = (element: Element): string => {
  for (const link of element.querySelectorAll('th[scope="row"], [role="rowheader"], a[href]')) {
    if (link.localName === 'a' && !profile.test(attr(link, 'href'))) continue
    const [line = ''] = withoutBadge(linesOf(shownText(link)))
    if (isName(line)) return line
  }
  return ''
}

/** The name that the link to write to somebody says: its text, or what is said of its icon; ''. */
export const inMailLink = (element: Element): string => {
  const links = element.matches('a') ? [element] : element.querySelectorAll('a[href]')
  for (const link of links) {
    if (!/^\s*mailto:/i.test(attr(link, 'href'))) continue
    const [line = ''] = withoutBadge(linesOf(shownText(link)))
    if (isName(line)) return line
    for (const one of [link, ...link.querySelectorAll('*')]) {
      const said = nameIn(new Map(Array.from(one.attributes, ({ name, value }) => [name, value])))
      if (said) return said
    }
  }
  return ''
}

/** The name in a cell that is for one. */
export const nameInCell = (cell: Element): string => {
  if (!cell.firstElementChild) return textOf(cell)
  const lines = withoutBadge(linesOf(shownText(cell)))
  return inLink(cell) || lines.find(isName) || (lines.find((line) => !line.includes('@')) ?? '')
}

/** A name that a row shows anywhere outside columns that are known: by its link, heading or profile. */
export const nameInRow = (row: Element): string => inMailLink(row) || inLink(row)
