import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What axe holds against a page: each rule with the elements that break it. Frames are left out: ours are looked at by
 * themselves, and without them axe needs no second page to put its findings together, which takes half as long again.
 * What passed is not told, and a page that has axe already is not given it anew: each of the two takes as long as the look.
 */
export const violationsOn = async (page: Page): Promise<readonly (readonly [rule: string, elements: string[]])[]> => {
  const given = await page.evaluate(() => 'axe' in window)
  const { violations } = await new AxeBuilder({ page, ...(given && { axeSource: 'void 0' }) })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(rules)
    .exclude('iframe')
    .analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}
