import { afterEach, describe, expect, it } from 'vitest'
import { startService, type TestService } from '../helpers/service.ts'

let rollcall: TestService | undefined
afterEach(() => rollcall?.stop())

const workspaces = (service: TestService) =>
  service.db.selectFrom('workspaces').select('name').orderBy('name').execute()

describe('the first start', () => {
  it('makes the demo, once', async () => {
    rollcall = await startService({ env: { DEMO: '1' } })
    await rollcall.restart()
    expect(await workspaces(rollcall)).toEqual([{ name: 'Demo School' }])
    const ada = await rollcall.person('ada.instructor@example.edu')
    expect(await ada.call('me', {})).toMatchObject({ name: 'Ada Instructor', workspaces: [{ role: 'owner' }] })
    const { groups } = await ada.call('groups.list', {})
    const biology = groups.find(({ name }) => name === 'Biology 101')
    expect(groups.map(({ name, type, role }) => [name, type, role])).toEqual([
      ['Biology 101', 'shared', 'owner'],
      ['Chemistry 210', 'shared', 'owner'],
      ['Drafts for next term', 'private', 'owner'],
      ['Lab section A', 'shared', 'owner'],
      ['Lab section B', 'shared', 'owner'],
      ['Staff room', 'workspace', 'owner'],
    ])
    expect(groups.find(({ name }) => name === 'Lab section A')?.parentId).toBe(biology?.id)
    expect(groups.every(({ members, pending }) => members === 1 && pending === 0)).toBe(true)
  })

  it('makes the Workspace that the settings name, and none when there is one', async () => {
    rollcall = await startService({ env: { OWNER_EMAIL: 'head@example.edu', WORKSPACE_NAME: 'Northgate School' } })
    const head = await rollcall.person('head@example.edu')
    expect((await head.call('me', {})).workspaces).toMatchObject([{ name: 'Northgate School', role: 'owner' }])
    await rollcall.restart()
    expect(await workspaces(rollcall)).toEqual([{ name: 'Northgate School' }])
  })

  it('makes nothing otherwise', async () => {
    rollcall = await startService()
    expect(await workspaces(rollcall)).toEqual([])
  })
})
