import { extensionFolder } from '../scripts/lib/builds.ts'
import { launchChromium } from '../tests/e2e/support/chromium.ts'
import { startServiceProcess } from '../tests/e2e/support/serviceProcess.ts'
import { signInAsDemo, tellServiceAddress } from '../tests/e2e/support/steps.ts'
import { startStandIn } from '../tests/stand-in/canvas/standIn.ts'
import { median, type Section } from './lib/report.ts'
import { gzipped, pageFiles } from './lib/size.ts'

const RUNS = 9

export const measure = async (): Promise<Section[]> => {
  const service = await startServiceProcess()
  const lms = await startStandIn()
  const extension = await launchChromium()
  try {
    await tellServiceAddress(extension, service.url)
    await signInAsDemo(extension)
    const [name = '', value = ''] = (await lms.signIn()).split(/=(.*)/s)
    await extension.context.addCookies([{ name, value, url: lms.url, httpOnly: true, sameSite: 'Lax' }])
    const page = await extension.context.newPage()
    await page.goto(`${lms.url}/courses/4711/users`)
    /** Milliseconds from the click, and from the popup's own page starting to load. */
    const open = async () => {
      let clicked = 0
      const popup = await extension.openPopup(page, () => {
        clicked = Date.now()
      })
      // The popup marks the moment at which the Group list can be used.
      const { started, usable } = await popup.evaluate(
        () =>
          new Promise<{ started: number; usable: number }>((resolve) => {
            const look = () => {
              const mark = performance.getEntriesByName('groups-usable')[0]
              if (!mark) requestAnimationFrame(look)
              else resolve({ started: performance.timeOrigin, usable: performance.timeOrigin + mark.startTime })
            }
            look()
          }),
      )
      await popup.close()
      return { click: usable - clicked, page: usable - started }
    }
    await open()
    const times: { click: number; page: number }[] = []
    for (let run = 0; run < RUNS; run++) times.push(await open())
    const files = pageFiles(extensionFolder('chrome', false), 'popup.html')
    return [
      {
        title: 'Popup',
        how: 'A real click on the toolbar icon over a roster page in headless Chromium, after one that does not count; usable means the Group list is drawn from cached data and can be picked from. Size: the page with every script and style it can load.',
        figures: [
          {
            what: 'toolbar click to usable Group list, warm',
            measured: median(times.map(({ click }) => click)),
            unit: 'ms',
            mark: { at: 'most', value: 150 },
            runs: RUNS,
          },
          {
            what: 'of which the page itself, from its start to usable',
            measured: median(times.map(({ page }) => page)),
            unit: 'ms',
            runs: RUNS,
          },
          {
            what: 'popup in all, gzip',
            measured: gzipped(files) / 1000,
            unit: 'kB',
            mark: { at: 'most', value: 110 },
            runs: 1,
          },
        ],
      },
    ]
  } finally {
    await extension.stop()
    await lms.stop()
    await service.stop()
  }
}
