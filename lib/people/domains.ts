import { bigProviders, isPublicMail } from './mailDomains.ts'
import { isSlipOf, organisation } from './slip.ts'

/** What speaks against a domain. `slip`: it looks like `meant`. `outside`: the others are elsewhere, or the Workspace says so. */
export type DomainDoubt = { readonly kind: 'slip'; readonly meant: string } | { readonly kind: 'outside' }

/** One in so many has it: usual in this roster, and never outside of it. */
const USUAL = 10
/** There is an inside only where one in so many is at a usual domain that is no public provider's … */
const INSIDE = 2
/** … and no more than one in so many would be outside. */
const OUTSIDE = 5
/** A domain is taken for a slip of another that has so many times its people. */
const OUTWEIGHS = 10
/** So many people do not make the same slip in a roster where it is usual. */
const SHARED = 3

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/**
 * The domains of a roster that its people had better not be invited at unseen, each with the reason. Looks at domains and how
 * many people have each, so neither the order nor the names matter. `allowed`: the Workspace's own rule, which then
 * decides what is outside (a listed domain lets the ones below it in); without it the roster does.
 */
export const doubtfulDomains = (
  people: readonly { readonly email?: string }[],
  allowed: readonly string[] = [],
): ReadonlyMap<string, DomainDoubt> => {
  const counts = new Map<string, number>()
  let total = 0
  for (const { email } of people) {
    if (!email) continue
    const domain = domainOf(email)
    counts.set(domain, (counts.get(domain) ?? 0) + 1)
    total++
  }
  const usual = [...counts]
    .filter(([, count]) => count * USUAL >= total)
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
  const isOutside = allowed.length > 0 ? outsideRule(allowed) : outsideRoster(counts, usual, total)
  const doubts = new Map<string, DomainDoubt>()
  for (const [domain, count] of counts) {
    const meant = slipOf(domain, count, usual, allowed)
    if (meant) doubts.set(domain, { kind: 'slip', meant })
    else if (isOutside(domain)) doubts.set(domain, { kind: 'outside' })
  }
  return doubts
}

type Counted = readonly (readonly [domain: string, count: number])[]

/** One lies in the other, or both in the same organisation: `student.example.edu` beside `example.edu`. */
const areAkin = (a: string, b: string) =>
  a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`) || organisation(a) === organisation(b)

const slipOf = (domain: string, count: number, usual: Counted, allowed: readonly string[]): string | undefined => {
  if (isPublicMail(domain) || allowed.some((one) => areAkin(domain, one))) return undefined
  const isUsual = usual.some(([one]) => one === domain)
  const outweighing = usual.filter(([one, many]) => many >= count * OUTWEIGHS && !areAkin(domain, one))
  const candidates = [
    ...outweighing.map(([one]) => one),
    ...allowed,
    ...(isUsual && count >= SHARED ? [] : bigProviders),
  ]
  return candidates.find((meant) => isSlipOf(domain, meant))
}

/** Holds for the domains that a Workspace which allows these does not let in. */
export const outsideRule = (allowed: readonly string[]) => (domain: string) =>
  !allowed.some((one) => domain === one || domain.endsWith(`.${one}`))

const outsideRoster = (counts: ReadonlyMap<string, number>, usual: Counted, total: number) => {
  const openToAll = usual.some(([domain]) => isPublicMail(domain))
  const isOutside = (domain: string) =>
    !usual.some(([one]) => areAkin(domain, one)) && !(openToAll && isPublicMail(domain))
  let outsiders = 0
  for (const [domain, count] of counts) if (isOutside(domain)) outsiders += count
  const insiders = usual.reduce((sum, [domain, count]) => (isPublicMail(domain) ? sum : sum + count), 0)
  return insiders * INSIDE >= total && outsiders * OUTSIDE <= total ? isOutside : () => false
}
