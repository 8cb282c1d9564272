import type { Services } from '../../components/services.ts'
import { choicesItem } from '../../lib/storage.ts'

/** More courses than anybody has at a time. */
const REMEMBERED = 200

export const choices: Services['choices'] = {
  get: async (courseKey) => {
    const known = await choicesItem.get()
    return Object.hasOwn(known, courseKey) ? known[courseKey] : undefined
  },
  set: async (courseKey, choice) => {
    await choicesItem.update(({ [courseKey]: _, ...others }) =>
      Object.fromEntries([...Object.entries(others).slice(1 - REMEMBERED), [courseKey, choice]]),
    )
  },
}
