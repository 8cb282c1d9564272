import { atConsole } from './console.ts'
import { stdoutLog } from './log.ts'
import { sendsByThread } from './mail/transport.ts'
import { settleHeap } from './settleHeap.ts'
import { start } from './start.ts'

/** Milliseconds after which the first requests, which may have waited for the start, are answered. */
const SETTLED = 1000

/** The service from its start to a signal that ends it. */
await atConsole(async (config) => {
  const running = await start(config, stdoutLog)
  const end = async (signal: string) => {
    stdoutLog('stopping', { signal })
    await running.stop()
    process.exit(0)
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  // Said last: whoever has read that it listens may end it, and is to find it ready for that.
  stdoutLog('listening', { url: running.url, port: running.port })
  // The one token that is printed: whoever starts the service is the one to use it.
  if (running.first) stdoutLog('openToMakeTheFirstWorkspace', running.first)
  // Whoever sends thousands of mails a second has more use for the time than for the memory.
  if (!sendsByThread(config.mailsPerSecond)) setTimeout(settleHeap, SETTLED).unref()
})
