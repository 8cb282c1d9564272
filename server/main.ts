import { ConfigProblem, loadConfig } from './config.ts'
import { stdoutLog } from './log.ts'
import { start } from './start.ts'
import { StartProblem } from './startProblem.ts'

/** `node server/main.ts`: the group service, with the settings of the environment. */
try {
  const running = await start(loadConfig(process.env), stdoutLog)
  stdoutLog('listening', { url: running.url, port: running.port })
  const end = async (signal: string) => {
    stdoutLog('stopping', { signal })
    await running.stop()
    process.exit(0)
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
} catch (problem) {
  if (!(problem instanceof ConfigProblem || problem instanceof StartProblem)) throw problem
  process.stderr.write(`${problem.message}\n`)
  process.exitCode = 1
}
