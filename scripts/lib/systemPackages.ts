import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { which } from './browsers.ts'
import { run } from './command.ts'
import { Stop } from './stop.ts'

/** PostgreSQL's own programs are not on Debian's PATH. */
const postgresBin = (): string | undefined => {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : []
  const folder = versions
    .map((version) => join(debian, version, 'bin'))
    .find((path) => existsSync(join(path, 'initdb')))
  if (folder) return folder
  const initdb = which('initdb')
  return initdb ? join(initdb, '..') : undefined
}

export const chromiumPath = (): string | undefined =>
  process.env.CHROMIUM ?? which('chromium') ?? which('chromium-browser')
export const firefoxPath = (): string | undefined => process.env.FIREFOX ?? which('firefox-esr') ?? which('firefox')

const needs = [
  { name: 'Chromium', debian: 'chromium', find: chromiumPath },
  { name: 'Firefox ESR', debian: 'firefox-esr', find: firefoxPath },
  { name: 'PostgreSQL', debian: 'postgresql', find: postgresBin },
] as const

/** What the tests need from the system: installed where that is ours to do, otherwise named. */
export const ensureSystemPackages = async (): Promise<void> => {
  const missing = needs.filter(({ find }) => !find())
  if (missing.length === 0) return
  const names = missing.map(({ name }) => name).join(', ')
  const debian = missing.map(({ debian: pkg }) => pkg).join(' ')
  const canInstall = process.platform === 'linux' && !!which('apt-get') && process.getuid?.() === 0
  if (!canInstall)
    throw new Stop(
      `The tests need ${names}. On Debian or Ubuntu: sudo apt-get install ${debian}. Elsewhere install them and set CHROMIUM, FIREFOX or PATH.`,
    )
  console.log(`Installing ${names} with apt-get …`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env })
  const { code, output } = await run(
    'apt-get',
    ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '-qq', '--no-install-recommends', ...debian.split(' ')],
    { env },
  )
  const still = needs.filter(({ find }) => !find())
  if (code !== 0 || still.length > 0)
    throw new Stop(`${output}\napt-get could not install ${names}: install it by hand and run npm test again.`)
}
