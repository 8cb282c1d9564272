import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { extensionFolder } from '../../../scripts/lib/builds.ts'

/** What the builder made of the settings, and of the entrypoints' own: scripts that run by themselves come from those. */
for (const browser of ['chrome', 'firefox'] as const)
  test(`the build for a ${browser} store runs nothing by itself and opens nothing else to pages`, () => {
    const manifest = JSON.parse(readFileSync(join(extensionFolder(browser, false), 'manifest.json'), 'utf8'))
    expect(manifest).toMatchObject({
      permissions: ['storage', 'identity', 'activeTab', 'scripting', 'alarms', 'contextMenus'],
      host_permissions: [],
      optional_host_permissions: ['https://*/*', 'http://*/*'],
      web_accessible_resources: [{ resources: ['panel.html', 'reader.js'], matches: ['https://*/*', 'http://*/*'] }],
    })
    const more = ['content_scripts', 'externally_connectable', 'content_security_policy']
    expect(Object.keys(manifest).filter((key) => more.includes(key))).toEqual([])
    // Asked for when somebody wants to be told of the end of a send.
    expect(manifest.optional_permissions).toEqual(['notifications'])
  })
