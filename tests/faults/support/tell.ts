import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/** One line for a scenario, in the words and figures that `npm test` prints at its end. */
export const tell = (scenario: string, figures: string): void => {
  const line = `${scenario}: ${figures}`
  console.log(line)
  const file = process.env.FAULTS_REPORT
  if (!file) return
  mkdirSync(dirname(file), { recursive: true })
  appendFileSync(file, `${line}\n`)
}
