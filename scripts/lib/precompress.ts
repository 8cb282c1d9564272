import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

const ways = [
  ['.br', promisify(brotliCompress)],
  ['.gz', promisify(gzip)],
] as const

/** Puts a compressed copy beside each script and style, for the service to hand out: squeezed once, and as tight as can be. */
export const precompress = async (folder: string): Promise<void> => {
  for (const name of readdirSync(folder).filter((name) => /\.(js|css)$/.test(name))) {
    const file = join(folder, name)
    const whole = readFileSync(file)
    for (const [ending, squeeze] of ways) writeFileSync(file + ending, await squeeze(whole))
  }
}
