/** One line of JSON per event. Never addresses, names, tokens or query strings. */
export type Log = (msg: string, fields?: Readonly<Record<string, string | number | boolean | undefined>>) => void

export const stdoutLog: Log = (msg, fields) => {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), msg, ...fields })}\n`)
}

/** What may be said of an unexpected failure. Texts that come with a code (database, mail) can repeat addresses: left out. */
export const describeFailure = (problem: unknown) => {
  if (!(problem instanceof Error)) return { failure: typeof problem }
  const code = 'code' in problem && typeof problem.code === 'string' ? problem.code : undefined
  const constraint = 'constraint' in problem && typeof problem.constraint === 'string' ? problem.constraint : undefined
  const at = problem.stack
    ?.split('\n')
    .filter((line) => line.includes('/server/'))
    .slice(0, 3)
  return {
    failure: problem.name,
    what: code ? undefined : problem.message,
    code,
    constraint,
    at: at?.map((line) => line.trim()).join(' '),
  }
}
