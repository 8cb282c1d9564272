/** How long a name has to be for one letter more, less or other to be told from another name. */
const TELLING = 5

/** One letter is missing, too much or another, or two neighbours changed places. */
const isOneEdit = (a: string, b: string): 'swap' | 'letter' | null => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return null
  let at = 0
  while (at < short.length && short.charCodeAt(at) === long.charCodeAt(at)) at++
  if (at === long.length) return null
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1) ? 'letter' : null
  if (short.slice(at + 1) === long.slice(at + 1)) return 'letter'
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at]
  return swapped && short.slice(at + 2) === long.slice(at + 2) ? 'swap' : null
}

const withoutDigits = (text: string) => text.replace(/\d/g, '')

/**
 * Whether `domain` looks like a slip of the pen for `meant`: one edit away. Names that differ in a number are two names
 * (`lab1`, `lab2`), and for a short one (`mit`, `aol`) only neighbours that changed places are a slip.
 */
export const isSlipOf = (domain: string, meant: string): boolean => {
  const edit = isOneEdit(domain, meant)
  if (!edit || withoutDigits(domain) === withoutDigits(meant)) return false
  const name = nameOf(meant).length
  return edit === 'letter' ? name >= TELLING : name > 2
}

/** Second-level endings under which countries register names. */
const registries = new Set('ac co com edu gov gv id k12 mil ne net nom or org sch school'.split(' '))

/** The part of a domain that somebody registered: `example.edu` of `student.example.edu`, `example.ac.uk` likewise. */
export const organisation = (domain: string): string => {
  const labels = domain.split('.')
  const under = labels.length > 2 && labels.at(-1)?.length === 2 && registries.has(labels.at(-2) ?? '')
  return labels.slice(under ? -3 : -2).join('.')
}

const nameOf = (domain: string) => organisation(domain).split('.')[0] ?? ''
