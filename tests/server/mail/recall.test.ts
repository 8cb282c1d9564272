import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { secondsToWait } from '../../../server/mail/outboxWorker.ts'
import { recallMails } from '../../../server/store/outbox.ts'
import { startService, type TestService } from '../../helpers/service.ts'

/** Mails that were queued by a clock that has been put back since. No mail server, so none leaves. */
let rollcall: TestService
beforeAll(async () => {
  rollcall = await startService()
})
afterAll(() => rollcall.stop())
beforeEach(() => rollcall.db.deleteFrom('outbox').execute())

const minute = 60
const hour = 60 * minute

/** Whether a mail after so many tries, due in so many seconds, is due now. */
const isRecalled = async (attempts: number, seconds: number): Promise<boolean> => {
  const due_at = sql<Date>`now() + make_interval(secs => ${seconds}::integer)`
  const { id } = await rollcall.db
    .insertInto('outbox')
    .values({ kind: 'signIn', email: 'sam@example.edu', attempts, due_at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recallMails(rollcall.db)
  const { due } = await rollcall.db
    .selectFrom('outbox')
    .select(sql<boolean>`due_at <= now()`.as('due'))
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return due
}

it('a mail that is held for as long as can be is left', async () => {
  expect(await isRecalled(0, hour)).toBe(false)
})

it('one that was never tried waits for no clock that was two hours ahead', async () => {
  expect(await isRecalled(0, 2 * hour)).toBe(true)
})

it.each([1, 3, 6, 9, 10, 12, 300])('after %i tries, it is left for as long as tries may be apart', async (attempts) => {
  const apart = secondsToWait(attempts, true)
  expect(await isRecalled(attempts, apart)).toBe(false)
  expect(await isRecalled(attempts, apart + 2 * hour)).toBe(true)
})
