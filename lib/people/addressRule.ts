import { addressPattern } from '../contract/address.ts'
import { MAX_EMAIL_LENGTH } from '../contract/limits.ts'
import { type DomainDoubt, domainOf } from './domains.ts'
import { isPublicMail } from './mailDomains.ts'
import type { RosterPerson } from './person.ts'

/** "Whoever signs in as jdoe has jdoe@domain", and what speaks for and against it in this roster. */
export interface AddressRule {
  readonly domain: string
  /** People whose address and login id are both known, and agree with it. */
  readonly holds: number
  /** Those whose do not. */
  readonly against: number
  /** People who would get an address by it. */
  readonly gives: number
}

/** So many have to agree; fewer (but FEWEST) are enough where they are all who have an address. */
const ENOUGH = 5
const FEWEST = 3
/** Against it may speak one in so many. */
const TRUE_FOR = 10

/** What goes before the `@`: the login id without a Windows domain. '' when it is no plain login id. */
const localPart = (login = ''): string => {
  const local = login
    .trim()
    .toLowerCase()
    .replace(/^[^\\]*\\/, '')
  return local.includes('@') ? '' : local
}

const isStated = ({ emailSource }: RosterPerson) => emailSource === 'lms' || emailSource === 'page'

const isWithout = ({ email, invalidEmail, role }: RosterPerson) => !email && !invalidEmail && role !== 'observer'

/**
 * The rule that the known addresses of a roster suggest for those who have none; nothing where too few agree, too many
 * do not, or it would lead to a public provider, where the name may be a stranger's. An address with a slip in its domain
 * speaks neither for it nor against it.
 */
export const findAddressRule = (
  people: readonly RosterPerson[],
  domains: ReadonlyMap<string, DomainDoubt> = new Map(),
): AddressRule | undefined => {
  const votes = new Map<string, number>()
  let known = 0
  let withAddress = 0
  for (const person of people) {
    if (!person.email || !isStated(person)) continue
    withAddress++
    const local = localPart(person.login)
    if (!local) continue
    const domain = domainOf(person.email)
    if (domains.get(domain)?.kind === 'slip') continue
    known++
    if (person.email.toLowerCase() === `${local}@${domain}`) votes.set(domain, (votes.get(domain) ?? 0) + 1)
  }
  const [best] = [...votes].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
  if (!best) return undefined
  const [domain, holds] = best
  const against = known - holds
  const enough = holds >= ENOUGH || (holds >= FEWEST && holds === withAddress)
  if (!enough || against * TRUE_FOR > known || isPublicMail(domain)) return undefined
  const gives = made(people, domain).size
  return gives > 0 ? { domain, holds, against, gives } : undefined
}

/** Addresses by the rule, by person's key. Nobody gets one that another person has, or would get. */
const made = (people: readonly RosterPerson[], domain: string): ReadonlyMap<string, string> => {
  const taken = new Map<string, number>()
  const take = (email: string) => taken.set(email, (taken.get(email) ?? 0) + 1)
  const candidates: (readonly [key: string, email: string])[] = []
  for (const person of people) {
    if (person.email) take(person.email.toLowerCase())
    const local = isWithout(person) ? localPart(person.login) : ''
    const email = `${local}@${domain}`
    if (!local || email.length > MAX_EMAIL_LENGTH || !addressPattern.test(email)) continue
    candidates.push([person.key, email])
    take(email)
  }
  return new Map(candidates.filter(([, email]) => taken.get(email) === 1))
}

/** The people with what the rule gives to those who have no address. */
export const withAddressRule = (people: readonly RosterPerson[], domain: string): readonly RosterPerson[] => {
  const addresses = made(people, domain)
  return people.map((person) => {
    const email = addresses.get(person.key)
    return email === undefined ? person : { ...person, email, emailSource: 'rule' }
  })
}
