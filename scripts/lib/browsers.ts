import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface Browser {
  readonly kind: 'chromium' | 'firefox'
  readonly name: string
  readonly path: string
}

interface Candidate {
  readonly kind: Browser['kind']
  readonly name: string
  /** The words `--browser` takes. */
  readonly word: string
  readonly commands: readonly string[]
  readonly places: readonly string[]
}

const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
  (folder): folder is string => !!folder,
)
const onWindows = (tail: string) => programs.map((folder) => join(folder, tail))

/** In the order in which they are tried. */
const candidates: readonly Candidate[] = [
  {
    kind: 'chromium',
    name: 'Chrome',
    word: 'chrome',
    commands: ['google-chrome', 'google-chrome-stable'],
    places: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      ...onWindows('Google\\Chrome\\Application\\chrome.exe'),
    ],
  },
  {
    kind: 'chromium',
    name: 'Chromium',
    word: 'chromium',
    commands: ['chromium', 'chromium-browser'],
    places: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  },
  {
    kind: 'chromium',
    name: 'Edge',
    word: 'edge',
    commands: ['microsoft-edge', 'microsoft-edge-stable'],
    places: [
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ...onWindows('Microsoft\\Edge\\Application\\msedge.exe'),
    ],
  },
  {
    kind: 'firefox',
    name: 'Firefox',
    word: 'firefox',
    commands: ['firefox', 'firefox-esr'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox', ...onWindows('Mozilla Firefox\\firefox.exe')],
  },
]

/** The full path of a command, or undefined. */
export const which = (command: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find(existsSync)

/** The browser to open: the one asked for (a word above, or a path), else the first that is installed. */
export const findBrowser = (asked: string | undefined): Browser | undefined => {
  if (asked && existsSync(asked))
    return { kind: /firefox/i.test(asked) ? 'firefox' : 'chromium', name: asked, path: asked }
  for (const { kind, name, word, commands, places } of candidates) {
    if (asked && asked.toLowerCase() !== word) continue
    const path = commands.map(which).find(Boolean) ?? places.find(existsSync)
    if (path) return { kind, name, path }
  }
  return undefined
}

/** Is there a screen to open a window on? */
export const hasDisplay = (): boolean =>
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  !!(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
