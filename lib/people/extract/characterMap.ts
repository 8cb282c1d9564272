/** Code units turned into a string at once; an argument list has its limits. */
const CHUNK = 8192

/** Not spread: that would go through an iterator. */
const textOf = (units: Uint16Array): string => Reflect.apply(String.fromCharCode, null, units)

/** The text with each code unit replaced by what `map` gives for it and its index; -1 leaves it out. */
export const mapCodes = (text: string, map: (code: number, index: number) => number): string => {
  const units = new Uint16Array(CHUNK)
  let filled = 0
  let mapped = ''
  for (let i = 0; i < text.length; i++) {
    const code = map(text.charCodeAt(i), i)
    if (code === -1) continue
    units[filled++] = code
    if (filled < CHUNK) continue
    mapped += textOf(units)
    filled = 0
  }
  return mapped + textOf(units.subarray(0, filled))
}
