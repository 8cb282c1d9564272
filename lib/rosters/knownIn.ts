import type { CallService } from '../contract/calls.ts'
import type { KnownAddress } from '../contract/schemas.ts'

/**
 * Every address that a Group knows, by address; and with it those of Groups `nested` in it that stand for sections of the
 * same course: whoever is in one of these is in as well, but is changed there.
 */
export const knownIn = async (
  call: CallService,
  groupId: string,
  nested: readonly string[] = [],
): Promise<ReadonlyMap<string, KnownAddress>> => {
  const known = new Map<string, KnownAddress>()
  for (const id of [groupId, ...nested])
    for (let after: string | null | undefined; after !== null; ) {
      const page = await call('members.addresses', after === undefined ? { groupId: id } : { groupId: id, after })
      for (const address of page.addresses) {
        if (id === groupId) known.set(address.email, address)
        else if (address.state !== 'removed' && (known.get(address.email)?.state ?? 'removed') === 'removed') {
          const { id: _, origin: __, ...there } = address
          known.set(address.email, there)
        }
      }
      after = page.next
    }
  return known
}
