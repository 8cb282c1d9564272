const hasOnly = /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}ー々]+$/u
const kana = /[\p{sc=Hiragana}\p{sc=Katakana}]/u

/**
 * The two halves of a Chinese, Korean or Japanese name, family name first as it is said there: 王小明, 山田 太郎; undefined for
 * others.
 */
export const eastAsianName = (family: string, given: string): string | undefined => {
  if (!hasOnly.test(family) || !hasOnly.test(given)) return undefined
  return family.length === 1 && !kana.test(given) ? family + given : `${family} ${given}`
}
