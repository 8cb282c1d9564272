import { MAX_EMAIL_LENGTH } from '../../contract/limits.ts'

const plain = /^[a-z\d._-]+@[a-z\d._-]+\.[a-z\d_-]{2,}$/

/**
 * Whether a text is an address as most are: `a`–`z`, digits and `._-` round one `@`, with a dot in the domain. False says nothing of
 * others.
 */
export const isPlainAddress = (text: string): boolean => text.length <= MAX_EMAIL_LENGTH && plain.test(text)
