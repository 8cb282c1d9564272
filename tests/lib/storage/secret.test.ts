import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { stored } from '../../../lib/platform.ts'
import { tokensItem } from '../../../lib/storage.ts'
import { giveIndexedDb } from '../../helpers/indexedDb.ts'
import { giveLocks } from '../../helpers/locks.ts'

const tokens = { service: 'https://rollcall.example.edu', access: 'a', refresh: 'r', expiresAt: 1 }
/** What a content script could read there. */
const readable = () => fakeBrowser.storage.local.get(null)

let kept: Map<string, unknown>
beforeEach(() => {
  fakeBrowser.reset()
  giveLocks()
  Reflect.deleteProperty(fakeBrowser.storage.local, 'setAccessLevel')
  kept = giveIndexedDb()
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('where nothing keeps content scripts from what is stored, tokens', () => {
  it('are in a store of the background’s own', async () => {
    await tokensItem.set(tokens)
    expect(await readable()).toEqual({})
    expect(await tokensItem.get()).toEqual(tokens)
    await tokensItem.remove()
    expect([await tokensItem.get(), kept.size]).toEqual([null, 0])
  })

  it('that an earlier version had left in reach are moved', async () => {
    await fakeBrowser.storage.local.set({ tokens: { v: 1, data: tokens }, service: 'stays' })
    expect(await tokensItem.get()).toEqual(tokens)
    expect(await readable()).toEqual({ service: 'stays' })
    expect(await tokensItem.get()).toEqual(tokens)
  })

  it('are forgotten with everything else', async () => {
    await tokensItem.set(tokens)
    await stored.clear('secret')
    expect(await tokensItem.get()).toBeNull()
  })
})
