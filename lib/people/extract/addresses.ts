import { clear } from './clear.ts'
import { Scanner } from './scanner.ts'

/** Every address in a text as written, in order, each once (letter case does not tell addresses apart). */
export const extractAddresses = (text: string): string[] => {
  const plain = clear(text)
  const scanner = new Scanner(plain)
  const seen = new Set<string>()
  const found: string[] = []
  while (scanner.next()) {
    const before = seen.size
    seen.add(scanner.email.toLowerCase())
    if (seen.size > before) found.push(scanner.email)
  }
  return found
}
