import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newSend } from '../helpers/newSend.ts'
import { type Caller, startService, type TestService } from '../helpers/service.ts'

/** Who may learn what of people outside their Group. */
let rollcall: TestService
let head: Caller
let school: { id: string }
let colleague: Caller
beforeAll(async () => {
  rollcall = await startService({ env: { HOLD_SECONDS: '600' } })
  head = await rollcall.person()
  school = await rollcall.workspace(head)
  colleague = await rollcall.person('colleague@elsewhere.example')
  await rollcall.joinWorkspace(school, colleague)
})
afterAll(() => rollcall.stop())

const forecast = async (by: Caller, groupId: string) =>
  (
    await by.call('invitations.forecast', {
      groupId,
      people: [colleague.email, 'nobody@elsewhere.example'].map((email) => ({ email, role: 'member' })),
    })
  ).prospects.map(({ outcome }) => outcome)

describe('that somebody is in the Workspace', () => {
  it('is told by a forecast to its Owners and Editors', async () => {
    const editor = await rollcall.person()
    await rollcall.joinWorkspace(school, editor, 'editor')
    const group = await rollcall.group(school, editor)
    expect(await forecast(editor, group.id)).toEqual(['joins', 'new'])
    expect(await forecast(head, group.id)).toEqual(['joins', 'new'])
  })

  it('is not told to an Owner of a Group who is neither, also where addresses are limited', async () => {
    const assistant = await rollcall.person()
    await rollcall.joinWorkspace(school, assistant)
    const group = await rollcall.group(school, assistant)
    expect(await forecast(assistant, group.id)).toEqual(['new', 'new'])
    await head.call('workspaces.change', { workspaceId: school.id, emailDomains: ['example.edu'] })
    expect(await forecast(assistant, group.id)).toEqual(['offDomain', 'offDomain'])
    await head.call('workspaces.change', { workspaceId: school.id, emailDomains: [] })
    // Adding them is no secret: they are mailed.
    const { outcomes } = await assistant.call(
      'invitations.send',
      newSend(group, [{ email: colleague.email, role: 'member' }], 'manual'),
    )
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['added'])
  })
})
