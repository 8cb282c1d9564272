import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { GroupRole } from '../../lib/contract/index.ts'
import { acceptInvitation } from '../../server/actions/acceptInvitation.ts'
import { declineInvitation } from '../../server/actions/declineInvitation.ts'
import { renderMail } from '../../server/mail/renderMail.ts'
import { findMail } from '../../server/store/keptMails.ts'
import { ensurePerson } from '../../server/store/people.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'

/** Whatever is done to people in whatever order, what must hold of a Group holds after every step. */
let rollcall: TestService
let ada: Caller
let school: { id: string }

beforeAll(async () => {
  rollcall = await startService()
  ada = await rollcall.person('ada@example.edu')
  school = await rollcall.workspace(ada)
})
afterAll(() => rollcall.stop())

interface Invitation {
  readonly id: string
  readonly email: string
  readonly state: string
  readonly role: GroupRole
  readonly accepted_by: string | null
}

/** One Group with a few people of its own, and what was seen of it last. */
interface Walk {
  readonly groupId: string
  /** Nobody yet; somebody with an account elsewhere; somebody of the Workspace; another address to be sent to. */
  readonly emails: readonly string[]
  invitations: ReadonlyMap<string, Invitation>
  roles: ReadonlyMap<string, GroupRole>
}
type Step = (walk: Walk) => Promise<void>

const see = async (walk: Walk) => {
  const rows = await rollcall.db
    .selectFrom('invitations')
    .select(['id', 'email', 'state', 'role', 'accepted_by'])
    .where('group_id', '=', walk.groupId)
    .orderBy('created_at')
    .execute()
  const members = await rollcall.db
    .selectFrom('members as m')
    .innerJoin('people as p', 'p.id', 'm.person_id')
    .select(['p.email', 'm.role'])
    .where('m.group_id', '=', walk.groupId)
    .execute()
  return {
    invitations: new Map(rows.map((row) => [row.id, row])),
    roles: new Map(members.map(({ email, role }) => [email, role])),
  }
}

/** From each state, where an invitation may go. */
const goes: Readonly<Record<string, readonly string[]>> = {
  pending: ['pending', 'accepted', 'revoked', 'expired', 'declined'],
  expired: ['expired', 'pending'],
  accepted: ['accepted'],
  revoked: ['revoked'],
  declined: ['declined'],
}

const check = async (walk: Walk, mayLower: boolean) => {
  const now = await see(walk)
  for (const [id, before] of walk.invitations)
    expect(goes[before.state], `an invitation that was ${before.state}`).toContain(now.invitations.get(id)?.state)

  const pending = [...now.invitations.values()].filter(({ state }) => state === 'pending').map(({ email }) => email)
  expect(new Set(pending).size, 'one invitation that is open for an address').toBe(pending.length)
  for (const email of pending) expect(now.roles.has(email), `${email} is in and invited`).toBe(false)

  for (const { state, accepted_by } of now.invitations.values())
    if (state === 'accepted') {
      const { rows } = await sql`
        select from members where group_id = ${walk.groupId} and person_id = ${accepted_by}
        union all
        select from member_events where group_id = ${walk.groupId} and person_id = ${accepted_by}`.execute(rollcall.db)
      expect(rows.length, 'who accepted is in, or was').toBeGreaterThan(0)
    }

  const order = GroupRole.options
  for (const [email, role] of walk.roles) {
    const then = now.roles.get(email)
    if (then && !mayLower) expect(order.indexOf(then), `the role of ${email}`).toBeLessThanOrEqual(order.indexOf(role))
  }

  const mails = await waiting(walk)
  const said = await Promise.all(mails.map(({ id }) => speaks(id)))
  const due = mails.filter((_, index) => said[index]).map(({ email }) => email)
  expect(new Set(due).size, 'one mail that is to leave to an address').toBe(due.length)
  for (const { id, email } of now.invitations.values()) {
    const reminders = await rollcall.db
      .selectFrom('outbox')
      .select('id')
      .where('invitation_id', '=', id)
      .where('kind', '=', 'reminder')
      .execute()
    expect(reminders.length, `reminders to ${email}`).toBeLessThanOrEqual(3)
  }
  Object.assign(walk, now)
}

const waiting = async (walk: Walk) =>
  await rollcall.db
    .selectFrom('outbox')
    .select(['id', 'email'])
    .where('group_id', '=', walk.groupId)
    .where('sent_at', 'is', null)
    .execute()
const speaks = async (id: string) => {
  const row = await findMail(rollcall.db, 'everybody', id)
  return row ? (await renderMail(rollcall.service, row)) !== null : false
}

const emailOf = (walk: Walk, who: number) => walk.emails[who % walk.emails.length] ?? ''
const newestOf = (walk: Walk, who: number, state?: string): Invitation | undefined =>
  [...walk.invitations.values()].findLast(
    (one) => one.email === emailOf(walk, who) && (state === undefined || one.state === state),
  )
const personOf = (walk: Walk, who: number) => ensurePerson(rollcall.db, emailOf(walk, who))

// More happens where a walk keeps to few people.
const who = fc.constantFrom(0, 0, 0, 0, 2, 2, 1, 3)
const role = fc.constantFrom(...GroupRole.options)

/** The forecast says before what the send does then. */
const promised = { new: 'invited', joins: 'added' } as const
const send =
  (index: number, as: GroupRole, again: boolean): Step =>
  async (walk) => {
    const { groupId } = walk
    const people = [{ email: emailOf(walk, index), role: as, again }]
    const forecast = await ada.call('invitations.forecast', { groupId, people })
    const body = newSend({ id: groupId }, people)
    const first = await ada.call('invitations.send', body)
    expect(await ada.call('invitations.send', body)).toEqual(first)
    expect(first.outcomes.map(({ outcome }) => outcome)).toEqual(
      forecast.prospects.map(({ outcome }) => (outcome === 'new' || outcome === 'joins' ? promised[outcome] : outcome)),
    )
  }
const onInvitation =
  (name: 'invitations.resend' | 'invitations.revoke' | 'invitations.renew', index: number): Step =>
  async (walk) => {
    const one = newestOf(walk, index)
    if (one) await ada.call(name, { groupId: walk.groupId, ids: [one.id] })
  }

interface Move {
  readonly name: string
  readonly step: Step
  /** What an Owner decides may lower a role; nothing else does. */
  readonly mayLower?: boolean
}
const moves: fc.Arbitrary<Move>[] = [
  fc.tuple(who, role, fc.boolean()).map(([index, as, again]) => ({
    name: `send ${index} as ${as}${again ? ' again' : ''}`,
    step: send(index, as, again),
  })),
  fc
    .tuple(who, fc.constantFrom('invitations.resend' as const, 'invitations.revoke', 'invitations.renew'))
    .map(([index, name]) => ({ name: `${name} ${index}`, step: onInvitation(name, index) })),
  fc.tuple(who, who).map(([index, to]) => ({
    name: `readdress ${index} to ${to}`,
    step: async (walk) => {
      const one = newestOf(walk, index)
      const changes = one ? [{ id: one.id, email: emailOf(walk, to) }] : []
      if (one) await ada.call('invitations.readdress', { groupId: walk.groupId, changes })
    },
  })),
  fc.tuple(who, role).map(([index, as]) => ({
    name: `invite ${index} as ${as} instead`,
    step: async (walk) => {
      const one = newestOf(walk, index)
      if (one) await ada.call('invitations.setRole', { groupId: walk.groupId, ids: [one.id], role: as })
    },
  })),
  who.map((index) => ({
    name: `time passes for ${index}`,
    step: async (walk) => {
      const one = newestOf(walk, index, 'pending')
      if (one)
        await rollcall.db
          .updateTable('invitations')
          .set({ expires_at: new Date(Date.now() - 1000) })
          .where('id', '=', one.id)
          .execute()
    },
  })),
  who.map((index) => ({
    name: `${index} accepts`,
    step: async (walk) => {
      const one = newestOf(walk, index)
      const person = await personOf(walk, index)
      if (one) await rollcall.db.transaction().execute((tx) => acceptInvitation(tx, one, person))
    },
  })),
  who.map((index) => ({
    name: `${index} declines`,
    step: async (walk) => {
      const one = newestOf(walk, index)
      if (one) await rollcall.db.transaction().execute((tx) => declineInvitation(tx, one))
    },
  })),
  fc.tuple(who, fc.constantFrom('me.accept' as const, 'me.decline')).map(([index, name]) => ({
    name: `${name} ${index}`,
    step: async (walk) => {
      const one = newestOf(walk, index)
      const person = await rollcall.person(emailOf(walk, index))
      const waits = async () => (await person.call('me.invitations', {})).invitations.some(({ id }) => id === one?.id)
      if (!one) return
      const answer = (await waits()) || (name === 'me.accept' && one.accepted_by === person.id)
      const answered = person.call(name, { invitationId: one.id })
      if (answer) await answered
      else expect(await refusal(answered)).toBe('notFound')
      expect(await waits()).toBe(false)
    },
  })),
  fc.tuple(who, fc.constantFrom('members.remove' as const, 'members.restore')).map(([index, name]) => ({
    name: `${name} ${index}`,
    step: async (walk) => {
      await ada.call(name, { groupId: walk.groupId, ids: [(await personOf(walk, index)).id] })
    },
    // Restored, they have the role they had, and not the one of an invitation since.
    mayLower: true,
  })),
  fc.tuple(who, role).map(([index, as]) => ({
    name: `${index} is made ${as}`,
    step: async (walk) => {
      const { id } = await personOf(walk, index)
      await ada.call('members.setRole', { groupId: walk.groupId, ids: [id], role: as })
    },
    mayLower: true,
  })),
  fc.constant({
    name: 'the mails leave',
    step: async (walk) => {
      for (const { id } of await waiting(walk))
        if (await speaks(id))
          await rollcall.db
            .updateTable('outbox')
            .set({ sent_at: new Date(Date.now() - 3_600_000) })
            .where('id', '=', id)
            .execute()
        else await rollcall.db.deleteFrom('outbox').where('id', '=', id).execute()
    },
  }),
]

const commands = fc.commands(
  moves.map((move) =>
    move.map(({ name, step, mayLower = false }) => ({
      check: () => true,
      run: async (_model: object, walk: Walk) => {
        await step(walk)
        await check(walk, mayLower)
      },
      toString: () => name,
    })),
  ),
  { maxCommands: 25, size: 'max' },
)

it('holds on any walk', async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (steps) => {
      const { id: groupId } = await rollcall.group(school, ada)
      const emails = [0, 1, 2, 3].map((n) => `person.${n}.${randomUUID().slice(0, 8)}@example.edu`)
      await rollcall.person(emails[1])
      await rollcall.joinWorkspace(school, await rollcall.person(emails[2]))
      const walk: Walk = { groupId, emails, invitations: new Map(), roles: new Map() }
      await fc.asyncModelRun(() => ({ model: {}, real: walk }), steps)
    }),
    { numRuns: 40, endOnFailure: true },
  )
}, 180_000)
