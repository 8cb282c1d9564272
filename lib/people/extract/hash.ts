/** Differs between runs, so that nobody can prepare a text whose hashes collide. */
export const seed = (Math.random() * 0x7fffffff) | 0
const PRIME = 0x01000193

/** One more character of a hash (FNV-1a). */
export const mix = (hash: number, code: number): number => Math.imul(hash ^ code, PRIME)

/** Of the two halves' hashes, the address's. The low bits count, so the high ones are folded in. */
export const join = (local: number, domain: number): number => {
  const hash = Math.imul(local, 0x9e3779b1 | 0) ^ domain
  return hash ^ (hash >>> 15)
}

/** Hash of a domain in ASCII whose letters may be of either case. */
export const hashDomain = (text: string, start: number, end: number): number => {
  let hash = seed
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    hash = mix(hash, code >= 65 && code <= 90 ? code | 32 : code)
  }
  return hash
}

/** Hash of an address, letter case apart: the local part backwards, as it is read, then the domain. */
export const hashAddress = (address: string): number => {
  const folded = address.toLowerCase()
  const at = folded.lastIndexOf('@')
  let local = seed
  for (let i = at - 1; i >= 0; i--) local = mix(local, folded.charCodeAt(i))
  return join(local, hashDomain(folded, at + 1, folded.length))
}
