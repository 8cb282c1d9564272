import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSmtp, readFailure } from '../../../server/mail/transport.ts'
import { type Mailbox, startMailbox } from '../../helpers/mailbox.ts'

/** A mail server that cannot encrypt. */
let mailbox: Mailbox
beforeAll(async () => {
  mailbox = await startMailbox()
})
afterAll(() => mailbox.stop())

const send = async (requireTls: boolean) => {
  const transport = createSmtp(mailbox.url, { from: 'groups@school.example', returnPath: undefined, requireTls })
  const mail = {
    to: 'sam@example.edu',
    replyTo: undefined,
    subject: 'S',
    text: 'T',
    html: '<p>T',
    unsubscribe: undefined,
  }
  try {
    return await transport.send(randomUUID(), mail).then(
      () => 'sent',
      (problem: unknown) => readFailure(problem),
    )
  } finally {
    transport.close()
  }
}

it('is told nothing where mails are to be encrypted, and is asked again later', async () => {
  expect(await send(true)).toMatchObject({ refused: false })
  expect(mailbox.mails).toEqual([])
})

it('is given mails where it may be', async () => {
  expect(await send(false)).toBe('sent')
  expect(mailbox.mails).toHaveLength(1)
})
