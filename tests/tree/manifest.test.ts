import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'

/** What the extension asks for when it is installed from a store, and what it lets pages have of it. */
const manifestFor = async (browser: 'chrome' | 'firefox', local = false) => {
  vi.resetModules()
  vi.stubEnv('ROLLCALL_LOCAL', local ? '1' : '')
  const { default: config } = await import('../../wxt.config.ts')
  const make = config.manifest
  if (typeof make !== 'function') throw new Error('The manifest is made by a function.')
  return await make({ browser, manifestVersion: 3, mode: 'production', command: 'build' })
}
afterEach(() => vi.unstubAllEnvs())

describe.each(['chrome', 'firefox'] as const)('in a store for %s', (browser) => {
  it('asks for what it needs, and for no site', async () => {
    const manifest = await manifestFor(browser)
    expect(manifest.permissions).toEqual(['storage', 'identity', 'activeTab', 'scripting', 'alarms', 'contextMenus'])
    expect(manifest.host_permissions).toEqual([])
    // Asked for when somebody says that they want to be told.
    expect(manifest.optional_permissions).toEqual(['notifications'])
    // Asked for one by one, when somebody says "Always on this site".
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*'])
    expect(Object.keys(manifest)).not.toContain('content_scripts')
    expect(Object.keys(manifest)).not.toContain('externally_connectable')
    expect(Object.keys(manifest)).not.toContain('content_security_policy')
  })

  it('lets pages load the panel and the reader of rosters alone', async () => {
    const { web_accessible_resources: open } = await manifestFor(browser)
    expect(open).toEqual([{ resources: ['panel.html', 'reader.js'], matches: ['https://*/*', 'http://*/*'] }])
  })
})

it('only a build for this computer reaches it without being asked', async () => {
  expect((await manifestFor('chrome', true)).host_permissions).toEqual(['http://127.0.0.1/*'])
})

it('says in Firefox that it collects nothing', async () => {
  const { browser_specific_settings } = await manifestFor('firefox')
  expect(browser_specific_settings?.gecko?.data_collection_permissions).toEqual({ required: ['none'] })
})

it('every dependency has one exact version', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  for (const version of Object.values({ ...dependencies, ...devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+/)
})
