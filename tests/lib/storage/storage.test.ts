import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import * as z from 'zod/mini'
import type { SendJob } from '../../../lib/jobs/job.ts'
import { jobStore } from '../../../lib/jobs/store.ts'
import { defaultRoleMapping } from '../../../lib/people/person.ts'
import { noRoleChanges } from '../../../lib/people/roles.ts'
import { item } from '../../../lib/storage/item.ts'
import { or } from '../../../lib/storage/read.ts'
import * as items from '../../../lib/storage.ts'
import { giveLocks } from '../../helpers/locks.ts'

const id = '0198b3c4-0000-7000-8000-000000000001'
const other = '0198b3c4-0000-7000-8000-000000000002'
const put = (key: string, data: unknown, v = 1) => fakeBrowser.storage.local.set({ [key]: { v, data } })
const all = () => fakeBrowser.storage.local.get(null)

const job = (so: Partial<SendJob> = {}): SendJob => ({
  id,
  groupId: other,
  groupName: 'Biology 101',
  origin: 'roster',
  courseKey: 'https://canvas.example.edu|4711',
  createdAt: '2026-11-24T12:00:00.000Z',
  total: 2,
  chunks: 1,
  acknowledged: 0,
  sent: 0,
  counts: {},
  state: 'running',
  tries: 0,
  ...so,
})
const chunk = { key: other, people: [{ email: 'kim@example.edu', role: 'member' as const }] }

beforeEach(() => {
  fakeBrowser.reset()
  giveLocks()
  Object.assign(fakeBrowser.storage.local, { setAccessLevel: async () => {} })
})

describe('what is stored', () => {
  it('has a default where nothing is', async () => {
    expect(await items.serviceItem.get()).toBe('http://127.0.0.1:4710')
    expect(await items.tokensItem.get()).toBeNull()
    expect(await items.accountItem.get()).toEqual(items.nobody)
    expect(await items.jobsItem.get()).toEqual([])
    expect(await items.chunkItem(id, 0).get()).toBeNull()
    expect(await items.choiceItem('x').get()).toBeNull()
    expect(await items.rolesItem.get()).toEqual(defaultRoleMapping)
    expect(await items.courseRolesItem('x').get()).toEqual(noRoleChanges)
    expect(await items.queriesItem.get()).toBeNull()
    expect(await items.ticketsItem.get()).toEqual({})
    expect(await items.signInItem.get()).toBeNull()
  })

  it('comes back as it was', async () => {
    const whole = job({
      state: 'waiting',
      sender: id,
      waitingFor: 'slow',
      nextTryAt: '2026-11-24T12:00:01.000Z',
      counts: { invited: 2 },
      heldUntil: '2026-11-24T12:00:10.000Z',
      undone: { undone: 1, tooLate: 1 },
    })
    await items.jobsItem.set([whole])
    expect(await items.jobsItem.get()).toEqual([whole])
    const acknowledged = { ...chunk, outcomes: [{ email: 'kim@example.edu', outcome: 'invited' as const }] }
    await items.chunkItem(id, 0).set(acknowledged)
    expect(await items.chunkItem(id, 0).get()).toEqual(acknowledged)
    await items.choiceItem('a|1').set({ groupId: id, role: 'facilitator' })
    expect(await items.choiceItem('a|1').get()).toEqual({ groupId: id, role: 'facilitator' })
    expect(await items.choiceItem('a|2').get()).toBeNull()
  })

  it('loses one bad role and not the rest, and lets no observer in', async () => {
    await put('roles', { teacher: 'member', ta: 'king', student: null, observer: 'owner' })
    expect(await items.rolesItem.get()).toEqual({ ...defaultRoleMapping, teacher: 'member', student: null })
    await put('roles.a|1', { roles: { ta: null, teacher: 7 }, labels: { 'ta Grader': 'owner', 'ta X': 'king' } })
    expect(await items.courseRolesItem('a|1').get()).toEqual({ roles: { ta: null }, labels: { 'ta Grader': 'owner' } })
    await put('roles.a|1', 'x')
    expect(await items.courseRolesItem('a|1').get()).toEqual(noRoleChanges)
  })

  it('loses one bad field and not the rest', async () => {
    await put('account', { signedIn: true, offline: 'yes', me: { id: 7 } })
    expect(await items.accountItem.get()).toEqual({ signedIn: true, offline: false, me: null })
    await put('jobs', [{ ...job({ tries: 3 }), groupName: 7, counts: { invited: 'x' }, waitingFor: 'rain' }])
    expect(await items.jobsItem.get()).toEqual([job({ tries: 3, groupName: '', counts: {} })])
  })

  it('loses one bad entry and not the rest', async () => {
    await put('jobs', [{ id }, 7, job()])
    expect(await items.jobsItem.get()).toEqual([job()])
    await fakeBrowser.storage.session.set({ tickets: { v: 1, data: { a: { tabId: 'x' }, b: { tabId: 1, until: 2 } } } })
    expect(await items.ticketsItem.get()).toEqual({ b: { tabId: 1, until: 2 } })
  })

  it('can be anything at all', async () => {
    const every = [items.serviceItem, items.tokensItem, items.accountItem, items.jobsItem, items.queriesItem]
    await fc.assert(
      fc.asyncProperty(fc.anything(), fc.boolean(), async (data, wrapped) => {
        for (const one of every) {
          await fakeBrowser.storage.local.set({ [one.key]: wrapped ? { v: 1, data } : data })
          await one.get()
        }
      }),
      { numRuns: 200 },
    )
  })

  it('is migrated from an older version and left alone by a newer one', async () => {
    const later = item({
      area: 'local',
      key: 'service',
      version: 3,
      schema: or(z.string(), 'none'),
      migrate: (old, from) => `${String(old)} of ${from}`,
    })
    await put('service', 'a', 1)
    expect(await later.get()).toBe('a of 1')
    await put('service', 'b', 3)
    expect(await later.get()).toBe('b')
    await put('service', 'c', 4)
    expect(await later.get()).toBe('c')
    await later.set('d')
    expect(await all()).toEqual({ service: { v: 3, data: 'd' } })
  })

  it('is changed by one at a time', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        items.ticketsItem.update((tickets) => ({ ...tickets, [n]: { tabId: n, until: n } })),
      ),
    )
    expect(Object.keys(await items.ticketsItem.get())).toHaveLength(20)
  })

  it('tells whoever watches, until they stop', async () => {
    let told = 0
    const stop = items.serviceItem.watch(() => told++)
    await items.serviceItem.set('https://a.example.edu')
    await items.queriesItem.set('x')
    await fakeBrowser.storage.session.set({ service: 'x' })
    expect(told).toBe(1)
    stop()
    await items.serviceItem.set('https://b.example.edu')
    expect(told).toBe(1)
  })
})

describe('jobs in storage', () => {
  it('write an acknowledgement and its head at once, and no other chunk', async () => {
    await jobStore.create(job({ chunks: 2 }), [chunk, chunk])
    const writes: string[][] = []
    fakeBrowser.storage.local.onChanged.addListener((changes) => void writes.push(Object.keys(changes).sort()))
    await jobStore.change(id, (head) => ({ ...head, acknowledged: 1 }), { index: 1, chunk: { ...chunk, outcomes: [] } })
    expect(writes).toEqual([[`chunk.${id}.1`, 'jobs']])
    expect((await jobStore.heads())[0]?.acknowledged).toBe(1)
    expect(await jobStore.chunk(id, 1)).toEqual({ ...chunk, outcomes: [] })
    expect(await jobStore.chunk(id, 0)).toEqual(chunk)
  })

  it('leave nothing behind when removed, and do not come back', async () => {
    await jobStore.create(job({ chunks: 2 }), [chunk, chunk])
    await jobStore.create(job({ id: other }), [chunk])
    await Promise.all([
      jobStore.remove(id),
      jobStore.change(id, (head) => ({ ...head, acknowledged: 1 }), { index: 0, chunk }),
    ])
    expect(Object.keys(await all()).sort()).toEqual([`chunk.${other}.0`, 'jobs'])
    expect((await jobStore.heads()).map((head) => head.id)).toEqual([other])
  })

  it('are all there when several are started at once', async () => {
    const ids = Array.from({ length: 5 }, (_, n) => `0198b3c4-0000-7000-8000-00000000010${n}`)
    await Promise.all(ids.map((one) => jobStore.create(job({ id: one }), [chunk])))
    expect((await jobStore.heads()).map((head) => head.id)).toEqual(ids)
  })
})
