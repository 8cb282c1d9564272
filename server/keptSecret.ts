import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from './startProblem.ts'

/** The secret of this data folder: 32 random bytes made at the first start, readable by the service's user alone. */
export const keptSecret = (dataDir: string): string => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = join(dataDir, 'secret')
  if (!existsSync(file)) make(file)
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length >= 32) return secret
  throw new StartProblem(
    `The secret in ${file} is not whole. Put it back from a backup, or delete the file: then every sign-in and mailed link ends.`,
  )
}

/** Whole or not at all, whether this is killed or the disk is full: keys made from half a secret could be guessed. */
const make = (file: string) => {
  const making = `${file}.${process.pid}`
  try {
    writeFileSync(making, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true })
    // Fails when the file is there: two first starts at once agree on one secret.
    linkSync(making, file)
  } catch (problem) {
    if (!(problem instanceof Error && 'code' in problem && problem.code === 'EEXIST')) throw problem
  } finally {
    rmSync(making, { force: true })
  }
}
