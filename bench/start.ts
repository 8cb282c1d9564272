import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, npmStart } from '../tests/e2e/support/npmStart.ts'
import { median, type Section } from './lib/report.ts'

const RUNS = 5

export const measure = async (): Promise<Section[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-start-'))
  const env = { PORT: String(await freePort()), LMS_PORT: String(await freePort()) }
  const times: number[] = []
  try {
    for (let run = -1; run < RUNS; run++) {
      const begun = performance.now()
      const started = npmStart(folder, ['--no-browser'], env)
      await started.up()
      if (run >= 0) times.push((performance.now() - begun) / 1000)
      started.ctrlC()
      await started.ended
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return [
    {
      title: 'Start',
      how: 'From `npm start -- --no-browser` to "Rollcall is up", after a first one that built the extension and made the store.',
      figures: [
        {
          what: 'second npm start',
          measured: median(times),
          unit: 's',
          mark: { at: 'most', value: 10 },
          runs: RUNS,
        },
      ],
    },
  ]
}
