import { startPostgres } from '../tests/helpers/postgres.ts'
import { buildExtension, buildWebApp, extensionFolder, prepareTypes } from './lib/builds.ts'
import { fastSteps } from './lib/checks.ts'
import { command, faults, playwright, runSteps, summarise, vitest, work } from './lib/steps.ts'
import { main } from './lib/stop.ts'
import { ensureSystemPackages } from './lib/systemPackages.ts'

/** `npm test`: everything. What is missing is installed or named first; nothing is skipped. */
main(async () => {
  await ensureSystemPackages()
  await prepareTypes()
  const postgres = await startPostgres()
  try {
    const results = await runSteps([
      ...fastSteps,
      work('build the web app', buildWebApp),
      vitest('service on the embedded store', ['--project', 'service']),
      vitest('service on PostgreSQL', ['--project', 'service'], { TEST_DATABASE_URL: postgres.url }),
      faults('faults, on both stores', ['--project', 'faults']),
      work('build for Chrome', () => buildExtension('chrome', { local: false })),
      work('build for Firefox', () => buildExtension('firefox', { local: false })),
      command('web-ext lint', 'web-ext', [
        'lint',
        '--source-dir',
        extensionFolder('firefox', false),
        '--warnings-as-errors=false',
      ]),
      work('builds for the browser tests', async () => {
        await buildExtension('chrome', { local: true })
        await buildExtension('firefox', { local: true })
      }),
      playwright('browser tests, Chromium', ['--project', 'chromium']),
      playwright('browser tests, Firefox', ['--project', 'firefox']),
    ])
    process.exitCode = summarise(results)
  } finally {
    await postgres.stop()
  }
})
