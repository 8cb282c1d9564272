import { expect, type Frame, type Locator, type Page } from '@playwright/test'
import type { ExtensionBrowser } from './chromium.ts'

/** The demo Workspace's instructor, whom the stories are told of, and a Group of hers. */
const instructor = 'ada.instructor@example.edu'
const demoGroup = 'Biology 101'

type Screen = Page | Frame

/** Sets the service's address as a person does, on the options page. */
export const tellServiceAddress = async (extension: ExtensionBrowser, url: string): Promise<void> => {
  const page = await extension.context.newPage()
  await page.goto(`chrome-extension://${extension.id}/options.html`)
  await page.getByLabel(/address of the group service/i).fill(url)
  await page.getByRole('button', { name: /^save/i }).click()
  await expect(page.getByRole('status').filter({ hasText: /saved/i })).toBeVisible()
  await page.close()
}

/** Presses "Sign in" on a screen of ours and goes through the window that opens, as the demo instructor. */
export const signIn = async (extension: ExtensionBrowser, screen: Screen): Promise<void> => {
  const opening = extension.context.waitForEvent('page')
  await screen.getByRole('button', { name: /^sign in/i }).click()
  const window = await opening
  // The second time the service still knows the person, and asks only for consent.
  const known = window.getByRole('button', { name: /^connect/i })
  const unknown = window.getByRole('button', { name: /continue as ada/i })
  await expect(known.or(unknown)).toBeVisible()
  if (await unknown.isVisible()) await unknown.click()
  await known.click()
}

/** Signs in on the options page and answers it, still open: a page of ours to send messages from. */
export const signInAsDemo = async (extension: ExtensionBrowser): Promise<Page> => {
  const page = await extension.context.newPage()
  await page.goto(`chrome-extension://${extension.id}/options.html`)
  await signIn(extension, page)
  await expect(page.getByText(instructor)).toBeVisible()
  return page
}

/** The button beside the roster's heading. */
export const inpageButton = (page: Page): Locator => page.locator('rollcall-inpage').getByRole('button')

/** Frames with our panel in them. It stands in a closed shadow root, where no locator of the page reaches. */
export const panelsOn = (page: Page): Frame[] => page.frames().filter((frame) => /\/panel\.html$/.test(frame.url()))

/** The panel beside the roster, once it is open. */
export const panel = (page: Page): Frame => {
  const [open] = panelsOn(page)
  if (!open) throw new Error('No panel is open on this page.')
  return open
}

/** Waits until the panel is there, and takes presses: it was whole in sight for a moment. */
export const panelOpens = async (page: Page): Promise<void> => {
  await expect.poll(() => panelsOn(page)).toHaveLength(1)
  await panel(page).locator('html[data-in-sight]').waitFor()
}

export const pickGroup = async (screen: Screen, name = demoGroup): Promise<void> => {
  await screen.getByRole('combobox', { name: 'Group' }).click()
  await screen.getByRole('option', { name }).first().click()
}

/** The one primary button, when it says a number. */
export const sendButton = (screen: Screen): Locator => screen.getByRole('button', { name: /^Invite \d/ })

/** The number of people a button names: "Invite 214 students and 3 TAs" is 217. */
export const numberOn = async (button: Locator): Promise<number> =>
  [...((await button.textContent()) ?? '').matchAll(/\d[\d,]*/g)].reduce(
    (sum, [digits]) => sum + Number(digits.replaceAll(',', '')),
    0,
  )

/** A call of the contract through the extension's background, as its screens make it. */
export const call = <T>(ours: Page, name: string, input: object = {}): Promise<T> =>
  ours.evaluate(
    async ([name, input]) => {
      const answer = await chrome.runtime.sendMessage({ rollcall: 'call', input: { name, input } })
      if (!answer.ok) throw new Error(answer.code)
      return answer.value
    },
    [name, input] as const,
  )

export const groupId = async (ours: Page, name = demoGroup): Promise<string> => {
  const { groups } = await call<{ groups: { id: string; name: string }[] }>(ours, 'groups.list')
  const group = groups.find((candidate) => candidate.name === name)
  if (!group) throw new Error(`There is no Group called ${name}.`)
  return group.id
}

/** How many people a Group has pending, by its member list. */
export const pendingIn = async (ours: Page, group: string): Promise<number> =>
  (await call<{ total: number }>(ours, 'members.list', { groupId: group, state: 'pending', limit: 1 })).total

/** Hands the background a job for many invented people, as the popup does, and answers its id. */
export const startJob = (ours: Page, group: string, count: number): Promise<string> =>
  ours.evaluate(
    async ([groupId, count]) => {
      const people = Array.from({ length: count }, (_, index) => ({
        email: `student${index}@example.edu`,
        name: `Student ${index}`,
        role: 'member',
      }))
      const order = { groupId, groupName: 'Biology 101', origin: 'roster', people }
      const answer = await chrome.runtime.sendMessage({ rollcall: 'job.start', input: order })
      if (!answer.ok) throw new Error(answer.code)
      return typeof answer.value === 'string' ? answer.value : answer.value.jobId
    },
    [group, count] as const,
  )

export interface JobHead {
  readonly id: string
  readonly state: string
  readonly sent: number
  readonly total: number
  readonly waitingFor?: string
  readonly refused?: string
  readonly counts: Record<string, number>
}

/** The jobs as they are stored. */
export const jobs = (ours: Page): Promise<JobHead[]> =>
  ours.evaluate(async () => (await chrome.storage.local.get('jobs')).jobs?.data ?? [])

/** Waits until the newest job is in a state. */
export const jobIs = async (ours: Page, state: string, timeout = 60_000): Promise<JobHead> => {
  await expect.poll(async () => (await jobs(ours)).at(-1)?.state, { timeout }).toBe(state)
  const job = (await jobs(ours)).at(-1)
  if (!job) throw new Error('There is no job.')
  return job
}
