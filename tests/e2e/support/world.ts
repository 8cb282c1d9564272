import { test as base, type Page } from '@playwright/test'
import { type Mailbox, startMailbox } from '../../helpers/mailbox.ts'
import { type StandIn, type StandInOptions, startStandIn } from '../../stand-in/canvas/standIn.ts'
import { type ExtensionBrowser, launchChromium } from './chromium.ts'
import { type ServiceProcess, startServiceProcess } from './serviceProcess.ts'
import { tellServiceAddress } from './steps.ts'

/** Settings of one story; `test.use({ … })`. */
interface WorldOptions {
  /** The classes of the stand-in LMS. */
  classes: StandInOptions
  /** Environment of the service beyond the defaults of a test. */
  serviceEnv: Record<string, string>
  /** Mails go to a real SMTP server instead of the outbox page. */
  smtp: boolean
  colours: 'light' | 'dark'
}

interface World {
  mailbox: Mailbox
  service: ServiceProcess
  lms: StandIn
  extension: ExtensionBrowser
  /** Opens an LMS page, signed in there. */
  openClass: (path?: string) => Promise<Page>
}

/** The name of the demo Workspace's instructor, whom every story is told of. */
export const instructor = { email: 'ada.instructor@example.edu', name: 'Ada Instructor' }

export const test = base.extend<World & WorldOptions>({
  classes: [{}, { option: true }],
  serviceEnv: [{}, { option: true }],
  smtp: [false, { option: true }],
  colours: ['light', { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern
  mailbox: async ({}, use) => {
    const mailbox = await startMailbox()
    await use(mailbox)
    await mailbox.stop()
  },

  service: async ({ serviceEnv, smtp, mailbox }, use) => {
    const service = await startServiceProcess({ ...serviceEnv, ...(smtp ? { SMTP_URL: mailbox.url } : {}) })
    await use(service)
    await service.stop()
  },

  lms: async ({ classes }, use) => {
    const lms = await startStandIn(classes)
    await use(lms)
    await lms.stop()
  },

  extension: async ({ service, colours }, use) => {
    const browser = await launchChromium({ colorScheme: colours })
    await tellServiceAddress(browser, service.url)
    await use(browser)
    await browser.stop()
  },

  openClass: async ({ extension, lms }, use) => {
    await use(async (path = '/courses/4711/users') => {
      const cookie = await lms.signIn()
      const [name = '', value = ''] = cookie.split(/=(.*)/s)
      await extension.context.addCookies([{ name, value, url: lms.url, httpOnly: true, sameSite: 'Lax' }])
      const page = await extension.context.newPage()
      await page.goto(`${lms.url}${path}`)
      return page
    })
  },
})

export { expect } from '@playwright/test'
