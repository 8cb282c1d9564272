import { startStandIn } from './canvas/standIn.ts'

/** `PORT=4711 LATENCY_MS=0 node tests/stand-in/main.ts`: the stand-in Canvas with its demo courses. */
const port = Number(process.env.PORT ?? 4711)

try {
  const standIn = await startStandIn({ port, latencyMs: Number(process.env.LATENCY_MS ?? 0) })
  console.log(JSON.stringify({ msg: 'listening', url: standIn.url, port: Number(new URL(standIn.url).port) }))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void standIn.stop())
} catch (problem) {
  const taken = problem instanceof Error && 'code' in problem && problem.code === 'EADDRINUSE'
  console.error(taken ? `Port ${port} is in use; set LMS_PORT to another for the stand-in LMS.` : problem)
  process.exitCode = 1
}
