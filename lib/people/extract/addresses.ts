import { clear, clearWhole, mend } from './clear.ts'
import { peopleInJson } from './json.ts'
import { Scanner } from './scanner.ts'
import { Seen } from './seen.ts'

/** Notes the addresses in a text that is clear; false when some may be in pieces. */
const read = (text: string, into: Seen): boolean => {
  const scanner = new Scanner(text)
  scanner.isWhole = true
  into.reading(text)
  while (scanner.next()) into.note(scanner.start, scanner.end, scanner.written, scanner.hash)
  return scanner.isWhole
}

// One in sixty characters is an `@` in a roster.
const seenFor = (text: string) => new Seen(text.length / 60)

/** Every address in a text as written, in order, each once (letter case does not tell addresses apart). */
export const extractAddresses = (text: string): string[] => {
  const inJson = peopleInJson(text)
  if (inJson) {
    const seen = seenFor(text)
    for (const { addresses } of inJson) for (const address of addresses) read(clearWhole(address), seen)
    return seen.addresses()
  }
  const { text: plain, hasLooseEnds } = clear(text)
  const seen = seenFor(plain)
  // Nearly always whole, which is known only when all has been read.
  if (read(plain, seen) && !hasLooseEnds) return seen.addresses()
  const whole = mend(plain)
  if (whole === plain) return seen.addresses()
  const again = seenFor(whole)
  read(whole, again)
  return again.addresses()
}
