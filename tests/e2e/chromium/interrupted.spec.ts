import { groupId, jobIs, jobs, pendingIn, signInAsDemo, startJob } from '../support/steps.ts'
import { expect, test } from '../support/world.ts'

/** Whatever dies in the middle of a send: everybody ends with one invitation and one mail. */

test.use({ smtp: true })
test.setTimeout(180_000)

const isSend = (path: string) => path.endsWith('/invitations')

test('worker dies twice during 2,000 people', async ({ extension, service, mailbox }) => {
  const ours = await signInAsDemo(extension)
  const group = await groupId(ours)
  let answered = 0
  service.road.onAnswer = async ({ path }) => {
    if (!isSend(path)) return true
    answered++
    // The service has taken the chunk; the worker dies before it hears so.
    if (answered === 2 || answered === 4) await extension.killWorker()
    return true
  }
  await startJob(ours, group, 2000)
  await expect.poll(() => answered, { timeout: 60_000 }).toBeGreaterThanOrEqual(2)
  // Any message wakes it, as opening the popup does; the alarm would too.
  await expect
    .poll(
      async () => {
        await ours.evaluate(() =>
          chrome.runtime.sendMessage({ rollcall: 'account', input: { act: 'get' } }).catch(() => null),
        )
        return (await jobs(ours)).at(-1)?.state
      },
      { timeout: 120_000, intervals: [1000] },
    )
    .toBe('done')
  expect(answered).toBeGreaterThan(5)
  const [job] = await jobs(ours)
  expect(job).toMatchObject({ sent: 2000, counts: { invited: 2000 } })
  expect(await pendingIn(ours, group)).toBe(2000)
  await expect.poll(() => mailbox.mails.length, { timeout: 60_000 }).toBe(2000)
  expect(new Set(mailbox.mails.map(({ to }) => to)).size).toBe(2000)
})

test('the service is killed with SIGKILL in the middle of 1,000 people, and comes back', async ({
  extension,
  service,
  mailbox,
}) => {
  const ours = await signInAsDemo(extension)
  const group = await groupId(ours)
  let answered = 0
  let killed: Promise<void> | undefined
  service.road.onAnswer = ({ path }) => {
    if (!isSend(path)) return true
    answered++
    if (answered !== 3) return true
    // It has committed this chunk; the answer is lost with it.
    killed = service.kill()
    return false
  }
  await startJob(ours, group, 1000)
  const waiting = await jobIs(ours, 'waiting')
  expect(waiting.waitingFor).toBe('unreachable')
  expect(waiting.sent).toBe(400)
  await killed
  await service.start()
  await jobIs(ours, 'done', 120_000)
  expect((await jobs(ours)).at(-1)).toMatchObject({ sent: 1000, counts: { invited: 1000 } })
  expect(await pendingIn(ours, group)).toBe(1000)
  // A kill between the mail server's "250 OK" and our commit can send the mail on its way again: at most the one in flight.
  await expect.poll(() => new Set(mailbox.mails.map(({ to }) => to)).size, { timeout: 60_000 }).toBe(1000)
  expect(mailbox.mails.length).toBeLessThanOrEqual(1002)
})
