import { execFileSync } from 'node:child_process'
import { type Program, startProgram } from '../../scripts/lib/program.ts'
import { sparing } from '../../scripts/lib/sparing.ts'
import { startService, type TestService } from '../../tests/helpers/service.ts'
import type { BenchStore } from './stores.ts'

/** The service as a process of its own, started as `npm run service` does, over a store that was filled before. */
export interface Served<T> {
  readonly url: string
  readonly filled: T
  /** Ends it and starts it again; resolves at the first answer that needed the store. Seconds. */
  restart(): Promise<number>
  /** Resident memory of the process, in megabytes. */
  memory(): number
  stop(): Promise<void>
}

/** `fill` is given the service inside this process, so that a Caller made there is one to the process too. */
export const serve = async <T>(
  store: BenchStore,
  env: Readonly<Record<string, string>>,
  fill: (service: TestService) => Promise<T>,
): Promise<Served<T>> => {
  const service = await startService({ server: store.server })
  const filled = await fill(service)
  const settings = { ...(await service.leave()), HOLD_SECONDS: '600', ...sparing(!store.server), ...env }
  let program: Program | undefined
  const restart = async () => {
    await program?.stop()
    const begun = performance.now()
    program = await startProgram('server/main.mjs', settings)
    const answer = await fetch(`${service.url}/healthz`)
    if (!answer.ok) throw new Error(`The service answered ${answer.status}.`)
    return (performance.now() - begun) / 1000
  }
  await restart()
  return {
    url: service.url,
    filled,
    restart,
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(program?.process.pid)])) / 1024,
    stop: async () => {
      await program?.stop()
      await service.stop()
    },
  }
}
