/** Milliseconds after which a letter begins another word. */
const PAUSE = 600

/**
 * Letters typed one after another find the next name that begins with them; one letter again and again goes through
 * all that begin with it. Undefined: the key is no letter, or nothing begins so.
 */
export const createTypeAhead = () => {
  let typed = ''
  let last = Number.NEGATIVE_INFINITY
  return (key: string, time: number, names: readonly string[], from: number): number | undefined => {
    if ([...key].length !== 1 || key === ' ') return undefined
    const letter = key.toLocaleLowerCase()
    typed = time - last > PAUSE ? letter : typed + letter
    last = time
    const again = typed.length > 1 && [...typed].every((one) => one === letter)
    const wanted = again ? letter : typed
    const first = wanted.length === 1 ? from + 1 : from
    for (let step = 0; step < names.length; step += 1) {
      const index = (first + step) % names.length
      if (names[index]?.toLocaleLowerCase().startsWith(wanted)) return index
    }
    return undefined
  }
}
