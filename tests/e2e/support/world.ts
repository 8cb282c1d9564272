import { test as base, type Page } from '@playwright/test'
import { type StandIn, type StandInOptions, startStandIn } from '../../stand-in/canvas/standIn.ts'
import { type Mailbox, startMailbox } from '../../helpers/mailbox.ts'
import { type ExtensionBrowser, launchChromium } from './chromium.ts'
import { type ServiceProcess, startServiceProcess } from './serviceProcess.ts'

/** Settings of one story; `test.use({ … })`. */
export interface WorldOptions {
  /** Classes that the stand-in LMS lists. */
  standIn: StandInOptions
  /** Environment of the service beyond the defaults of a test. */
  serviceEnv: Record<string, string>
  /** Mails go to a real SMTP server instead of the outbox page. */
  smtp: boolean
}

interface World {
  mailbox: Mailbox
  service: ServiceProcess
  lms: StandIn
  browser: ExtensionBrowser
  /** A page signed in to the LMS. */
  lmsPage: Page
}
