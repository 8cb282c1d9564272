import type { FileService } from '../../components/services.ts'
import { messaging, tabs } from '../../lib/platform.ts'
import { typedItem } from '../../lib/storage.ts'

/** Opens the page that reads files, with what was typed before. */
export const filesOnTheirPage: FileService = {
  here: false,
  openPage: (typed) => void typedItem.set(typed).then(() => tabs.open(messaging.address('people.html'))),
}

/** What was typed in the popup, once. */
export const takeTyped = async (): Promise<string> => {
  const typed = await typedItem.get()
  await typedItem.remove()
  return typed
}
