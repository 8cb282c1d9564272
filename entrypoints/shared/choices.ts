import type { Services } from '../../components/services.ts'
import { choiceItem } from '../../lib/storage.ts'

export const choices: Services['choices'] = {
  get: async (courseKey) => (await choiceItem(courseKey).get()) ?? undefined,
  set: (courseKey, choice) => choiceItem(courseKey).set(choice),
}
