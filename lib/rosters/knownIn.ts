import type { CallService } from '../contract/calls.ts'
import type { KnownAddress } from '../contract/schemas.ts'
import type { Known } from '../people/known.ts'

/**
 * Every address that a Group knows, by address; and with it those of Groups `nested` in it that stand for sections of the
 * same course: whoever is in one of these is in as well, but is changed there.
 */
export const knownIn = async (
  call: CallService,
  groupId: string,
  nested: readonly string[] = [],
): Promise<ReadonlyMap<string, Known>> => {
  const known = new Map<string, Known>((await addressesOf(call, groupId)).map((one) => [one.email, one]))
  for (const id of nested)
    for (const address of await addressesOf(call, id)) {
      if (address.state === 'removed') continue
      const before = known.get(address.email)
      const { id: _, origin: __, ...there } = address
      const inSections = [...(before?.inSections ?? []), { ...address, groupId: id }]
      known.set(address.email, { ...(before && before.state !== 'removed' ? before : there), inSections })
    }
  return known
}

const addressesOf = async (call: CallService, groupId: string): Promise<KnownAddress[]> => {
  const addresses: KnownAddress[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const page = await call('members.addresses', after === undefined ? { groupId } : { groupId, after })
    addresses.push(...page.addresses)
    after = page.next
  }
  return addresses
}
