import type { RolesService, Services } from '../../components/services.ts'
import { choiceItem, courseRolesItem, rolesItem } from '../../lib/storage.ts'

/** Where nothing was chosen yet, students join as the options say. */
export const choices: Services['choices'] = {
  get: async (courseKey) =>
    (await choiceItem(courseKey).get()) ?? { role: (await rolesItem.get()).student ?? 'member' },
  set: (courseKey, choice) => choiceItem(courseKey).set(choice),
}

export const roles: RolesService = {
  get: async (courseKey) => ({ byDefault: await rolesItem.get(), changes: await courseRolesItem(courseKey).get() }),
  set: (courseKey, changes) => courseRolesItem(courseKey).set(changes),
}
