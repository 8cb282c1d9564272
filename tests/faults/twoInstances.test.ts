import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { createClient } from '../../lib/client.ts'
import { CallProblem, type SendBody } from '../../lib/contract/index.ts'
import { type Program, startProgram } from '../../scripts/lib/program.ts'
import { freePort } from '../helpers/mailbox.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Postgres, startPostgres } from '../helpers/postgres.ts'
import { type Caller, startService, type TestService } from '../helpers/service.ts'
import { openBrowser } from '../server/auth/browser.ts'
import { insist } from './support/insist.ts'
import { kill } from './support/kill.ts'
import { extraCopies, type MailServer, startMailServer } from './support/mailServer.ts'
import { tell } from './support/tell.ts'

/** Two instances on one PostgreSQL, as processes of their own; a third one in this process only looks into the store. */
const names = ['one', 'two'] as const
type Name = (typeof names)[number]
const KILLS = 10

let postgres: Postgres
let mails: MailServer
let onlooker: TestService
let ada: Caller
let group: { id: string }
let ports: Record<Name, number>
let publicUrl: string
const instances = new Map<Name, Program>()

const begin = async (name: Name) => {
  const url = new URL(postgres.url)
  url.searchParams.set('application_name', name)
  instances.set(
    name,
    await startProgram('server/main.mjs', {
      DATABASE_URL: url.href,
      SECRET: secret,
      SMTP_URL: mails.url,
      PORT: String(ports[name]),
      PUBLIC_URL: publicUrl,
      HOLD_SECONDS: '0',
      MAILS_PER_SECOND: '1000',
      TRUST_PROXY: '1',
    }),
  )
}
const secret = randomBytes(32).toString('hex')
const instance = (name: Name) => instances.get(name) ?? missing()
const missing = (): never => {
  throw new Error('There is no such instance.')
}

beforeAll(async () => {
  postgres = await startPostgres()
  mails = await startMailServer()
  onlooker = await startService({ env: { DATABASE_URL: postgres.url, SECRET: secret } })
  ports = { one: await freePort(), two: await freePort() }
  publicUrl = `http://127.0.0.1:${ports.one}`
  ada = await onlooker.person('ada@example.edu')
  await Promise.all(names.map(begin))
})
beforeEach(async () => {
  group = await onlooker.group(await onlooker.workspace(ada), ada)
})
afterAll(async () => {
  for (const program of instances.values()) await kill(program)
  await onlooker.stop()
  await mails.down()
  await postgres.stop()
})

const base = (attempt: number) => `http://127.0.0.1:${ports[names[attempt % 2] ?? 'one']}`
/** Asks one instance, and the other one when it does not answer. */
let asked = 0
const call = ((name, input) => {
  const first = asked++
  return insist((attempt) =>
    createClient({ baseUrl: base(first + attempt), fetch, token: async () => ada.token })(name, input),
  )
}) as Caller['call']

/** The instances that hold the lock of whoever sends; no more than one at any time. */
const senders = async (): Promise<Name[]> => {
  const { rows } = await sql<{ name: Name }>`
    select a.application_name as name from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.objid = 471009 and l.granted`.execute(onlooker.db)
  return rows.map(({ name }) => name)
}
const sender = async (but?: Name): Promise<Name> => {
  const found = await vi.waitFor(
    async () => {
      const all = (await senders()).filter((name) => name !== but)
      expect(all).toHaveLength(1)
      return all
    },
    { timeout: 30_000, interval: 100 },
  )
  return found[0] ?? missing()
}

/** Addresses whose code was promised: every one of these mails has to arrive in the end. */
const promised = new Set<string>()
/** As long as somebody looks at an empty inbox before they ask again, in ms: a mail of a dead sender waits for the end of its lease. */
const PATIENCE = 45_000

/**
 * Signs somebody in with the code from the mail. Whoever is not answered begins anew at the other instance, and so does whoever
 * has waited for the mail long enough: it may have been with two senders that died, one after the other.
 */
const signIn = async (): Promise<void> =>
  await insist(async (attempt) => {
    const email = `in.${randomUUID().slice(0, 8)}@example.edu`
    // Each in a network of its own: from one, no more than some hundreds may ask for a code.
    const computer = `10.${randomInt(256)}.${randomInt(256)}.1`
    const browser = openBrowser(base(attempt), publicUrl, computer)
    try {
      const asking = await browser.post('/signin', { address: email })
      if (asking.status >= 500) throw new CallProblem('busy')
      expect(asking.status).toBeLessThan(400)
      promised.add(email)
      const came = () => expect(mails.texts.has(email)).toBe(true)
      await vi.waitFor(came, { timeout: PATIENCE, interval: 50 }).catch(() => {
        throw new CallProblem('slow')
      })
      const code = /^\d{8}$/m.exec(mails.texts.get(email) ?? '')?.[0] ?? ''
      const answer = await browser.post('/signin/code', { code })
      if (answer.status >= 500) throw new CallProblem('busy')
    } catch (problem) {
      // What fetch throws when nobody is there.
      throw problem instanceof TypeError ? new CallProblem('unreachable') : problem
    }
    expect([...browser.cookies.values()].map(({ name }) => name)).toContain('rollcall_session')
  })

it('one of them is killed again and again, the sender each time: retries cure everything, and the other sends', async () => {
  const acknowledged = new Set<string>()
  const done = { sends: 0, reads: 0, signIns: 0 }
  let over = false
  let n = 0
  const work = async (act: () => Promise<unknown>) => {
    while (!over) await act()
  }
  const send = async () => {
    const at = n++
    const people: SendBody['people'] = Array.from({ length: 3 }, (_, i) => ({
      email: `s${at >> 1}.${i}@example.edu`,
      role: 'member',
    }))
    const body = newSend(group, people)
    await call('invitations.send', body)
    for (const { email } of people) acknowledged.add(email)
    done.sends += 1
  }
  const read = async () => {
    await call('members.list', { groupId: group.id, state: 'pending' })
    done.reads += 1
  }
  const enter = async () => {
    await signIn()
    done.signIns += 1
  }
  const load = [work(send), work(send), work(read), work(enter)]

  let takenOver = 0
  for (let kills = 0; kills < KILLS; kills += 1) {
    const before = { ...done }
    const name = await sender()
    // Under load: something of each kind was done since the last one died.
    await vi.waitFor(
      () => {
        expect(done.sends).toBeGreaterThan(before.sends)
        expect(done.reads).toBeGreaterThan(before.reads)
      },
      { timeout: 60_000, interval: 20 },
    )
    await kill(instance(name))
    expect(await sender(name)).not.toBe(name)
    takenOver += 1
    await begin(name)
  }
  over = true
  await Promise.all(load)
  const unmailed = () => [...acknowledged, ...promised].filter((email) => !mails.copies.has(email))
  await vi.waitFor(() => expect(unmailed()).toEqual([]), { timeout: 90_000, interval: 100 })
  const extra = extraCopies(mails)
  const { rows } = await sql<{ email: string }>`
    select email from invitations where group_id = ${group.id} group by email having count(*) > 1`.execute(onlooker.db)
  const { addresses } = await call('members.addresses', { groupId: group.id })
  const known = new Set(addresses.map(({ email }) => email))
  const lost = [...acknowledged].filter((email) => !known.has(email))
  tell(
    'Two instances on PostgreSQL',
    `${KILLS} kills of the sender, ${takenOver} taken over, ${done.sends} sends, ${done.reads} reads, ${done.signIns} sign-ins, ${acknowledged.size} acknowledged, ${lost.length} lost, ${rows.length} invited twice, ${unmailed().length} mails lost, ${extra} mails more than once`,
  )
  expect(lost).toEqual([])
  expect(rows).toEqual([])
  expect(done.signIns).toBeGreaterThan(0)
  expect(extra).toBeLessThanOrEqual(2 * KILLS)
}, 600_000)

it('one that hangs, and does not die, keeps nobody from sending, and goes on when it is awake', async () => {
  const name = await sender()
  instance(name).process.kill('SIGSTOP')
  const other = await sender(name)
  const people: SendBody['people'] = [{ email: 'meanwhile@example.edu', role: 'member' }]
  const body = newSend(group, people)
  const client = createClient({ baseUrl: base(names.indexOf(other)), fetch, token: async () => ada.token })
  await insist(() => client('invitations.send', body))
  await vi.waitFor(() => expect(mails.copies.get('meanwhile@example.edu')).toBe(1), { timeout: 30_000 })
  instance(name).process.kill('SIGCONT')
  await vi.waitFor(async () => expect((await fetch(`${base(names.indexOf(name))}/healthz`)).status).toBe(200), {
    timeout: 30_000,
  })
  expect(await senders()).toHaveLength(1)
  tell('An instance that hangs', 'its turn to send was taken over, 1 acknowledged, 1 mailed once')
}, 120_000)

it('a hundred people who want the last place of a link at once, at both: one is let in', async () => {
  const link = await call('links.create', { groupId: group.id, access: 'anyone', role: 'member', maxUses: 1 })
  const path = new URL(link.url).pathname
  const cookies = await Promise.all(Array.from({ length: 100 }, async () => onlooker.session(await onlooker.person())))
  const answers = await Promise.all(
    cookies.map((session, index) =>
      fetch(`${base(index)}${path}`, {
        method: 'POST',
        headers: { origin: publicUrl, cookie: `rollcall_session=${session}` },
        redirect: 'manual',
      }),
    ),
  )
  const inside = answers.filter((answer) => answer.headers.get('location') === `/groups/${group.id}`)
  const { members } = await call('groups.get', { groupId: group.id })
  const { links } = await call('links.list', { groupId: group.id, show: 'all' })
  const failed = answers.filter(({ status }) => status >= 500)
  tell(
    'The last place of a link',
    `100 at once at two instances, ${inside.length} let in, ${answers.length - inside.length - failed.length} told that it is full, ${failed.length} told to come again`,
  )
  expect(inside).toHaveLength(1)
  expect(members).toBe(2)
  expect(links.map(({ uses }) => uses)).toEqual([1])
}, 120_000)
