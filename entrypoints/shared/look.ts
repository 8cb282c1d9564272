import type { Live } from '../../components/services.ts'
import { chosenWords } from '../../lib/chosenWords.ts'
import type { Theme } from '../../lib/look.ts'
import { lookItem } from '../../lib/storage.ts'
import type { Say } from '../../lib/words.ts'
import { liveStored } from './live.ts'

const show = (theme: Theme) => {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset.theme
  else dataset.theme = theme
}

/** Gives this page the colours that were chosen, and answers the words; both follow what is chosen while it is open. */
export const ownLook = (): Promise<Live<Say>> =>
  liveStored(async () => {
    const look = await lookItem.get()
    show(look.theme)
    return chosenWords(look)
  }, lookItem.watch)
