/**
 * Whether a text is what most are: words of Latin letters on one line, with one space between. Gone through by characters, because an
 * expression has first to be compiled, which takes as long as the reading of a short list.
 */
export const isPlainLine = (text: string): boolean => {
  let before = 32
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const isSpace = code === 32
    if (isSpace ? before === 32 : code < 33 || (code > 126 && code < 0xc0) || code > 0x24f) return false
    before = code
  }
  return before !== 32
}
