import type { CallService } from '../../lib/contract/calls.ts'
import { badgeNumber } from '../../lib/jobs/badge.ts'
import { askTab } from '../../lib/messaging/ask.ts'
import { mappingWith } from '../../lib/people/roles.ts'
import { badge } from '../../lib/platform.ts'
import { buttonWords } from '../../lib/rosters/buttonWords.ts'
import { createLateAdds, type LateAdds } from '../../lib/rosters/lateAdds.ts'
import type { Newcomers } from '../../lib/rosters/newcomers.ts'
import * as items from '../../lib/storage.ts'
import { colours } from './colours.ts'
import { spoken } from './spoken.ts'

/** What the button beside a roster says, and in which language. */
export const wordsFor = async (found: Newcomers) => ({
  ...buttonWords(await spoken(), found),
  language: (await items.lookItem.get()).language,
})

const settings = async (courseKey: string) => {
  const byDefault = await items.rolesItem.get()
  const changes = await items.courseRolesItem(courseKey).get()
  const choice = await items.choiceItem(courseKey).get()
  return {
    groupId: choice?.groupId,
    role: choice?.role ?? byDefault.student ?? 'member',
    mapping: mappingWith(byDefault, changes),
    labels: changes.labels,
  }
}

/** Late adds, counted on the toolbar's icon and beside the roster. */
export const lateAdds = (call: CallService): LateAdds =>
  createLateAdds({
    call,
    me: async () => {
      const { signedIn, me } = await items.accountItem.get()
      return signedIn ? me : null
    },
    settings,
    roster: (tabId) => askTab(tabId, 'roster.get', { read: false }),
    tabs: items.rosterTabsItem,
    show: async (tabId, count) => {
      const say = await spoken()
      const name = count > 0 ? say('iconNew', say.count('newPeople', count)) : say('extensionName')
      await badge.nameOn(tabId, name)
      await badge.showOn(tabId, badgeNumber(count), colours.progress)
    },
    tell: async (tabId, found) => {
      await askTab(tabId, 'roster.words', await wordsFor(found))
    },
  })
