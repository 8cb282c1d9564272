import { expect, type Page } from '@playwright/test'
import { inTurn, type Look } from '../../screens/look.ts'
import { groupPath, workspacePath } from '../../screens/paths.ts'
import { test } from '../../support/screens.ts'

/** Screens in Arabic, German and Chinese: pictures, and axe on each. */

// Each has a page of its own, and writes pictures of its own.
test.describe.configure({ mode: 'parallel' })

/** By its place: in another language its name is another. */
const nthTab = (index: number) => (page: Page) => page.getByRole('tab').nth(index).click()
const aRow = async (page: Page) => {
  await expect(page.getByRole('listitem').nth(2)).toBeVisible()
}
const field = async (page: Page) => {
  await expect(page.getByRole('textbox').first()).toBeVisible()
}
const spoken: readonly Look[] = [
  { scene: 'invite', steps: aRow },
  { scene: 'link-many', steps: inTurn(nthTab(1), field) },
  { scene: 'members', steps: inTurn(nthTab(2), aRow) },
  { scene: 'outcome', steps: aRow },
  { scene: 'invite-no-addresses', steps: aRow },
  ...['settings', 'link', 'invite'].map((part) => ({
    scene: 'web-owner',
    name: `web-${part}`,
    query: { in: 'web', path: `${groupPath}/${part}` },
    viewport: { width: 1180, height: 760 },
    steps: field,
  })),
  {
    scene: 'web-owner',
    name: 'web-workspace',
    query: { in: 'web', path: `${workspacePath}/settings` },
    viewport: { width: 1180, height: 760 },
    steps: field,
  },
]
for (const lang of ['ar', 'de', 'zh'])
  for (const one of spoken)
    test(`in ${lang}: ${one.name ?? one.scene}`, ({ look }) =>
      look({
        ...one,
        name: `${lang}-${one.name ?? one.scene}`,
        query: { ...one.query, lang },
        // The colours were held against the rules in English.
        again: true,
      }))
