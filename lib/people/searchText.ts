/** Text as it is searched: without case, accents or width, so that "jose" finds "José". */
const searchable = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether every word of `wanted` occurs somewhere in `texts`. */
export const matches = (texts: readonly string[], wanted: string): boolean => {
  const words = searchable(wanted).split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const hay = searchable(texts.join('\n'))
  return words.every((word) => hay.includes(word))
}
