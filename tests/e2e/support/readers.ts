import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..', '..', '..')

/** The readers as one script for a page. */
export const bundleReaders = async (): Promise<string> => {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'esnext',
      lib: { entry: join(root, 'tests/lib/lms/support/inBrowser.ts'), formats: ['iife'], name: 'readers' },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('The readers were not bundled.')
  return output.output[0].code
}
