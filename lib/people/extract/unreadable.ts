import { clear } from './clear.ts'
import { Scanner } from './scanner.ts'

/** More would not be read by anybody. */
const MOST = 500
const edge = /[\s<>()[\]{}"',;|]/

/** Tokens of a text that were meant as an address and are none, as written, each once. */
export const unreadableAddresses = (text: string): string[] => {
  const plain = clear(text)
  const tokens = new Set<string>()
  const note = (from: number, to: number) => {
    if (tokens.size >= MOST) return
    let start = from
    let end = to
    while (start > 0 && from - start < 254 && !edge.test(plain.charAt(start - 1))) start--
    while (end < plain.length && end - to < 254 && !edge.test(plain.charAt(end))) end++
    const token = plain.slice(start, end).replace(/[.:!?]+$/, '')
    // Handles, versions and pictures were never meant as one.
    if (!/^@|@[\d.x-]+(?:[.-]\w+)?$|^[^@]*\.[a-z]+@\d|\.(?:png|jpe?g|gif|svg|webp)$/i.test(token)) tokens.add(token)
  }
  const scanner = new Scanner(plain, note)
  while (scanner.next());
  return [...tokens]
}
