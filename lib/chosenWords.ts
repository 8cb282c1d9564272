import type { Look } from './look.ts'
import { words } from './platform.ts'
import { catalogueLookup, createSay, languageIn, type Say } from './words.ts'

/** The words in the browser's language, there at once. */
const browsersWords = (): Say => createSay(words.lookup, languageIn(words.lookup, words.language()))

/** The words in the language that was chosen on this computer; a catalogue that cannot be read leaves the browser's. */
export const chosenWords = async ({ language }: Look): Promise<Say> => {
  if (language === 'browser') return browsersWords()
  try {
    const lookup = catalogueLookup(await words.catalogue(language))
    return createSay(lookup, languageIn(lookup, words.language()))
  } catch {
    return browsersWords()
  }
}
