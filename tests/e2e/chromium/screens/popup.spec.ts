import { popupStates } from '../../screens/states/popup.ts'
import { test } from '../../support/screens.ts'

/** The popup in every state, over fake services: a picture of each in light and dark, and axe on each. */

// Each has a page of its own, and writes pictures of its own.
test.describe.configure({ mode: 'parallel' })

for (const state of popupStates) test(`popup: ${state.name ?? state.scene}`, ({ look }) => look(state))
