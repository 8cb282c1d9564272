import { run } from './command.ts'
import { bin } from './paths.ts'
import { command, type Step, vitest } from './steps.ts'

/** The fast half: everything that needs no service, no browser and no build. */
export const fastSteps: readonly Step[] = [
  command('format', 'biome', ['format', '.']),
  command('lint', 'biome', ['lint', '--error-on-warnings', '.']),
  command('types', 'tsc', ['--noEmit', '-p', '.']),
  command('unused code (knip)', 'knip', []),
  vitest('test of the tree', ['--project', 'unit', 'tests/tree']),
  vitest('unit tests', ['--project', 'unit', '--project', 'react', '--exclude', 'tests/tree/**']),
]

/** Everything that can be repaired without a person. */
export const repair = async (): Promise<number> =>
  (await run(bin('biome'), ['check', '--write', '.'], { show: true })).code
