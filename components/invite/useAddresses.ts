import { useCallback, useMemo, useState } from 'react'
import { type AddressRule, findAddressRule, withAddressRule } from '../../lib/people/addressRule.ts'
import { type Corrected, withCorrections } from '../../lib/people/corrections.ts'
import { type DomainDoubt, doubtfulDomains } from '../../lib/people/domains.ts'
import type { RosterPerson } from '../../lib/people/person.ts'

export interface Addresses {
  /** With the addresses that were put right, and those made by the rule if it was confirmed. */
  readonly people: readonly Corrected[]
  /** What speaks against an address, by its domain. */
  readonly domains: ReadonlyMap<string, DomainDoubt>
  /** How the login ids of this roster become addresses, where those that are known agree. */
  readonly rule: AddressRule | undefined
  readonly ruleOn: boolean
  readonly setRuleOn: (on: boolean) => void
  /** Puts an address right; without a second one it is as the roster has it again. */
  readonly correct: (was: string, email?: string) => void
}

/**
 * The people's addresses: what is odd about them, and what was done about it by hand. Looked at once for each roster.
 * `allowed`: the domains that the Group's Workspace lets in.
 */
export const useAddresses = (roster: readonly RosterPerson[], allowed: readonly string[] | undefined): Addresses => {
  const [corrections, setCorrections] = useState<ReadonlyMap<string, string>>(new Map())
  const [confirmed, setConfirmed] = useState<string>()
  const domains = useMemo(() => doubtfulDomains(roster, allowed), [roster, allowed])
  const rule = useMemo(() => findAddressRule(roster, domains), [roster, domains])
  // Confirmed for this domain: another one, after reading again, is another question.
  const by = rule?.domain === confirmed ? confirmed : undefined
  return {
    people: useMemo(
      () => withCorrections(by === undefined ? roster : withAddressRule(roster, by), corrections),
      [roster, by, corrections],
    ),
    domains,
    rule,
    ruleOn: by !== undefined,
    setRuleOn: (on) => setConfirmed(on ? rule?.domain : undefined),
    correct: useCallback(
      (was, email) =>
        setCorrections((before) => {
          const after = new Map(before)
          if (email === undefined) after.delete(was)
          else after.set(was, email)
          return after
        }),
      [],
    ),
  }
}
