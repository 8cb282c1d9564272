import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
export const bin = (name: string): string =>
  join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)

/** Where the extension is built to; another folder for whoever must leave the usual builds as they are. */
const output = process.env.ROLLCALL_OUTPUT ?? join(root, '.output')
/** Builds that may reach this machine's loopback address (for `npm start` and the browser tests). */
export const localOutput = join(output, 'local')
/** Builds for the stores. */
export const storeOutput = output
export const webOutput = join(root, '.output', 'web')
export const dataFolder = process.env.ROLLCALL_DATA ?? join(root, '.data')
