import { prepareTypes } from './lib/builds.ts'
import { fastSteps } from './lib/checks.ts'
import { runSteps, summarise } from './lib/steps.ts'
import { main } from './lib/stop.ts'

/** `npm run check`: format, lint, types, unused code, the tree, unit tests. */
main(async () => {
  await prepareTypes()
  process.exit(summarise(await runSteps(fastSteps)))
})
