import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { callNames, calls } from '../../lib/contract/index.ts'
import { acceptUrl, joinUrl, remindersUrl } from '../../server/urls.ts'
import { type Mailbox, startMailbox } from '../helpers/mailbox.ts'
import type { Caller } from '../helpers/service.ts'
import { startWorld, type World } from './auth/world.ts'

/** A walk through everything the service does, well and badly, and then a look at every line that it logged. */
let mailbox: Mailbox
let world: World
let ada: Caller
const secret = 'hook-secret-'.padEnd(32, 'x')
beforeAll(async () => {
  mailbox = await startMailbox()
  world = await startWorld({ SMTP_URL: mailbox.url, MAILS_PER_SECOND: '1000', MAIL_HOOK_SECRET: secret })
  ada = await world.person('ada.quokka@example.edu', 'Ada Quokka')
})
afterAll(async () => {
  await world.stop()
  await mailbox.stop()
})

it('no line holds an address, a name, a token or a code', async () => {
  const school = await world.workspace(ada, 'Quokka School')
  const group = await world.group(school, ada, { name: 'Quokka Biology' })
  const sam = 'sam.quokka@example.edu'
  const people = [{ email: sam, name: 'Sam Quokka', role: 'member' as const }]
  const body = { key: randomUUID(), batch: randomUUID(), origin: 'roster' as const, people }
  await ada.call('invitations.send', { groupId: group.id, ...body })
  await vi.waitFor(() => expect(mailbox.mails).toHaveLength(1), { timeout: 5000 })
  const link = await ada.call('links.create', { groupId: group.id, access: 'anyone', role: 'member' })
  const invitation = await world.db.selectFrom('invitations').select(['id', 'generation']).executeTakeFirstOrThrow()

  // Every call: as it may be, with nonsense, without a token, and while the store fails.
  const callAll = async () => {
    for (const name of callNames) {
      const { method, path } = calls[name]
      const at = path.replace(':groupId', group.id).replace(/:\w+/g, randomUUID())
      for (const authorization of [`Bearer ${ada.token}`, 'Bearer quokka-token', ''])
        await fetch(`${world.url}${at}${method === 'GET' ? `?search=${sam}&after=${sam}` : ''}`, {
          ...{ method, headers: { authorization, 'content-type': 'application/json' } },
          ...(method === 'POST' && { body: JSON.stringify({ email: sam, name: 'Quokka', people, confirm: sam }) }),
        })
      // It ended her token.
      if (name === 'me.signOutEverywhere') ada = await world.person(ada.email, ada.name)
    }
  }
  await callAll()
  // Some of them closed the Group.
  await world.db.updateTable('groups').set({ archived_at: null, deleted_at: null }).execute()

  const browser = world.browser()
  const pages = [acceptUrl(world.service, invitation), joinUrl(world.service, { id: link.id, generation: 1 })]
  pages.push(remindersUrl(world.service, invitation), `${world.url}/quokka/${sam}`, `${world.url}/signin?next=/${sam}`)
  for (const page of pages) {
    await browser.get(page)
    await browser.post(page, { address: sam })
  }
  for (const path of ['/signin', '/invited', '/signin/code', '/signout'])
    await browser.post(path, { address: sam, code: '12345678', next: `/${sam}` })
  await world.signIn(browser, sam)
  for (const authorization of [`Bearer ${secret}`, sam])
    await fetch(`${world.url}/hooks/mail`, {
      ...{ method: 'POST', headers: { authorization } },
      body: JSON.stringify({ events: [{ kind: 'bounced', address: sam }] }),
    })

  // A failure that nobody expects, whose text repeats what was asked.
  await sql`create function broken() returns trigger language plpgsql as $$
    begin raise exception 'no: % %', new.email, new.name; end $$`.execute(world.db)
  await sql`create trigger broken before insert on invitations for each row execute function broken()`.execute(world.db)
  const more = {
    ...body,
    key: randomUUID(),
    people: [{ ...people[0], email: 'new.quokka@example.edu', role: 'member' as const }],
  }
  await expect(ada.call('invitations.send', { groupId: group.id, ...more })).rejects.toMatchObject({ code: 'internal' })

  const said = world.lines.map(({ msg }) => msg)
  expect(said).toEqual(expect.arrayContaining(['request', 'mailSent', 'mailReported', 'requestFailed']))
  expect(world.lines.length).toBeGreaterThan(callNames.length * 3)
  const token = (url: string) => url.split('/').at(-1) ?? url
  const secrets = [...pages.slice(0, 3).map(token), ada.token, secret, 'quokka']
  for (const line of world.lines) {
    const text = JSON.stringify(line).toLowerCase()
    expect(text).not.toContain('@example')
    for (const word of secrets) expect(text).not.toContain(word.toLowerCase())
  }
})
