import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { PersonToInvite } from '../../lib/contract/index.ts'
import { type Program, startProgram } from '../../scripts/lib/program.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Postgres, startPostgres } from '../helpers/postgres.ts'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'
import { openBrowser } from '../server/auth/browser.ts'
import { kill } from './support/kill.ts'
import { type MailServer, startMailServer } from './support/mailServer.ts'
import { preload } from './support/preload.ts'
import { tell } from './support/tell.ts'

/** The computer's clock is set, forward by days or back by hours, while the service runs. */
const hour = 3600
const day = 24 * hour

let folder: string
let mails: MailServer
let postgres: Postgres | undefined
let rollcall: TestService
let ada: Caller
let group: { id: string }
let program: Program

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-test-'))
  mails = await startMailServer()
})
afterEach(async () => {
  await kill(program)
  await rollcall.stop()
  await mails.down()
  await postgres?.stop()
  postgres = undefined
  rmSync(folder, { recursive: true })
})

/** The service's clock is off by so many seconds from now on. */
const setClock = (seconds: number) => writeFileSync(join(folder, 'clock'), String(seconds))
const begin = async (server?: string) => {
  rollcall = await startService({ env: server ? { DATABASE_URL: server } : {} })
  ada = await rollcall.person('ada@example.edu')
  group = await rollcall.group(await rollcall.workspace(ada), ada)
  const env = { ...(await rollcall.leave()), SMTP_URL: mails.url, MAILS_PER_SECOND: '1000' }
  const clock = { NODE_OPTIONS: preload('movedClock'), CLOCK_FROM: join(folder, 'clock') }
  program = await startProgram('server/main.mjs', { ...env, ...clock })
}
const invite = async (email: string) => {
  const people: PersonToInvite[] = [{ email, role: 'member' }]
  return (await ada.call('invitations.send', newSend(group, people))).outcomes[0]?.outcome
}
const mailed = (email: string, copies = 1) =>
  vi.waitFor(() => expect(mails.copies.get(email)).toBe(copies), { timeout: 30_000 })
const ask = async (email: string) => {
  const browser = openBrowser(program.url)
  return { browser, status: (await browser.post('/signin', { address: email })).status }
}
const signIn = async (email: string) => {
  const { browser } = await ask(email)
  await mailed(email)
  const code = /^\d{8}$/m.exec(mails.texts.get(email) ?? '')?.[0] ?? ''
  await browser.post('/signin/code', { code })
  return [...browser.cookies.values()].some(({ name }) => name === 'rollcall_session')
}

it('forward by days: what is over lets nobody in, and everything can be begun anew', async () => {
  await begin()
  expect(await invite('sam@example.edu')).toBe('invited')
  await mailed('sam@example.edu')
  const link = /accept\/[\w-]{64}/.exec((mails.texts.get('sam@example.edu') ?? '').replaceAll('=\n', ''))?.[0]
  const page = async () => await (await fetch(`${program.url}/${link}`)).text()
  expect(await page()).not.toContain('ended on')
  const { browser } = await ask('kim@example.edu')
  await mailed('kim@example.edu')
  const code = /^\d{8}$/m.exec(mails.texts.get('kim@example.edu') ?? '')?.[0] ?? ''

  setClock(40 * day)
  await vi.waitFor(async () => expect(await refusal(ada.call('me', {}))).toBe('signedOut'))
  expect(await page()).toContain('ended on')
  await browser.post('/signin/code', { code })
  expect([...browser.cookies.values()].map(({ name }) => name)).not.toContain('rollcall_session')
  expect(await signIn('lee@example.edu')).toBe(true)
  tell('Clock forward by 40 days, embedded store', 'token, invitation and code are over; a new sign-in works')
})

it('back by hours or days: limits, mails and codes wait no longer than they ever do', async () => {
  await begin()
  // Its time comes while the mail server is away, and by a clock that is three days ahead.
  await mails.down()
  setClock(3 * day)
  for (let n = 0; n < 5; n += 1) expect((await ask('kim@example.edu')).status).toBeLessThan(400)
  expect((await ask('kim@example.edu')).status).toBe(429)
  setClock(0)
  await mails.up()
  // The limit that ends in three days is none, and the mails that are due in three days leave.
  await vi.waitFor(async () => expect((await ask('kim@example.edu')).status).toBeLessThan(400))
  await vi.waitFor(() => expect(mails.copies.get('kim@example.edu') ?? 0).toBeGreaterThanOrEqual(6), {
    timeout: 30_000,
  })
  expect(await signIn('lee@example.edu')).toBe(true)

  // Put off before the clock is put back, and due hours later by it.
  let putOff = 0
  mails.misbehave = (moment, to) =>
    moment === 'recipient' && to === 'max@example.edu' && putOff++ === 0 ? '451 4.7.1 later' : undefined
  expect((await ask('max@example.edu')).status).toBeLessThan(400)
  await vi.waitFor(() => expect(putOff).toBe(1), { timeout: 30_000 })
  // The service has recorded it when it has mailed what was asked for after it.
  expect(await signIn('sue@example.edu')).toBe(true)
  setClock(-5 * hour)
  await mailed('max@example.edu')
  expect(await signIn('pat@example.edu')).toBe(true)
  tell(
    'Clock back by 3 days and by 5 hours, embedded store',
    'limits are over, mails that were due then left, a new sign-in works',
  )
})

it.each([
  ['ahead by four days', 4 * day],
  ['behind by five hours', -5 * hour],
] as const)('an instance whose clock is %s of PostgreSQL’s goes by PostgreSQL’s', async (how, seconds) => {
  postgres = await startPostgres()
  setClock(seconds)
  await begin(postgres.url)
  expect((await ada.call('me', {})).id).toBe(ada.id)
  // A code ten minutes old is not worth mailing: this one is new, whatever the instance believes.
  expect(await signIn('kim@example.edu')).toBe(true)
  // A mail is given up after three days of trying, and not at its first.
  let greylisted = 0
  mails.misbehave = (moment, to) =>
    moment === 'recipient' && to === 'sam@example.edu' && greylisted++ === 0 ? '451 4.7.1 later' : undefined
  expect(await invite('sam@example.edu')).toBe('invited')
  await vi.waitFor(() => expect(greylisted).toBe(1), { timeout: 30_000 })
  await vi.waitFor(
    async () => {
      const { rows } = await ada.call('members.list', { groupId: group.id, state: 'pending' })
      expect(rows.map(({ delivery }) => delivery)).toEqual(['queued'])
    },
    { timeout: 30_000 },
  )
  tell(`Clock ${how}, PostgreSQL`, 'tokens, codes, invitations and back-off go by the database')
})
