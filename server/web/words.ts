import { catalogueLookup, createSay, languageIn, type Say } from '../../lib/words.ts'

type Catalogue = Readonly<Record<string, { message: string }>>

/** One file for each language, loaded when it is the reader's. */
const catalogues = import.meta.glob<Catalogue>('../../public/_locales/*/messages.json', { import: 'default' })

const codeOf = (path: string) => path.split('/').at(-2)?.replace('_', '-').toLowerCase() ?? ''

const load = async (code: string): Promise<Catalogue | undefined> => {
  const found = Object.entries(catalogues).find(([path]) => codeOf(path) === code)
  return await found?.[1]()
}

/** The first of the reader's languages that there are words in: as it is, then without its region; else English. */
export const readersWords = async (languages: readonly string[]): Promise<Say> => {
  for (const language of [...languages, 'en']) {
    const [plain = ''] = language.toLowerCase().split('-')
    for (const code of [language.toLowerCase(), plain, ...(plain === 'zh' ? ['zh-cn'] : [])]) {
      const catalogue = await load(code)
      if (!catalogue) continue
      const lookup = catalogueLookup(catalogue)
      return createSay(lookup, languageIn(lookup, language))
    }
  }
  throw new Error('There are no words, not even in English.')
}
