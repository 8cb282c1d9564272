import { clear } from './clear.ts'
import { peopleInJson } from './json.ts'
import { Scanner } from './scanner.ts'
import { Seen } from './seen.ts'

const read = (text: string, into: Seen): void => {
  const scanner = new Scanner(clear(text))
  while (scanner.next()) into.note(scanner.email, scanner.hash)
}

/** Every address in a text as written, in order, each once (letter case does not tell addresses apart). */
export const extractAddresses = (text: string): string[] => {
  // One in sixty characters is an `@` in a roster.
  const seen = new Seen(text.length / 60)
  const inJson = peopleInJson(text)
  if (inJson) for (const { addresses } of inJson) for (const address of addresses) read(address, seen)
  else read(text, seen)
  return seen.addresses
}
