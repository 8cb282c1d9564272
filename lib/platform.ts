import browser, { type Runtime } from 'webextension-polyfill'
import { vault } from './storage/vault.ts'
import type { Catalogue } from './words.ts'

/** The only module that touches the browser's extension API: every effect of the extension by its purpose. */

/** `secret`: out of reach for content scripts, in every browser. */
export type StorageArea = 'local' | 'session' | 'secret'

/** How a browser keeps content scripts, which live in a page's process, from `storage.local`. Firefox cannot. */
const accessSwitch = (): ((access: { accessLevel: string }) => Promise<void>) | undefined => {
  const area: object = browser.storage.local
  return 'setAccessLevel' in area && typeof area.setAccessLevel === 'function'
    ? area.setAccessLevel.bind(area)
    : undefined
}

const plainly = (area: 'local' | 'session') => ({
  read: async (key: string): Promise<unknown> => (await browser.storage[area].get(key))[key],
  write: (values: Record<string, unknown>): Promise<void> => browser.storage[area].set(values),
  remove: (keys: string[]): Promise<void> => browser.storage[area].remove(keys),
  clear: (): Promise<void> => browser.storage[area].clear(),
})

/** What an earlier version had left in `storage.local` is moved when it is asked for. */
const secretly = {
  ...vault,
  read: async (key: string): Promise<unknown> => {
    const left = await plainly('local').read(key)
    if (left !== undefined) {
      await vault.write({ [key]: left })
      await plainly('local').remove([key])
    }
    return await vault.read(key)
  },
}

const areaOf = (area: StorageArea) => {
  if (area !== 'secret') return plainly(area)
  return accessSwitch() ? plainly('local') : secretly
}

export const stored = {
  read: (area: StorageArea, key: string): Promise<unknown> => areaOf(area).read(key),
  /** One write: after it either all of the values are there or none. */
  write: (area: StorageArea, values: Record<string, unknown>): Promise<void> => areaOf(area).write(values),
  remove: (area: StorageArea, keys: string[]): Promise<void> => areaOf(area).remove(keys),
  clear: (area: StorageArea): Promise<void> => areaOf(area).clear(),
  /** Of `local` and `session`: nobody is told of what is secret. */
  onChanged: (changed: (area: string, keys: readonly string[]) => void): (() => void) => {
    const listener = (changes: object, area: string) => changed(area, Object.keys(changes))
    browser.storage.onChanged.addListener(listener)
    return () => browser.storage.onChanged.removeListener(listener)
  },
  keepFromPages: async (): Promise<void> => {
    await accessSwitch()?.({ accessLevel: 'TRUSTED_CONTEXTS' })
  },
}

export type Sender = Runtime.MessageSender

export const messaging = {
  ownId: (): string => browser.runtime.id,
  /** Address of a file of ours; '' gives the extension's origin with a slash. */
  address: (path = ''): string => browser.runtime.getURL(path),
  /** To the background and to every open page of ours. */
  send: (message: unknown): Promise<unknown> => browser.runtime.sendMessage(message),
  /** To the content script of a tab's main frame. */
  sendToTab: (tabId: number, message: unknown): Promise<unknown> =>
    browser.tabs.sendMessage(tabId, message, { frameId: 0 }),
  /**
   * Calls `heard` for each message; it returns true when it will answer through `respond`. A returned promise would
   * do as well, but not in every browser we support.
   */
  onMessage: (
    heard: (message: unknown, sender: Sender, respond: (answer: unknown) => void) => true | undefined,
  ): (() => void) => {
    const listener = (message: unknown, sender: Sender, respond: (answer: unknown) => void = () => {}) =>
      heard(message, sender, respond)
    browser.runtime.onMessage.addListener(listener)
    return () => browser.runtime.onMessage.removeListener(listener)
  },
}

export interface Tab {
  readonly id: number
  /** Known where the tab's site is granted, or the toolbar button was just clicked on it. */
  readonly url?: string
}

const toTab = ({ id, url }: { id?: number; url?: string }): Tab[] => (id === undefined ? [] : [{ id, url }])

export const tabs = {
  active: async (): Promise<Tab | undefined> =>
    (await browser.tabs.query({ active: true, currentWindow: true })).flatMap(toTab)[0],
  get: async (tabId: number): Promise<Tab | undefined> => toTab(await browser.tabs.get(tabId))[0],
  all: async (): Promise<Tab[]> => (await browser.tabs.query({})).flatMap(toTab),
  matching: async (patterns: string[]): Promise<Tab[]> => (await browser.tabs.query({ url: patterns })).flatMap(toTab),
  open: async (url: string): Promise<void> => {
    await browser.tabs.create({ url })
  },
}

const rosterScript = { id: 'roster', file: 'content-scripts/roster.js' }

export const contentScript = {
  /** Into one tab's main frame; rejects where the browser allows no scripts. */
  inject: async (tabId: number): Promise<void> => {
    await browser.scripting.executeScript({ target: { tabId }, files: [`/${rosterScript.file}`] })
  },
  /** From now on into every page that matches; none: nowhere any more. */
  register: async (patterns: string[]): Promise<void> => {
    const there = await browser.scripting.getRegisteredContentScripts({ ids: [rosterScript.id] })
    if (patterns.length === 0) {
      if (there.length > 0) await browser.scripting.unregisterContentScripts({ ids: [rosterScript.id] })
      return
    }
    const script = {
      id: rosterScript.id,
      js: [rosterScript.file],
      matches: patterns,
      allFrames: false,
      persistAcrossSessions: true,
    }
    await (there.length > 0
      ? browser.scripting.updateContentScripts([script])
      : browser.scripting.registerContentScripts([script]))
  },
}

export const sites = {
  /** Match patterns of every site that may be read without a click. */
  granted: async (): Promise<string[]> => (await browser.permissions.getAll()).origins ?? [],
  /** Those that came with the extension and cannot be given back. */
  builtIn: (): string[] => browser.runtime.getManifest().host_permissions ?? [],
  isGranted: (pattern: string): Promise<boolean> => browser.permissions.contains({ origins: [pattern] }),
  /** Asks the person; only from a click. */
  request: (pattern: string): Promise<boolean> => browser.permissions.request({ origins: [pattern] }),
  remove: (patterns: string[]): Promise<boolean> => browser.permissions.remove({ origins: patterns }),
  onRemoved: (removed: (patterns: readonly string[]) => void): void =>
    browser.permissions.onRemoved.addListener(({ origins = [] }) => removed(origins)),
  onAdded: (added: (patterns: readonly string[]) => void): void =>
    browser.permissions.onAdded.addListener(({ origins = [] }) => added(origins)),
  onChanged: (changed: () => void): (() => void) => {
    const listener = () => changed()
    browser.permissions.onAdded.addListener(listener)
    browser.permissions.onRemoved.addListener(listener)
    return () => {
      browser.permissions.onAdded.removeListener(listener)
      browser.permissions.onRemoved.removeListener(listener)
    }
  },
}

/** Granted by the person when they ask to be told; never at installation. */
const mayNotify = { permissions: ['notifications' as const] }

/** The part of the browser's API that is only there while it is granted. */
const notifications = () => ('notifications' in browser ? browser.notifications : undefined)

export const notices = {
  isAllowed: (): Promise<boolean> => browser.permissions.contains(mayNotify),
  /** Asks the person; only from a click. */
  allow: (): Promise<boolean> => browser.permissions.request(mayNotify),
  disallow: (): Promise<boolean> => browser.permissions.remove(mayNotify),
  onChanged: (changed: () => void): (() => void) => sites.onChanged(changed),
  /** In the corner of the screen, by the system. Nothing where that was taken back. */
  show: async (id: string, title: string, message: string): Promise<void> => {
    const iconUrl = browser.runtime.getURL('icon/128.png')
    await notifications()?.create(id, { type: 'basic', iconUrl, title, message })
  },
  onPicked: (picked: (id: string) => void): void => {
    const hear = (id: string) => {
      void notifications()?.clear(id)
      picked(id)
    }
    notifications()?.onClicked.addListener(hear)
    browser.permissions.onAdded.addListener(({ permissions }) => {
      if (permissions?.includes('notifications')) notifications()?.onClicked.addListener(hear)
    })
  },
}

export const identity = {
  redirectUrl: (): string => browser.identity.getRedirectURL(),
  /** Opens the sign-in window; resolves with the address it was sent back to, rejects when it was closed. */
  openWindow: (url: string): Promise<string> => browser.identity.launchWebAuthFlow({ url, interactive: true }),
}

export const alarms = {
  set: (name: string, at: number): Promise<void> => browser.alarms.create(name, { when: at }),
  clear: (name: string): Promise<boolean> => browser.alarms.clear(name),
  onAlarm: (rang: (name: string) => void): void => browser.alarms.onAlarm.addListener(({ name }) => rang(name)),
}

export const badge = {
  show: async (text: string, background: string): Promise<void> => {
    await browser.action.setBadgeText({ text })
    if (text) await browser.action.setBadgeBackgroundColor({ color: background })
  },
  /** What the icon is called over one tab: read aloud, and shown beside the pointer. */
  nameOn: async (tabId: number, title: string): Promise<void> => {
    try {
      await browser.action.setTitle({ tabId, title })
    } catch {
      // The tab was closed.
    }
  },
  /** Over one tab, instead of what is shown over every other; '': the same as there. Nothing where the tab is gone. */
  showOn: async (tabId: number, text: string, background: string): Promise<void> => {
    try {
      await browser.action.setBadgeText({ tabId, text: text || null })
      if (text) await browser.action.setBadgeBackgroundColor({ tabId, color: background })
    } catch {
      // The tab was closed.
    }
  },
}

interface MenuItem {
  readonly id: string
  readonly title: string
}

export const iconMenu = {
  /** What a right click on the toolbar icon lists, instead of what was there. */
  list: async (items: readonly MenuItem[]): Promise<void> => {
    await browser.contextMenus.removeAll()
    // An ampersand would underline the letter after it.
    for (const { id, title } of items)
      browser.contextMenus.create({ id, title: title.replaceAll('&', '&&'), contexts: ['action'] })
  },
  onPicked: (picked: (id: string, tabId: number | undefined) => void): void =>
    browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => picked(String(menuItemId), tab?.id)),
}

export const shortcuts = {
  onPressed: (pressed: (name: string, tabId: number | undefined) => void): void =>
    browser.commands.onCommand.addListener((name, tab) => pressed(name, tab?.id)),
}

export const clipboard = {
  /** By way of the page in a tab that was just clicked or typed on; rejects where the browser lets nothing in. */
  writeIn: async (tabId: number, text: string): Promise<void> => {
    const [done] = await browser.scripting.executeScript({
      target: { tabId },
      args: [text],
      func: (given: string) =>
        navigator.clipboard.writeText(given).then(
          () => true,
          () => {
            // Not over https, or the page has not the focus: by a field that is selected.
            const field = document.createElement('textarea')
            field.value = given
            document.body.append(field)
            field.select()
            const copied = document.execCommand('copy')
            field.remove()
            return copied
          },
        ),
    })
    if (done?.result !== true) throw new Error('The page did not let the text be copied.')
  },
}

export const program = {
  version: (): string => browser.runtime.getManifest().version,
  openSettings: (): Promise<void> => browser.runtime.openOptionsPage(),
}

export const words = {
  lookup: (key: string, substitutions: string[]): string => browser.i18n.getMessage(key, substitutions),
  language: (): string => browser.i18n.getUILanguage(),
  /** All words in one language, whatever the browser's is: a file of ours. */
  catalogue: async (language: string): Promise<Catalogue> =>
    (await fetch(browser.runtime.getURL(`_locales/${language}/messages.json`))).json(),
}

/** Installed for the first time; not after an update. */
export const onFirstRun = (started: () => void): void => {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') started()
  })
}

/** Installed, updated, or the browser started. */
export const onStart = (started: () => void): void => {
  browser.runtime.onInstalled.addListener(started)
  browser.runtime.onStartup.addListener(started)
}
