import { clearWhole } from './clear.ts'
import { Scanner } from './scanner.ts'

/** More would not be read by anybody. */
const MOST = 500
const edges = ' \t\r\n\u00a0<>()[]{}"\',;|'

/** Tokens of a text that were meant as an address and are none, as written, each once. */
export const unreadableAddresses = (text: string): string[] => {
  const plain = clearWhole(text)
  const tokens = new Set<string>()
  let told = 0
  const note = (from: number, to: number) => {
    // One token is told once, however many of its `@` are refused.
    if (tokens.size >= MOST || from < told) return
    let start = from
    let end = to
    while (start > 0 && from - start < 254 && !edges.includes(plain.charAt(start - 1))) start--
    while (end < plain.length && end - to < 254 && !edges.includes(plain.charAt(end))) end++
    told = end
    const token = plain.slice(start, end).replace(/[.:!?]+$/, '')
    // Handles, versions and pictures were never meant as one.
    if (!/^@|@[\d.x-]+(?:[.-]\w+)?$|^[^@]*\.[a-z]+@\d|\.(?:png|jpe?g|gif|svg|webp)$/i.test(token)) tokens.add(token)
  }
  const scanner = new Scanner(plain, note)
  while (scanner.next());
  return [...tokens]
}
