import type { Road } from '../support/faultyProxy.ts'
import { groupId, jobIs, jobs, pendingIn, signIn, signInAsDemo, startJob } from '../support/steps.ts'
import { expect, test } from '../support/world.ts'

/** The service is down, slow, answers 500 or something else: the job waits, says so, goes on; nothing is lost or doubled. */

test.use({ smtp: true })
test.setTimeout(180_000)

const troubles: readonly { road: Road; waitingFor: string; says: RegExp }[] = [
  { road: 'down', waitingFor: 'unreachable', says: /does not answer/ },
  { road: 'slow', waitingFor: 'slow', says: /very long to answer/ },
  { road: 'broken', waitingFor: 'busy', says: /busy|could not do this/ },
  { road: 'html', waitingFor: 'notTheService', says: /Something else answered/ },
]

for (const { road, waitingFor, says } of troubles)
  test(`the road to the service is ${road}`, async ({ extension, service, mailbox, openClass }) => {
    const ours = await signInAsDemo(extension)
    const group = await groupId(ours)
    service.road.set(road)
    await startJob(ours, group, 300)
    const waiting = await jobIs(ours, 'waiting', 60_000)
    expect(waiting.waitingFor).toBe(waitingFor)
    const page = await openClass('/')
    const popup = await extension.openPopup(page)
    await expect(popup.getByText(says).first()).toBeVisible()
    await popup.close()

    service.road.set('open')
    await jobIs(ours, 'done', 120_000)
    expect(await pendingIn(ours, group)).toBe(300)
    await expect.poll(() => mailbox.mails.length, { timeout: 30_000 }).toBe(300)
  })

test.describe('the sign-in is revoked', () => {
  test.use({ postgres: true })

  test('the job waits for "Sign in again", then goes on', async ({ extension, sql, openClass }) => {
    const ours = await signInAsDemo(extension)
    const group = await groupId(ours)
    await sql('delete from oauth')
    await startJob(ours, group, 250)
    const waiting = await jobIs(ours, 'waiting')
    expect(waiting.waitingFor).toBe('signedOut')
    expect(waiting.sent).toBe(0)

    const page = await openClass('/')
    const popup = await extension.openPopup(page)
    await signIn(extension, popup)
    await jobIs(ours, 'done', 60_000)
    expect((await jobs(ours)).at(-1)?.sent).toBe(250)
    expect(await pendingIn(ours, group)).toBe(250)
  })
})
