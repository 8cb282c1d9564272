/** Lower-case letters without accents, to compare a name with a local part. */
const bare = (text: string): string => {
  const lower = text.toLowerCase()
  return /[^ -~]/.test(lower) ? lower.normalize('NFD').replace(/\p{M}/gu, '') : lower
}

/** An address's local part. */
export const localOf = (email: string): string => email.slice(0, email.lastIndexOf('@'))

/** How much a local part speaks for `first` and `last` in this order; 0: nothing. */
const orderScore = (local: string, first: string, last: string): number => {
  if (!first || !last) return 0
  const firstAt = first.length > 1 ? local.indexOf(first) : -1
  const lastAt = last.length > 1 ? local.indexOf(last) : -1
  if (firstAt !== -1 && lastAt !== -1) return firstAt < lastAt ? 3 : 0
  // `jdoe`, `j.doe`, and `doej`.
  if (lastAt > 0 && local.charAt(0) === first.charAt(0)) return 2
  if (lastAt === 0 && local.charAt(last.length) === first.charAt(0)) return 2
  return firstAt === 0 ? 1 : 0
}

/** Does the local part hold the first name or its initial, and then the last? `doe@…` speaks for Jane Doe, `jdoe@…` wholly. */
export const speaksWholly = (local: string, name: string): boolean => {
  const words = bare(name).split(/[^\p{L}\p{N}]+/u)
  return orderScore(bare(local), words[0] ?? '', words.at(-1) ?? '') > 1
}

/** How much an address says that of two halves of a name the second is the given one; below 0, that the first is. */
export const turnScore = (one: string, two: string, local: string): number => {
  const login = bare(local)
  const a = bare(one.split(' ')[0] ?? '')
  const b = bare(two.split(' ')[0] ?? '')
  return orderScore(login, b, a) - orderScore(login, a, b)
}

/** The two halves of a name in natural order; `lastFirst`: what to take where the address says nothing. */
export const ordered = (one: string, two: string, local: string, lastFirst: boolean): string => {
  const score = turnScore(one, two, local)
  const swap = score === 0 ? lastFirst : score > 0
  return swap ? `${two} ${one}` : `${one} ${two}`
}

/**
 * Two parts with a comma between: "Doe, Jane", unless the second is a whole name of itself and the first a place or a role:
 * "Biology, Jane Doe" with an address that holds `doe`.
 */
export const isWholeName = (one: string, two: string, local: string): boolean => {
  const last = two.includes(' ') ? bare(two.slice(two.lastIndexOf(' ') + 1)) : ''
  return last.length > 2 && bare(local).includes(last) && !speaksFor(local, one)
}

/** Does the local part hold the first word of a name, titles apart? */
export const holdsFirst = (local: string, name: string): boolean => {
  const first = bare(name.split(' ').find((word) => !word.endsWith('.')) ?? '')
  return first.length > 2 && bare(local).includes(first)
}

/** Does the local part hold a word of the name, or its initials? */
export const speaksFor = (local: string, name: string): boolean => {
  const login = bare(local)
  const words = bare(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  if (words.some((word) => word.length > 2 && login.includes(word))) return true
  if (words.length === 1) return login === words[0]
  const initials = words.map((word) => word.charAt(0)).join('')
  return login.replace(/[^a-z]/g, '').startsWith(initials)
}
