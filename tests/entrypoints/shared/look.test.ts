import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { ownLook } from '../../../entrypoints/shared/look.ts'
import { lookItem } from '../../../lib/storage.ts'
import arabic from '../../../public/_locales/ar/messages.json'
import english from '../../../public/_locales/en/messages.json'

const asked: string[] = []
beforeEach(() => {
  fakeBrowser.reset()
  asked.length = 0
  Object.assign(fakeBrowser.runtime, { getURL: (path: string) => `chrome-extension://ours/${path}` })
  Object.assign(fakeBrowser.i18n, {
    getMessage: (key: keyof typeof english) => english[key]?.message ?? '',
    getUILanguage: () => 'en-GB',
  })
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    if (!url.endsWith('/ar/messages.json')) throw new TypeError('It is not there.')
    return new Response(JSON.stringify(arabic))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  delete document.documentElement.dataset.theme
})

it('is the browser’s and the system’s, and loads nothing, until something else is chosen', async () => {
  const words = await ownLook()
  expect(words.get().language).toBe('en-GB')
  expect(document.documentElement.dataset.theme).toBeUndefined()
  expect(asked).toEqual([])
})

it('follows what is chosen while the page is open, and goes back', async () => {
  const words = await ownLook()
  await lookItem.set({ language: 'ar', theme: 'dark' })
  await vi.waitFor(() => expect(words.get()('done')).toBe(arabic.done.message))
  expect([words.get().language, words.get().dir]).toEqual(['ar', 'rtl'])
  expect(document.documentElement.dataset.theme).toBe('dark')
  await lookItem.set({ language: 'browser', theme: 'system' })
  await vi.waitFor(() => expect(words.get()('done')).toBe('Done'))
  expect(document.documentElement.dataset.theme).toBeUndefined()
})

it('has the browser’s words where a catalogue cannot be read', async () => {
  await lookItem.set({ language: 'fr', theme: 'light' })
  expect((await ownLook()).get()('done')).toBe('Done')
  expect(document.documentElement.dataset.theme).toBe('light')
})
