import type { Look } from '../../screens/look.ts'
import { popupStates } from '../../screens/states/popup.ts'
import { test } from '../../support/screens.ts'

/** The main screens as a panel, narrow, zoomed, and from right to left: pictures, and axe on each. */

// Each has a page of its own, and writes pictures of its own.
test.describe.configure({ mode: 'parallel' })

const main = [
  ...['invite', 'invite-labs', 'invite-odd', 'invite-rule', 'invite-labs-roles'],
  ...['late-adds', 'late-gone', 'late-removed', 'sections', 'sections-there'],
  ...['outcome', 'link', 'members', 'paste', 'paste-files', 'waiting-signed-out'],
]
const kinds: readonly (Omit<Look, 'scene' | 'name'> & { readonly kind: string })[] = [
  { kind: 'panel', query: { in: 'panel' }, viewport: { width: 440, height: 860 } },
  { kind: 'narrow', viewport: { width: 360, height: 600 } },
  { kind: 'rtl', query: { dir: 'rtl' } },
  // What a popup of 800 × 600 leaves at 200 % zoom, and a reader of WCAG's 320 px.
  { kind: 'zoomed', viewport: { width: 400, height: 300 } },
  { kind: 'smallest', viewport: { width: 320, height: 568 } },
]
for (const { kind, ...how } of kinds)
  for (const name of main) {
    const state = popupStates.find((one) => (one.name ?? one.scene) === name)
    if (!state) throw new Error(`There is no state "${name}".`)
    test(`${kind}: ${name}`, ({ look }) => look({ ...state, name: `${kind}-${name}`, again: true, ...how }))
  }
