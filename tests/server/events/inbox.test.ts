import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createInbox } from '../../../server/events/inbox.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const QUIET = 1000

it('gives what came while its reader was busy, all at once and once', async () => {
  const inbox = createInbox<number>()
  inbox.put([1])
  inbox.put([2, 3])
  expect(await inbox.take(QUIET)).toEqual([1, 2, 3])
  const next = inbox.take(QUIET)
  inbox.put([4])
  expect(await next).toEqual([4])
  expect(vi.getTimerCount()).toBe(0)
})

it('gives nothing after a quiet while, and goes on', async () => {
  const inbox = createInbox<number>()
  const quiet = inbox.take(QUIET)
  await vi.advanceTimersByTimeAsync(QUIET)
  expect(await quiet).toEqual([])
  const next = inbox.take(QUIET)
  inbox.put([5])
  expect(await next).toEqual([5])
})

it('lets its reader go when it is woken, and leaves no timer behind', async () => {
  const inbox = createInbox<number>()
  inbox.wake()
  const waiting = inbox.take(QUIET)
  inbox.wake()
  expect(await waiting).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})
