import { parseArgs } from 'node:util'
import { startStandIn } from './canvas/standIn.ts'

/** `node tests/stand-in/main.ts [--port 4720] [--latency 0]`: the stand-in Canvas with its demo courses. */
const { values } = parseArgs({
  options: { port: { type: 'string', default: '4720' }, latency: { type: 'string', default: '0' } },
})

try {
  const standIn = await startStandIn({ port: Number(values.port), latencyMs: Number(values.latency) })
  console.log(`A stand-in for Canvas is at ${standIn.url}/courses/4711/users (sign in as "instructor", any password).`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void standIn.stop())
} catch (problem) {
  const taken = problem instanceof Error && 'code' in problem && problem.code === 'EADDRINUSE'
  console.error(taken ? `Port ${values.port} is in use; choose another with --port.` : problem)
  process.exitCode = 1
}
