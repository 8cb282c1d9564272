import { beforeEach, describe, expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { CallProblem } from '../../../lib/contract/errors.ts'
import { answerMessages, type MessageHandlers } from '../../../lib/messaging/answer.ts'
import { ask, askTab, callByMessage } from '../../../lib/messaging/ask.ts'
import { proofOf } from '../../../lib/messaging/sender.ts'

const id = '0198b3c4-0000-7000-8000-000000000001'
const origin = 'chrome-extension://abcdefghijklmnop/'
const page = { id: 'ours', url: `${origin}popup.html` }
const content = { id: 'ours', url: 'https://canvas.example.edu/courses/1/users', tab: { id: 7 }, frameId: 0 }

type Listener = (message: unknown, sender: object, respond: (answer: unknown) => void) => unknown

/** What the background would answer to a message from that sender; 'nothing' when it does not answer at all. */
const heard: { tell: (message: unknown, sender: object) => Promise<unknown> } = { tell: async () => 'nothing' }
let seen: unknown[] = []

const handlers: MessageHandlers = {
  call: async (input) => {
    seen.push(input)
    return { groups: [] }
  },
  account: async () => null,
  'job.start': async () => ({ jobId: id }),
  'job.act': async ({ act }) => {
    if (act === 'undo') throw new CallProblem('tooMany', 'Wait.', 3)
    throw new Error('secret detail')
  },
  'roster.shown': async () => ({ words: '', quiet: false, language: 'browser' }),
  'inpage.words': async () => ({ language: 'browser', catalogue: null }),
  'page.back': async () => true,
  'panel.open': async (_, { tabId }) => ({ url: `panel for ${tabId}`, ticket: 'x' }),
  'panel.claim': async (_, { tabId }) => ({ tabId: tabId ?? -1 }),
}

beforeEach(() => {
  fakeBrowser.reset()
  seen = []
  const listeners: Listener[] = []
  Object.assign(fakeBrowser.runtime, {
    id: 'ours',
    getURL: (path: string) => origin + path,
    onMessage: { addListener: (listener: Listener) => listeners.push(listener), removeListener: () => {} },
    sendMessage: (message: unknown) => heard.tell(message, page),
  })
  answerMessages(handlers)
  heard.tell = (message, sender) =>
    new Promise((resolve) => {
      const waits = listeners.map((listener) => listener(message, sender, resolve)).includes(true)
      if (!waits) resolve('nothing')
    })
})

describe('a sender', () => {
  it.each<[string, Parameters<typeof proofOf>[0], ReturnType<typeof proofOf>]>([
    ['the popup', page, { from: 'page', tabId: undefined, isFramed: false }],
    ['a page of ours in a tab', { ...page, tab: content.tab, frameId: 0 }, { from: 'page', tabId: 7, isFramed: false }],
    [
      'the panel in a tab',
      { ...page, url: `${origin}panel.html`, tab: content.tab, frameId: 3 },
      { from: 'page', tabId: 7, isFramed: true },
    ],
    ['a content script', content, { from: 'content', tabId: 7 }],
    ['a content script in a frame', { ...content, frameId: 2 }, null],
    ['another extension', { ...page, id: 'theirs' }, null],
    ['another extension without an id', { url: page.url }, null],
    [
      'a page that is called like ours',
      { ...content, url: 'https://evil.example/chrome-extension://abcdefghijklmnop/' },
      { from: 'content', tabId: 7 },
    ],
    [
      'an extension whose id begins like ours',
      { id: 'ours', url: 'chrome-extension://abcdefghijklmnopq/popup.html' },
      null,
    ],
    ['a file', { ...content, url: 'file:///etc/passwd' }, null],
    ['nobody', { id: 'ours' }, null],
  ])('%s', (_, sender, proof) => expect(proofOf(sender, 'ours', origin)).toEqual(proof))
})

describe('the background', () => {
  it('answers our pages', async () => {
    await expect(
      ask('job.start', { groupId: id, groupName: 'B', origin: 'manual', people: [{ email: 'a', role: 'member' }] }),
    ).resolves.toEqual({ jobId: id })
    await expect(callByMessage('groups.list', {})).resolves.toEqual({ groups: [] })
    expect(seen).toEqual([{ name: 'groups.list', input: {} }])
  })

  it('tells what went wrong by name, and nothing about what was not foreseen', async () => {
    const problem = await ask('job.act', { jobId: id, act: 'undo' }).catch((reason: unknown) => reason)
    expect(problem).toBeInstanceOf(CallProblem)
    expect(problem).toMatchObject({ code: 'tooMany', detail: 'Wait.', retryAfter: 3 })
    expect(await heard.tell({ rollcall: 'job.act', input: { jobId: id, act: 'retry' } }, page)).toEqual({
      ok: false,
      code: 'internal',
    })
  })

  it('believes a content script about its own tab alone', async () => {
    expect(await heard.tell({ rollcall: 'panel.open', input: {} }, content)).toEqual({
      ok: true,
      value: { url: 'panel for 7', ticket: 'x' },
    })
    expect(
      await heard.tell({ rollcall: 'panel.open', input: { tabId: 1 } }, { ...content, tab: { id: 8 } }),
    ).toMatchObject({ value: { url: 'panel for 8' } })
  })

  it.each(['call', 'account', 'job.start', 'job.act', 'panel.claim'])(
    'takes no %s from a content script',
    async (name) => {
      const inputs: Record<string, unknown> = {
        call: { name: 'me', input: {} },
        account: { act: 'signOut' },
        'job.start': { groupId: id, groupName: 'B', origin: 'manual', people: [{ email: 'a', role: 'member' }] },
        'job.act': { jobId: id, act: 'undo' },
        'panel.claim': { ticket: 'x' },
      }
      expect(await heard.tell({ rollcall: name, input: inputs[name] }, content)).toEqual({
        ok: false,
        code: 'notAllowed',
      })
      expect(seen).toEqual([])
    },
  )

  it('takes no panel.open from a page of ours', async () => {
    expect(await heard.tell({ rollcall: 'panel.open', input: {} }, page)).toEqual({ ok: false, code: 'notAllowed' })
  })

  it.each([
    [{ rollcall: 'call', input: { name: 'drop.tables', input: {} } }],
    [{ rollcall: 'call', input: { name: 'me', input: 7 } }],
    [{ rollcall: 'account', input: { act: 'become' } }],
    [{ rollcall: 'account' }],
    [{ rollcall: 'job.start', input: { groupId: id, groupName: 'B', origin: 'manual', people: [] } }],
    [{ rollcall: 'job.act', input: { jobId: '1', act: 'undo' } }],
    [{ rollcall: 'panel.claim', input: { ticket: 'x'.repeat(65) } }],
  ])('does not understand %j', async (message) => {
    expect(await heard.tell(message, page)).toEqual({ ok: false, code: 'notUnderstood' })
  })

  it.each([
    [{ rollcall: 'roster.changed', input: {} }, content],
    [{ rollcall: 'roster.get', input: { read: true } }, page],
    [{ rollcall: 'toString', input: {} }, page],
    [{ other: 1 }, page],
    ['call', page],
    [null, page],
    [
      { rollcall: 'account', input: { act: 'get' } },
      { id: 'theirs', url: page.url },
    ],
  ])('leaves %j to others', async (message, sender) => {
    expect(await heard.tell(message, sender)).toBe('nothing')
  })
})

describe('asking', () => {
  it('a worker that ended in the middle is said to be busy', async () => {
    heard.tell = async () => {
      throw new Error('The message port closed before a response was received.')
    }
    await expect(ask('account', { act: 'get' })).rejects.toMatchObject({ code: 'busy' })
    heard.tell = async () => undefined
    await expect(callByMessage('me', {})).rejects.toMatchObject({ code: 'busy' })
  })

  it('a tab goes to its main frame, and rejects where nobody listens', async () => {
    const asked: unknown[] = []
    Object.assign(fakeBrowser.tabs, {
      sendMessage: async (...all: unknown[]) => {
        asked.push(all)
        return { ok: true, value: { kind: 'none' } }
      },
    })
    await expect(askTab(7, 'roster.get', { read: true })).resolves.toEqual({ kind: 'none' })
    expect(asked).toEqual([[7, { rollcall: 'roster.get', input: { read: true } }, { frameId: 0 }]])
    Object.assign(fakeBrowser.tabs, {
      sendMessage: async () => {
        throw new Error('Could not establish connection. Receiving end does not exist.')
      },
    })
    await expect(askTab(7, 'roster.get', { read: true })).rejects.toThrow('Receiving end')
  })
})
