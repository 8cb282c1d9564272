import { afterEach, describe, expect, it, vi } from 'vitest'
import { webLock } from '../../lib/locks.ts'

const locksAre = (request: (name: string, run: () => Promise<unknown>) => Promise<unknown>) =>
  vi.stubGlobal('navigator', { locks: { request } })

afterEach(() => void vi.unstubAllGlobals())

describe('a lock', () => {
  it('runs what it guards, and answers with it', async () => {
    locksAre((_name, run) => run())
    await expect(webLock('a', async () => 7)).resolves.toBe(7)
  })

  it('that the browser denies to a frame is done without', async () => {
    locksAre(async () => {
      throw new DOMException('The request was denied.', 'SecurityError')
    })
    await expect(webLock('a', async () => 7)).resolves.toBe(7)
  })

  it('never runs what it guards twice', async () => {
    locksAre((_name, run) => run())
    const run = vi.fn(async () => {
      throw new DOMException('from inside', 'SecurityError')
    })
    await expect(webLock('a', run)).rejects.toThrow('from inside')
    expect(run).toHaveBeenCalledTimes(1)
  })

  it('that fails for another reason is not done without', async () => {
    locksAre(async () => {
      throw new DOMException('The page is going away.', 'InvalidStateError')
    })
    await expect(webLock('a', async () => 7)).rejects.toThrow('going away')
  })
})
