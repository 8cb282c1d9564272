import { extensionFolder } from '../scripts/lib/builds.ts'
import { launchChromium } from '../tests/e2e/support/chromium.ts'
import { startServiceProcess } from '../tests/e2e/support/serviceProcess.ts'
import { signInAsDemo, tellServiceAddress } from '../tests/e2e/support/steps.ts'
import { startStandIn } from '../tests/stand-in/canvas/standIn.ts'
import { medianOf, type Section } from './lib/report.ts'
import { gzipped, pageFiles } from './lib/size.ts'

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
    const open = async () => {
      const clicked = Date.now()
      const popup = await extension.openPopup(page)
      // The popup marks the moment at which the Group list can be used.
      const usable = await popup.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const seen = () => performance.getEntriesByName('groups-usable')[0]?.startTime
            const look = () => {
              const at = seen()
              if (at === undefined) requestAnimationFrame(look)
              else resolve(performance.timeOrigin + at)
            }
            look()
          }),
      )
      await popup.close()
      return usable - clicked
    }
    const warm = await medianOf(9, open)
    const files = pageFiles(extensionFolder('chrome', false), 'popup.html')
    return [
      {
        title: 'Popup',
        how: 'A real click on the toolbar icon over a roster page in headless Chromium, after one that does not count; usable means the Group list is drawn from cached data and can be picked from. Size: the page with every script and style it can load.',
        figures: [
          {
            what: 'toolbar click to usable Group list, warm',
            measured: warm,
            unit: 'ms',
            mark: { at: 'most', value: 150 },
            runs: 9,
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
