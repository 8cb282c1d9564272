import { afterEach, expect, it, vi } from 'vitest'
import { startMailbox } from '../helpers/mailbox.ts'
import { startService, type TestService } from '../helpers/service.ts'

let service: TestService | undefined
let mailbox: Awaited<ReturnType<typeof startMailbox>> | undefined
afterEach(async () => {
  await service?.stop()
  await mailbox?.stop()
})

const embedded = !process.env.TEST_DATABASE_URL

it('a mail that a killed worker had taken leaves at the next start, where the store is ours alone', async () => {
  mailbox = await startMailbox()
  service = await startService({ env: { SMTP_URL: mailbox.url, HOLD_SECONDS: '3600' } })
  const ada = await service.person()
  const workspace = await service.workspace(ada)
  const group = await service.group(workspace, ada)
  await ada.call('invitations.send', {
    groupId: group.id,
    key: crypto.randomUUID(),
    batch: crypto.randomUUID(),
    origin: 'manual',
    people: [
      { email: 'taken@example.edu', role: 'member' },
      { email: 'held@example.edu', role: 'member' },
    ],
  })
  const lease = new Date(Date.now() + 120_000)
  await service.db
    .updateTable('outbox')
    .set({ attempts: 1, claimed: true, due_at: lease })
    .where('email', '=', 'taken@example.edu')
    .execute()
  await service.restart()
  if (embedded) await vi.waitFor(() => expect(mailbox?.mails.map(({ to }) => to)).toEqual(['taken@example.edu']))
  const { due_at } = await service.db
    .selectFrom('outbox')
    .select('due_at')
    .where('email', '=', 'taken@example.edu')
    .executeTakeFirstOrThrow()
  // With other instances about, the lease stands.
  if (!embedded) expect(due_at).toEqual(lease)
})
