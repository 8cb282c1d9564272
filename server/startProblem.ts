/** A reason not to start that the person at the console can act on: one sentence, then exit code 1. */
export class StartProblem extends Error {
  override name = 'StartProblem'
}
