import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './command.ts'
import { bin, root } from './paths.ts'

/** What one step of a test run came to. A step that runs no tests of its own counts as one. */
export interface Result {
  readonly name: string
  readonly passed: number
  readonly failed: number
  readonly seconds: number
  /** Shown when something failed. */
  readonly output: string
  /** What it found, a line each. */
  readonly told?: readonly string[]
}

export type Step = () => Promise<Result>

const reports = join(root, 'test-results', 'reports')

/** A command that passes or fails as a whole. */
export const command =
  (name: string, program: string, args: readonly string[], env: Record<string, string | undefined> = {}): Step =>
  async () => {
    const { code, output, seconds } = await run(bin(program), args, { env })
    return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, seconds, output }
  }

/** A piece of this program that passes unless it throws. */
export const work =
  (name: string, task: () => Promise<unknown>): Step =>
  async () => {
    const started = performance.now()
    const seconds = () => (performance.now() - started) / 1000
    try {
      await task()
      return { name, passed: 1, failed: 0, seconds: seconds(), output: '' }
    } catch (problem) {
      return { name, passed: 0, failed: 1, seconds: seconds(), output: String((problem as Error).stack ?? problem) }
    }
  }

/** Counts a report file; a run that ended badly without a failed test counts as one failure. */
const counted = (
  name: string,
  { code, output, seconds }: { code: number; output: string; seconds: number },
  count: () => { passed: number; failed: number },
): Result => {
  const { passed, failed } = count()
  const untold = failed === 0 && (code !== 0 || passed === 0)
  return { name, passed, failed: untold ? 1 : failed, seconds, output }
}

const readReport = <T>(file: string): T | undefined =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numFailedTestSuites: number
}

/** One vitest project, or part of it. */
export const vitest =
  (name: string, args: readonly string[], env: Record<string, string | undefined> = {}): Step =>
  async () => {
    const file = join(reports, `${name.replaceAll(/\W+/g, '-')}.json`)
    mkdirSync(reports, { recursive: true })
    rmSync(file, { force: true })
    const ran = await run(
      bin('vitest'),
      ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      { env },
    )
    return counted(name, ran, () => {
      const report = readReport<VitestReport>(file)
      return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }
    })
  }

/** The tests of faults, which tell what they counted. */
export const faults =
  (name: string, args: readonly string[]): Step =>
  async () => {
    const file = join(reports, 'faults.txt')
    rmSync(file, { force: true })
    const result = await vitest(name, args, { FAULTS_REPORT: file })()
    return { ...result, told: existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [] }
  }

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number }
}

/** The browser tests. A test that passed only when tried again counts as failed. */
export const playwright =
  (name: string, args: readonly string[], env: Record<string, string | undefined> = {}): Step =>
  async () => {
    const file = join(reports, `${name.replaceAll(/\W+/g, '-')}.json`)
    mkdirSync(reports, { recursive: true })
    rmSync(file, { force: true })
    const ran = await run(bin('playwright'), ['test', '--config', 'tests/e2e/playwright.config.ts', ...args], {
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    })
    return counted(name, ran, () => {
      const stats = readReport<PlaywrightReport>(file)?.stats
      return { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) }
    })
  }

/** Runs steps one after the other, each told as it ends; all run, whatever fails. */
export const runSteps = async (steps: readonly Step[]): Promise<readonly Result[]> => {
  const results: Result[] = []
  for (const step of steps) {
    const result = await step()
    results.push(result)
    const mark = result.failed === 0 ? 'ok  ' : 'FAIL'
    console.log(
      `${mark} ${result.name.padEnd(34)} ${String(result.passed).padStart(5)} passed ${String(result.failed).padStart(4)} failed ${result.seconds.toFixed(1).padStart(7)} s`,
    )
    for (const line of result.told ?? []) console.log(`     ${line}`)
    if (result.failed > 0) console.log(result.output.trimEnd())
  }
  return results
}

/** The closing line, alone on its line. Returns the exit code. */
export const summarise = (results: readonly Result[]): number => {
  const sum = (pick: (result: Result) => number) => results.reduce((total, result) => total + pick(result), 0)
  const failed = sum((result) => result.failed)
  const bad = results.filter((result) => result.failed > 0).map((result) => result.name)
  console.log('')
  if (bad.length > 0) console.log(`Not passed: ${bad.join('; ')}.`)
  console.log(`${sum((result) => result.passed)} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}
