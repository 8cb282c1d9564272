import type { Page } from '@playwright/test'
import { launchChromium } from '../tests/e2e/support/chromium.ts'
import { startServiceProcess } from '../tests/e2e/support/serviceProcess.ts'
import { signInAsDemo, tellServiceAddress } from '../tests/e2e/support/steps.ts'
import { medianOf, type Section } from './lib/report.ts'

/**
 * From Send to all acknowledged, through the built extension: its background worker stores the job, sends the chunks over HTTP
 * to a service process on the embedded store, and marks each acknowledgement. New people every run.
 */
const sendOnce = (page: Page, groupId: string, count: number, run: number): Promise<number> =>
  page.evaluate(
    async ([groupId, count, run]) => {
      const people = Array.from({ length: count }, (_, index) => ({
        email: `student${index}.run${run}.of${count}@example.edu`,
        name: `Student ${index}`,
        role: 'member',
      }))
      const started = performance.now()
      const order = { groupId, groupName: 'Bench', origin: 'roster', people }
      const answer = await chrome.runtime.sendMessage({ rollcall: 'job.start', input: order })
      if (!answer.ok) throw new Error(`The job was not taken: ${answer.code}.`)
      const id: string = typeof answer.value === 'string' ? answer.value : answer.value.jobId
      const isDone = async () => {
        const { jobs } = await chrome.storage.local.get('jobs')
        const job = jobs?.data.find((candidate: { id: string }) => candidate.id === id)
        if (job?.state === 'refused') throw new Error(`Refused: ${job.refused}.`)
        return job?.state === 'done'
      }
      await new Promise<void>((resolve, reject) => {
        const look = () => isDone().then((done) => done && resolve(), reject)
        chrome.storage.onChanged.addListener(look)
        look()
      })
      return performance.now() - started
    },
    [groupId, count, run] as const,
  )

export const measure = async (): Promise<Section[]> => {
  const service = await startServiceProcess({ HOLD_SECONDS: '600' })
  const extension = await launchChromium()
  try {
    await tellServiceAddress(extension, service.url)
    const page = await signInAsDemo(extension)
    const groupId = await page.evaluate(async () => {
      const answer = await chrome.runtime.sendMessage({ rollcall: 'call', input: { name: 'groups.list', input: {} } })
      return answer.value.groups.find((group: { role: string }) => group.role === 'owner').id as string
    })
    let run = 0
    const thousand = await medianOf(5, () => sendOnce(page, groupId, 1000, run++))
    const tenThousand = await medianOf(3, () => sendOnce(page, groupId, 10_000, run++))
    return [
      {
        title: 'Sending',
        how: 'Built extension in headless Chromium, service process on the embedded store, new people every run, chunks of 200; from the Send message to the job being done in storage.',
        figures: [
          {
            what: '1,000 people, Send to all acknowledged',
            measured: thousand / 1000,
            unit: 's',
            mark: { at: 'most', value: 3 },
            runs: 5,
          },
          {
            what: '10,000 people, Send to all acknowledged',
            measured: tenThousand / 1000,
            unit: 's',
            mark: { at: 'most', value: 15 },
            runs: 3,
          },
        ],
      },
    ]
  } finally {
    await extension.stop()
    await service.stop()
  }
}
