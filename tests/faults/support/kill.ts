import { once } from 'node:events'
import type { Program } from '../../../scripts/lib/program.ts'

/** SIGKILL: no handler runs, nothing is finished. Resolves when the process is gone. */
export const kill = async ({ process }: Pick<Program, 'process'>): Promise<void> => {
  if (process.exitCode !== null || process.signalCode !== null) return
  const gone = once(process, 'exit')
  process.kill('SIGKILL')
  await gone
}
