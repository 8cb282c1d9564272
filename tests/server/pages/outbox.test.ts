import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { outboxPages } from '../../../server/pages/outbox.ts'
import { newSend } from '../../helpers/newSend.ts'
import type { Caller } from '../../helpers/service.ts'
import { claiming } from '../auth/browser.ts'
import { startWorld, type World } from '../auth/world.ts'

let world: World
let ada: Caller
let group: { id: string; name: string }
beforeAll(async () => {
  world = await startWorld()
  ada = await world.person('ada@example.edu', 'Ada Instructor')
})
beforeEach(async () => {
  await world.db.deleteFrom('outbox').execute()
  group = await world.group(await world.workspace(ada), ada)
})
afterAll(() => world.stop())

const send = async (emails: readonly string[], into = group) => {
  await ada.call(
    'invitations.send',
    newSend(
      into,
      emails.map((email) => ({ email, role: 'member', name: '' })),
    ),
  )
}
const look = async (path: string, at = world) => {
  const answer = await fetch(at.here + path, { redirect: 'manual' })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}
const mails = (page: string) => [...page.matchAll(/address"><bdi class="own">([^<]+)</g)].map(([, email]) => email)
const counted = (page: string) => Number(/data-count="(\d+)"/.exec(page)?.[1])
const idOf = async (email: string) =>
  (await world.db.selectFrom('outbox').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id

describe('who sees the outbox', () => {
  const status = async (at: World, headers: Record<string, string> = {}, path = '/outbox') =>
    (await fetch(at.here + path, { headers })).status

  it('nobody, once a mail server is set up', async () => {
    const withMail = await startWorld({ SMTP_URL: 'smtp://127.0.0.1:1' })
    try {
      const owner = await withMail.person()
      await withMail.workspace(owner)
      const cookie = `rollcall_session=${await withMail.session(owner)}`
      for (const path of ['/outbox', `/outbox/${randomUUID()}`, `/outbox/${randomUUID()}/mail`])
        expect((await look(path, withMail)).text).toContain('There is nothing here')
      expect(await status(withMail, { cookie })).toBe(404)
    } finally {
      await withMail.stop()
    }
  })

  it('this computer by its own name, and no page of another site whose name leads here', async () => {
    const { host } = new URL(world.url)
    expect((await claiming(world.here, '/outbox', host)).status).toBe(200)
    for (const name of [
      'evil.example',
      `evil.example:${new URL(world.url).port}`,
      'localhost',
      host.replace('127.0.0.1', 'localhost'),
    ])
      expect((await claiming(world.here, '/outbox', name)).status).toBe(404)
  })

  it('no other computer, whatever it claims', async () => {
    const pages = outboxPages(world.service)
    const from = async (remoteAddress: string, more: Record<string, string> = {}) => {
      const headers = { host: new URL(world.url).host, ...more }
      return (await pages.request('/outbox', { headers }, { incoming: { socket: { remoteAddress } } })).status
    }
    expect(await from('192.0.2.9')).toBe(404)
    expect(await from('192.0.2.9', { 'x-forwarded-for': '127.0.0.1' })).toBe(404)
    expect(await from('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' })).toBe(404)
    expect(await from('127.0.0.1', { forwarded: 'for=127.0.0.1' })).toBe(404)
    expect(await from('::ffff:192.0.2.9')).toBe(404)
    expect(await from('2001:db8::9')).toBe(404)
    expect(await from('127.0.0.1')).toBe(200)
    expect(await from('::ffff:127.0.0.1')).toBe(200)
    expect(await from('::1')).toBe(200)
  })

  it('an Owner of a Workspace alone, where the service is public', async () => {
    const open = await startWorld({ PUBLIC_URL: 'https://groups.example.edu' })
    try {
      expect(await status(open)).toBe(404)
      expect((await claiming(open.here, '/outbox', 'groups.example.edu')).status).toBe(404)
      const owner = await open.person()
      const school = await open.workspace(owner)
      for (const [role, expected] of [
        ['owner', 200],
        ['editor', 404],
        ['member', 404],
        [null, 404],
      ] as const) {
        const person = role === 'owner' ? owner : await open.person()
        if (role && role !== 'owner') await open.joinWorkspace(school, person, role)
        const cookie = `__Host-rollcall_session=${await open.session(person)}`
        expect(await status(open, { cookie })).toBe(expected)
        expect(await status(open, { authorization: `Bearer ${person.token}` })).toBe(404)
      }
    } finally {
      await open.stop()
    }
  })
})

it('an Owner elsewhere reads the mails of the only Workspace, and no codes to sign in with', async () => {
  const open = await startWorld({ PUBLIC_URL: 'https://groups.example.edu' })
  try {
    const owner = await open.person()
    const into = await open.group(await open.workspace(owner), owner)
    // The service's public address leads nowhere here.
    const sent = await fetch(`${open.here}/api/groups/${into.id}/invitations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${owner.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        key: randomUUID(),
        batch: randomUUID(),
        origin: 'manual',
        people: [{ email: 'invited@example.edu', role: 'member' }],
      }),
    })
    expect(sent.status).toBe(200)
    await fetch(`${open.here}/signin`, {
      method: 'POST',
      headers: { origin: 'https://groups.example.edu' },
      body: new URLSearchParams({ address: owner.email }),
      redirect: 'manual',
    })
    const kept = await open.db.selectFrom('outbox').select(['id', 'kind']).execute()
    expect(kept.map(({ kind }) => kind).toSorted()).toEqual(['invitation', 'signIn'])
    const headers = { cookie: `__Host-rollcall_session=${await open.session(owner)}` }
    const status = async (path: string) => (await fetch(open.here + path, { headers })).status
    expect(mails(await (await fetch(`${open.here}/outbox`, { headers })).text())).toEqual(['invited@example.edu'])
    for (const { id, kind } of kept)
      for (const path of [`/outbox/${id}`, `/outbox/${id}/mail`])
        expect(await status(path)).toBe(kind === 'invitation' ? 200 : 404)

    // The link in a mail lets its reader in as somebody whom another Workspace may know.
    await open.workspace(await open.person())
    for (const path of ['/outbox', ...kept.map(({ id }) => `/outbox/${id}`)]) expect(await status(path)).toBe(404)
  } finally {
    await open.stop()
  }
})

describe('the list', () => {
  it('counts the mails, newest first, and says that mail is not set up', async () => {
    expect((await look('/outbox')).text).toContain('No mail waits')
    await send(['one@example.edu'])
    await send(['two@example.edu'])
    const { text } = await look('/outbox')
    expect(counted(text)).toBe(2)
    expect(mails(text)).toEqual(['two@example.edu', 'one@example.edu'])
    expect(text).toContain('Mail is not set up')
    expect(text).toContain('Ada Instructor invites you to Biology 101')
  })

  it('finds by part of an address, letter by letter', async () => {
    await send(['sam_lee@example.edu', 'samolee@example.edu', 'kim%50@other.example'])
    const find = async (search: string) => mails((await look(`/outbox?${new URLSearchParams({ search })}`)).text).sort()
    expect(await find('SAM')).toEqual(['sam_lee@example.edu', 'samolee@example.edu'])
    expect(await find('sam_')).toEqual(['sam_lee@example.edu'])
    expect(await find('%')).toEqual(['kim%50@other.example'])
    expect(await find("' or 1=1 --")).toEqual([])
    expect(counted((await look('/outbox?search=other')).text)).toBe(1)
    expect((await look('/outbox?search=nobody')).text).toContain('No mail waits for such an address')
  })

  it('shows fifty at a time and every mail once', async () => {
    const all = Array.from({ length: 120 }, (_, index) => `s${String(index).padStart(3, '0')}@example.edu`)
    await send(all)
    const seen: (string | undefined)[] = []
    let path: string | undefined = '/outbox?search=example'
    const sizes: number[] = []
    while (path) {
      const { text }: { text: string } = await look(path)
      expect(counted(text)).toBe(120)
      sizes.push(mails(text).length)
      seen.push(...mails(text))
      path = /href="(\/outbox\?[^"]+)">Older mails/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(sizes).toEqual([50, 50, 20])
    expect(seen.sort()).toEqual(all)
  })

  it('keeps mails that are still held for itself', async () => {
    await send(['held@example.edu', 'due@example.edu'])
    const later = new Date(Date.now() + 60_000)
    await world.db.updateTable('outbox').set({ due_at: later }).where('email', '=', 'held@example.edu').execute()
    const { text } = await look('/outbox')
    expect(counted(text)).toBe(1)
    expect(text).not.toContain('held@example.edu')
  })

  it('says which mails have nothing to say any more', async () => {
    await send(['back@example.edu'])
    const path = `/outbox/${await idOf('back@example.edu')}`
    await world.db
      .updateTable('invitations')
      .set({ state: 'revoked' })
      .where('email', '=', 'back@example.edu')
      .execute()
    expect((await look('/outbox')).text).toContain('No longer needed')
    expect((await look(path)).status).toBe(404)
    expect((await look(`${path}/mail`)).status).toBe(404)
  })
})

describe('a mail', () => {
  it('is shown as it would look, in a frame that can do nothing but open links', async () => {
    await send(['sam@example.edu'])
    const path = `/outbox/${await idOf('sam@example.edu')}`
    const page = await look(path)
    expect(page.text).toContain(`src="${path}/mail"`)
    expect(page.text).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"')
    expect(page.headers.get('content-security-policy')).toContain("frame-src 'self'")

    const mail = await look(`${path}/mail`)
    const policy = mail.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/)
    expect(policy).toContain("frame-ancestors 'self'")
    expect(policy).not.toMatch(/script|unsafe|allow-(scripts|forms|same-origin|top)/)
    // Its one style is allowed by what it is; nothing is styled in any other way.
    expect(policy).toMatch(/style-src 'sha256-[\w+/]{43}='/)
    expect(mail.text).not.toContain(' style=')
    expect(mail.text).toContain('"Segoe UI"')
    expect(mail.text).toContain('<base target="_blank">')
    expect(mail.text).toContain(`href="${world.url}/accept/`)
  })

  it('carries addresses from PUBLIC_URL alone, whatever host the request for it claims', async () => {
    await ada.call('links.create', { groupId: group.id, access: 'anyone', role: 'member' })
    const forged = await claiming(world.here, `/api/groups/${group.id}/links`, 'evil.example', {
      authorization: `Bearer ${ada.token}`,
    })
    expect(forged.status).toBe(200)
    expect(forged.text).toContain(`"${world.url}/join/`)
    expect(forged.text).not.toContain('evil.example')
    await send(['sam@example.edu'])
    const { text } = await look(`/outbox/${await idOf('sam@example.edu')}/mail`)
    for (const [, address] of text.matchAll(/href="([^"]+)"/g)) expect(new URL(address ?? '').origin).toBe(world.url)
    for (const path of ['/signin', '/signin/code', '/nowhere', '/outbox']) {
      const answer = await claiming(world.here, path, 'evil.example')
      expect(answer.text + answer.location).not.toContain('evil.example')
    }
  })

  it('that does not exist is not found', async () => {
    for (const path of ['/outbox/nonsense', `/outbox/${randomUUID()}`, `/outbox/${randomUUID()}/mail`])
      expect((await look(path)).status).toBe(404)
  })
})

it('hostile names are words on every page, and nothing else', async () => {
  const evil = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`
  const mallory = await world.person(undefined, evil)
  const trap = await world.group(await world.workspace(mallory, evil), mallory, { name: evil })
  await mallory.call('invitations.send', newSend(trap, [{ email: 'sam@example.edu', role: 'member', name: evil }]))
  const path = `/outbox/${await idOf('sam@example.edu')}`
  const mail = await look(`${path}/mail`)
  const accept = /href="[^"]*(\/accept\/[\w-]+)"/.exec(mail.text)?.[1] ?? ''
  const { url } = await mallory.call('links.create', { groupId: trap.id, access: 'anyone', role: 'member' })
  const search = `/outbox?${new URLSearchParams({ search: evil })}`
  const next = `/signin?${new URLSearchParams({ next: `/${evil}` })}`
  for (const page of ['/outbox', path, `${path}/mail`, accept, new URL(url).pathname, search, next]) {
    const { text, status } = await look(page)
    expect(status).toBe(200)
    expect(text).not.toMatch(/<script|<img/i)
    expect(text).not.toContain(`"'>`)
  }
  expect((await look(accept)).text).toContain('&lt;script&gt;')
})
