import { createHash } from 'node:crypto'

/** For random values of 128 bits and more, which is all that stands between a leaked table and a live session. */
export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()
