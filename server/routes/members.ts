import { MAX_ADDRESSES_PER_PAGE } from '../../lib/contract/limits.ts'
import { leaveGroup, removeMembers, restoreMembers, setRoles } from '../actions/changeMembers.ts'
import { historyOf } from '../actions/membershipHistory.ts'
import type { Handler, Handlers } from '../mount.ts'
import { listAddresses } from '../store/addresses.ts'
import { deliveryOf, problemOf } from '../store/delivery.ts'
import { mailStepsOf } from '../store/mailSteps.ts'
import { listPeople } from '../store/memberRows.ts'
import { DEFAULT_PAGE, readPlace, writePlace } from './placeInList.ts'

const listMembers: Handler<'members.list'> = async ({ group, service, tx }, input) => {
  const limit = input.limit ?? DEFAULT_PAGE
  const { rows, total } = await listPeople(tx, {
    groupId: group.id,
    state: input.state,
    role: input.role,
    origin: input.origin,
    sort: input.sort,
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
      state: row.state,
      origin: row.origin,
      ...(row.via && row.viaName !== null && { from: { id: row.via, name: row.viaName } }),
      since: row.since.toISOString(),
      delivery: deliveryOf(row, leaves),
      problem: problemOf(row),
      opened: row.opened,
      ...(row.invitedAs !== null && { invitedAs: row.invitedAs }),
    })),
    total,
    next: last && rows.length > limit ? writePlace([last.sortName, last.email]) : null,
  }
}

const listKnownAddresses: Handler<'members.addresses'> = async ({ group, tx }, { after }) => {
  const rows = await listAddresses(tx, { groupId: group.id, after: after ?? '', limit: MAX_ADDRESSES_PER_PAGE + 1 })
  const page = rows.slice(0, MAX_ADDRESSES_PER_PAGE)
  return {
    addresses: page.map((row) => ({ ...row, since: row.since.toISOString() })),
    next: rows.length > page.length ? (page.at(-1)?.email ?? null) : null,
  }
}

const setRole: Handler<'members.setRole'> = async ({ actor, group, tx }, { ids, role }) =>
  await setRoles(tx, actor, group, ids, role)

const remove: Handler<'members.remove'> = async ({ actor, group, tx }, { ids }) =>
  await removeMembers(tx, actor, group, ids)

const restore: Handler<'members.restore'> = async ({ actor, group, tx }, { ids }) =>
  await restoreMembers(tx, actor, group, ids)

const tellHistory: Handler<'members.history'> = async ({ group, tx }, { personId }) => ({
  events: await historyOf(tx, group.id, personId),
})

const tellMails: Handler<'members.mails'> = async ({ group, service, tx }, { memberId }) => {
  const { mails, openedAt } = await mailStepsOf(tx, group.id, memberId)
  const leaves = service.config.smtpUrl !== undefined
  return {
    mails: mails.map((mail) => ({
      kind: mail.kind,
      at: mail.at.toISOString(),
      delivery: deliveryOf(mail, leaves),
      problem: problemOf(mail),
    })),
    openedAt: openedAt?.toISOString() ?? null,
  }
}

const leave: Handler<'members.leave'> = async ({ actor, group, tx }) => {
  await leaveGroup(tx, actor, group)
  return {}
}

export const memberHandlers = {
  'members.list': listMembers,
  'members.setRole': setRole,
  'members.remove': remove,
  'members.restore': restore,
  'members.history': tellHistory,
  'members.mails': tellMails,
  'members.leave': leave,
  'members.addresses': listKnownAddresses,
} satisfies Partial<Handlers>
