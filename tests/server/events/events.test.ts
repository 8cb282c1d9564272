import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { listen as openStream } from '../../helpers/listen.ts'
import { type Caller, startService, type TestService } from '../../helpers/service.ts'

/** What a page is told while it is open. */
let rollcall: TestService
let ada: Caller
let grace: Caller
let school: { id: string }
let group: { id: string }

beforeAll(async () => {
  rollcall = await startService()
  ada = await rollcall.person('ada@example.edu')
  grace = await rollcall.person('grace@example.edu')
  school = await rollcall.workspace(ada)
  await rollcall.joinWorkspace(school, grace, 'editor')
  group = await rollcall.group(school, ada, { type: 'shared' })
})
afterAll(() => rollcall.stop())

const open: AbortController[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.abort()
})

/** Opens a stream as somebody, until the test is over. */
const listen = async (token: string) => {
  const ending = new AbortController()
  open.push(ending)
  return await openStream(rollcall.url, token, ending.signal)
}

describe('the stream of changes', () => {
  it('is for who is signed in', async () => {
    expect((await listen('made-up')).status).toBe(401)
  })

  it('is not kept by anybody on the way', async () => {
    const { headers } = await listen(ada.token)
    expect(headers.get('content-type')).toMatch(/^text\/event-stream/)
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('says in which Group something changed', async () => {
    const stream = await listen(ada.token)
    await ada.call('links.create', { groupId: group.id, access: 'restricted', role: 'member' })
    expect(await stream.next('changed')).toBe(JSON.stringify({ groupIds: [group.id] }))
    await ada.call('workspaces.change', { workspaceId: school.id, holdSeconds: 5 })
    expect(await stream.next('changed')).toBe(JSON.stringify({ groupIds: [] }))
  })

  it('says nothing of Groups that are not theirs to see', async () => {
    const hers = await rollcall.group(school, grace, { type: 'shared' })
    const stream = await listen(grace.token)
    await ada.call('groups.change', { groupId: group.id, name: 'Not hers to see' })
    await grace.call('groups.change', { groupId: hers.id, name: 'Hers' })
    expect(await stream.next('changed')).toBe(JSON.stringify({ groupIds: [hers.id] }))
  })

  it('is limited for each person', async () => {
    const lin = await rollcall.person('lin@example.edu')
    for (let index = 0; index < 10; index++) expect((await listen(lin.token)).status).toBe(200)
    expect((await listen(lin.token)).status).toBe(429)
  })

  it('ends when the service stops, at once', async () => {
    const stream = await listen(ada.token)
    await rollcall.restart()
    expect(await stream.next('changed')).toBeNull()
  })
})
