import { type Config, ConfigProblem, loadConfig } from './config.ts'
import { StartProblem } from './startProblem.ts'
import { type Database, openStore } from './store/open.ts'

/** Does what was asked at a console, with the settings of the environment. What the person there can put right is one sentence, and exit code 1. */
export const atConsole = async (act: (config: Config) => Promise<void>): Promise<void> => {
  try {
    await act(loadConfig(process.env))
  } catch (problem) {
    if (!(problem instanceof ConfigProblem || problem instanceof StartProblem)) throw problem
    process.stderr.write(`${problem.message}\n`)
    process.exitCode = 1
  }
}

/** Opens the store, says what became of it, and closes it. */
export const sayOfStore = async (config: Config, act: (db: Database) => Promise<string>): Promise<void> => {
  const store = await openStore(config)
  try {
    process.stdout.write(`${await act(store.db)}\n`)
  } finally {
    await store.close()
  }
}
