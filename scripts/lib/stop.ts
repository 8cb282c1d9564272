/** A failure that a person can do something about: printed as its one sentence, exit code 1, no stack. */
export class Stop extends Error {
  override readonly name = 'Stop'
}

/** Runs a task; a Stop is one sentence, anything else keeps its stack. */
export const main = (task: () => Promise<void>): void => {
  task().catch((problem: unknown) => {
    console.error(problem instanceof Stop ? problem.message : problem)
    process.exit(1)
  })
}
