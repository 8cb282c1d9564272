/** Classes of the characters that nearly every name in Latin letters is made of. */
const SMALL = 1
export const CAPITAL = 2
/** Apostrophe and hyphen. */
const JOINT = 3

const classes = new Uint8Array(0x250)
for (let code = 0; code < classes.length; code++) {
  const lower = code | 32
  if ((code >= 65 && code <= 90) || (code >= 0xc0 && code < 0xdf && code !== 0xd7)) classes[code] = CAPITAL
  else if ((lower >= 97 && lower <= 122) || (code >= 0xdf && code !== 0xf7)) classes[code] = SMALL
}
classes[39] = JOINT
classes[45] = JOINT

/** The class of a character; 0 of any other. */
export const latinClass = (code: number): number => (code < 0x250 ? (classes[code] ?? 0) : 0)

/** Is the text between two indexes Latin letters, and single spaces inside? */
export const isWords = (text: string, from: number, end: number): boolean => {
  let previous = 32
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i)
    const kind = latinClass(code)
    if ((kind === 0 || kind === JOINT) && !(code === 32 && previous !== 32)) return false
    previous = code
  }
  return previous !== 32 && end - from < 100
}
