import type { Say } from '../lib/words.ts'

/** Tells the browser which language a page is in and which way it runs: before anything is drawn. */
export const speak = ({ language, dir }: Say): void => {
  document.documentElement.lang = language
  document.documentElement.dir = dir
}
