import { clear } from './clear.ts'
import { Scanner } from './scanner.ts'
import { Seen } from './seen.ts'

/** Every address in a text as written, in order, each once (letter case does not tell addresses apart). */
export const extractAddresses = (text: string): string[] => {
  const plain = clear(text)
  const scanner = new Scanner(plain)
  // One in sixty characters is an `@` in a roster.
  const seen = new Seen(plain.length / 60)
  while (scanner.next()) seen.note(scanner.email, scanner.hash)
  return seen.addresses
}
