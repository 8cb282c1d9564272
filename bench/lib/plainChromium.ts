import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chromiumId } from '../../lib/identity.ts'
import { chromiumPath } from '../../scripts/lib/systemPackages.ts'

/** A browser that nothing watches: a test driver attaches to every new page and holds it up, which is no way to time one. */
export interface PlainChromium {
  send<T>(method: string, params?: object, session?: string): Promise<T>
  stop(): Promise<void>
}

/** Looks until there is something, for fifteen seconds. */
export const until = async <T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> => {
  for (let tries = 0; tries < 300; tries++) {
    const found = await look()
    if (found !== undefined) return found
    await wait(50)
  }
  throw new Error('Chromium did not come up.')
}

/** The icon stands in the toolbar, as with whoever uses it daily: an icon behind the menu slides out before it opens anything. */
const pinIcon = (profile: string) => {
  const file = join(profile, 'Default', 'Preferences')
  const preferences = JSON.parse(readFileSync(file, 'utf8'))
  preferences.extensions.pinned_extensions = [chromiumId]
  writeFileSync(file, JSON.stringify(preferences))
}

export const startPlainChromium = async (profile: string, extension: string, url: string): Promise<PlainChromium> => {
  const program = chromiumPath()
  if (!program) throw new Error('Chromium is not installed.')
  pinIcon(profile)
  const portFile = join(profile, 'DevToolsActivePort')
  rmSync(portFile, { force: true })
  const flags = [
    ...['--headless=new', '--no-sandbox', '--enable-unsafe-extension-debugging', '--remote-debugging-port=0'],
    ...['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ...[`--user-data-dir=${profile}`, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`, url],
  ]
  const browser = spawn(program, flags, { stdio: 'ignore' })
  const ended = new Promise((resolve) => browser.once('exit', resolve))
  const [port, path] = await until(() => {
    const lines = existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n') : []
    return lines.length > 1 ? lines : undefined
  })
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`)
  await new Promise((resolve, reject) => {
    socket.onopen = resolve
    socket.onerror = reject
  })
  const waiting = new Map<number, PromiseWithResolvers<never>>()
  socket.onmessage = ({ data }) => {
    const { id, result, error } = JSON.parse(String(data))
    if (error) waiting.get(id)?.reject(new Error(error.message))
    else waiting.get(id)?.resolve(result as never)
    waiting.delete(id)
  }
  let last = 0
  return {
    send: (method, params = {}, sessionId) => {
      const answer = Promise.withResolvers<never>()
      waiting.set(++last, answer)
      socket.send(JSON.stringify({ id: last, method, params, ...(sessionId ? { sessionId } : {}) }))
      return answer.promise
    },
    stop: async () => {
      socket.close()
      browser.kill()
      await ended
    },
  }
}

interface Target {
  readonly targetId: string
  readonly url: string
}

/** The first tab or page at an address that contains this, once there is one. */
export const targetAt = (chromium: PlainChromium, part: string, type: 'tab' | 'page'): Promise<Target> =>
  until(async () => {
    const { targetInfos } = await chromium.send<{ targetInfos: Target[] }>('Target.getTargets', {
      filter: [{ type }],
    })
    return targetInfos.find(({ url }) => url.includes(part))
  })
