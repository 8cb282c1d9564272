import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..', '..', '..')

/** Readers as one script for a page, made as small as the extension's own: by default those that the fixtures are read with. */
export const bundleReaders = async (entry = 'tests/lib/lms/support/inBrowser.ts'): Promise<string> => {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'esnext',
      lib: { entry: join(root, entry), formats: ['iife'], name: 'readers' },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('The readers were not bundled.')
  return output.output[0].code
}
