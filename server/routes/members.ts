import { MAX_ADDRESSES_PER_PAGE } from '../../lib/contract/limits.ts'
import type { Handler, Handlers } from '../mount.ts'
import { listAddresses } from '../store/addresses.ts'
import { deliveryOf, problemOf } from '../store/delivery.ts'
import { listPeople } from '../store/memberRows.ts'
import { DEFAULT_PAGE, readPlace, writePlace } from './placeInList.ts'

const listMembers: Handler<'members.list'> = async ({ group, service, tx }, input) => {
  const limit = input.limit ?? DEFAULT_PAGE
  const { rows, total } = await listPeople(tx, {
    groupId: group.id,
    state: input.state,
    search: input.search?.trim() ?? '',
    // One more than asked for tells whether there is a next page.
    limit: limit + 1,
    after: input.after ? readPlace(input.after) : null,
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const leaves = service.config.smtpUrl !== undefined
  return {
    rows: page.map((row) => ({
      id: row.id,
      email: row.email,
      name: row.name,
      role: row.role,
      state: input.state,
      origin: row.origin,
      since: row.since.toISOString(),
      delivery: deliveryOf(row, leaves),
      problem: problemOf(row),
      opened: row.opened,
    })),
    total,
    next: last && rows.length > limit ? writePlace([last.sortName, last.email]) : null,
  }
}

const listKnownAddresses: Handler<'members.addresses'> = async ({ group, tx }, { after }) => {
  const rows = await listAddresses(tx, { groupId: group.id, after: after ?? '', limit: MAX_ADDRESSES_PER_PAGE + 1 })
  const page = rows.slice(0, MAX_ADDRESSES_PER_PAGE)
  return {
    addresses: page.map(({ email, role, state, since }) => ({ email, role, state, since: since.toISOString() })),
    next: rows.length > page.length ? (page.at(-1)?.email ?? null) : null,
  }
}

export const memberHandlers = {
  'members.list': listMembers,
  'members.addresses': listKnownAddresses,
} satisfies Partial<Handlers>
