import type { Database } from '../store/open.ts'

/** A transaction for each of several Groups: what fails in one stops no other, and is told at the end unless it was `expected`. */
export const eachGroup = async <G>(
  db: Database,
  groups: readonly G[],
  act: (tx: Database, group: G) => Promise<void>,
  expected: (problem: unknown) => boolean = () => false,
): Promise<void> => {
  const problems: unknown[] = []
  for (const group of groups) {
    try {
      await db.transaction().execute((tx) => act(tx, group))
    } catch (problem) {
      if (!expected(problem)) problems.push(problem)
    }
  }
  if (problems.length > 0) throw problems[0]
}
