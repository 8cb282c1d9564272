import { startServiceProcess } from '../support/serviceProcess.ts'
import { groupId, jobIs, pendingIn, signIn, signInAsDemo, startJob } from '../support/steps.ts'
import { expect, test } from '../support/world.ts'

test('service moved: nobody is signed in at the new address, and the old one hears nothing more', async ({
  extension,
  service,
}) => {
  const elsewhere = await startServiceProcess()
  try {
    const ours = await signInAsDemo(extension)
    await ours.getByLabel(/address of the group service/i).fill(elsewhere.url)
    await ours.getByRole('button', { name: 'Save' }).click()
    await expect(ours.getByText('Nobody is signed in.')).toBeVisible()
    await expect(ours.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
    service.road.log.length = 0
    // The token of the old service is no use here, and is not shown to the new one.
    expect(elsewhere.road.log.filter(({ path }) => path === '/api/me')).toEqual([])

    await signIn(extension, ours)
    await expect(ours.getByText(/^Signed in as ada/)).toBeVisible()
    const group = await groupId(ours)
    await startJob(ours, group, 20)
    await jobIs(ours, 'done')
    expect(await pendingIn(ours, group)).toBe(20)
    expect(elsewhere.road.log.some(({ path }) => path.endsWith('/invitations'))).toBe(true)
    expect(service.road.log).toEqual([])
  } finally {
    await elsewhere.stop()
  }
})
