import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Mailbox, startMailbox } from '../helpers/mailbox.ts'
import { newSend } from '../helpers/newSend.ts'
import { refusal, startService, type TestService } from '../helpers/service.ts'

let rollcall: TestService | undefined
let mailbox: Mailbox | undefined
afterEach(async () => {
  await rollcall?.stop()
  await mailbox?.stop()
  mailbox = undefined
})

const look = async ({ service }: TestService, headers: Record<string, string> = {}) =>
  await new Promise<{ status: number; text: string }>((resolve, reject) => {
    const asked = request(`http://127.0.0.1:${service.config.port}/metrics`, { headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    asked.on('error', reject).end()
  })

describe('metrics', () => {
  it('count requests by call and status, mails by outcome and what waits, and name nobody', async () => {
    mailbox = await startMailbox()
    rollcall = await startService({ env: { SMTP_URL: mailbox.url } })
    const ada = await rollcall.person('ada@example.edu', 'Ada Instructor')
    const group = await rollcall.group(await rollcall.workspace(ada), ada)
    const people = [{ email: 'sam@example.edu', role: 'member' as const }]
    await ada.call('invitations.send', newSend(group, people))
    await ada.call('groups.get', { groupId: group.id })
    expect(await refusal(ada.call('groups.get', { groupId: randomUUID() }))).toBe('notFound')
    const { service } = rollcall
    await vi.waitFor(() => expect(service.metrics.text()).toContain('kind="invitation",outcome="sent"} 1'))

    const { status, text } = await look(rollcall)
    expect(status).toBe(200)
    const lines = text.split('\n')
    for (const line of [
      'rollcall_requests_total{call="invitations.send",status="200"} 1',
      'rollcall_requests_total{call="groups.get",status="200"} 1',
      'rollcall_requests_total{call="groups.get",status="404"} 1',
      'rollcall_outbox{state="due"} 0',
      'rollcall_outbox{state="later"} 0',
    ])
      expect(lines).toContain(line)
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m)
    expect(text).toMatch(/^(\w+(\{(\w+="[^"\n]*",?)+\})? [\d.e+-]+\n)+$/)
    expect(text).not.toMatch(/@|Ada|[0-9a-f]{8}-/)
  })

  it('are for this computer, and not for what a proxy on it passes on', async () => {
    rollcall = await startService()
    expect((await look(rollcall)).status).toBe(200)
    expect((await look(rollcall, { 'x-forwarded-for': '203.0.113.9' })).status).toBe(404)
    expect((await look(rollcall, { forwarded: 'for=203.0.113.9' })).status).toBe(404)
    expect((await look(rollcall, { host: 'groups.example.edu' })).status).toBe(404)
  })

  it('are for whoever has the token, where there is one', async () => {
    rollcall = await startService({ env: { METRICS_TOKEN: 'a-token-for-tests-0' } })
    expect((await look(rollcall)).status).toBe(401)
    expect((await look(rollcall, { authorization: 'Bearer wrong' })).status).toBe(401)
    const from = { 'x-forwarded-for': '203.0.113.9' }
    expect((await look(rollcall, { ...from, authorization: 'Bearer a-token-for-tests-0' })).status).toBe(200)
  })
})
