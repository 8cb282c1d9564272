import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createWaker } from '../../lib/waker.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const setUp = () => {
  const set = new Map<string, number>()
  let ring: (name: string) => void = () => {}
  const alarms = {
    set: async (name: string, at: number) => void set.set(name, at),
    clear: async (name: string) => set.delete(name),
    onAlarm: (rang: (name: string) => void) => {
      ring = rang
    },
  }
  const wake = vi.fn(async () => {})
  const waker = createWaker({ name: 'jobs', alarms, now: () => Date.now(), wake })
  return { set, wake, waker, ring: (name: string) => ring(name) }
}

describe('being woken', () => {
  it('soon: by a timer, with an alarm in case the worker ends', async () => {
    const { waker, wake, set } = setUp()
    const at = Date.now() + 4000
    await waker.wakeAt(at)
    expect(set.get('jobs')).toBe(at)
    vi.advanceTimersByTime(3999)
    expect(wake).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(wake).toHaveBeenCalledTimes(1)
  })

  it('later than a worker lasts: by the alarm alone', async () => {
    const { waker, wake, ring } = setUp()
    await waker.wakeAt(Date.now() + 60_000)
    vi.advanceTimersByTime(60_000)
    expect(wake).not.toHaveBeenCalled()
    ring('another')
    expect(wake).not.toHaveBeenCalled()
    ring('jobs')
    expect(wake).toHaveBeenCalledTimes(1)
  })

  it('at the time that was set last, or not at all', async () => {
    const { waker, wake, set } = setUp()
    await waker.wakeAt(Date.now() + 1000)
    await waker.wakeAt(Date.now() + 5000)
    vi.advanceTimersByTime(4999)
    expect(wake).not.toHaveBeenCalled()
    await waker.wakeAt(null)
    vi.advanceTimersByTime(60_000)
    expect(wake).not.toHaveBeenCalled()
    expect(set.size).toBe(0)
  })

  it('at once for a time that is over', async () => {
    const { waker, wake } = setUp()
    await waker.wakeAt(Date.now() - 1)
    vi.advanceTimersByTime(0)
    expect(wake).toHaveBeenCalledTimes(1)
  })
})
