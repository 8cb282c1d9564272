import type { CallService } from '../../../lib/contract/calls.ts'
import { newSend } from '../../helpers/newSend.ts'
import { type Caller, refusal, startService, type TestService } from '../../helpers/service.ts'
import { violationsOn } from '../support/axe.ts'
import { groupBeside, groupsBeside, menuOf, openWeb } from '../support/webApp.ts'
import { expect, test } from '../support/world.ts'

/**
 * What each role's own browser shows of the web app, and what is not there: no menu, no tab, no button; an address typed by
 * hand leads to a page that says no; and the call that the missing button would make is refused all the same.
 */

let service: TestService
let school: { id: string; name: string }
let groups: Record<'biology' | 'lab' | 'staff' | 'drafts' | 'chemistry', { id: string; name: string }>
const people: Record<string, Caller> = {}

const known = (name: string): Caller => {
  const person = people[name]
  if (!person) throw new Error(`There is nobody called ${name}.`)
  return person
}

test.beforeAll(async () => {
  service = await startService()
  const make = async (name: string) => {
    const person = await service.person(`${name.toLowerCase().replace(' ', '.')}@example.edu`, name)
    people[name] = person
    return person
  }
  school = await service.workspace(await make('Workspace Owner'), 'Northgate School')
  const editor = await make('Workspace Editor')
  await service.joinWorkspace(school, editor, 'editor')
  await service.joinWorkspace(school, await make('Workspace Member'))
  const owner = await make('Group Owner')
  const biology = await service.group(school, owner, { name: 'Biology 101' })
  groups = {
    biology,
    lab: await service.group(school, owner, { name: 'Lab section A', parent: biology }),
    staff: await service.group(school, known('Workspace Owner'), { name: 'Staff room', type: 'workspace' }),
    drafts: await service.group(school, editor, { name: 'Drafts for next term', type: 'private' }),
    chemistry: await service.group(school, editor, { name: 'Chemistry 210' }),
  }
  await service.joinGroup(biology, await make('Group Facilitator'), 'facilitator')
  await service.joinGroup(biology, await make('Group Member'))
  await make('Stranger')
  const nameless = await service.person('late.comer@example.edu')
  await owner.call('invitations.send', newSend(biology, [{ email: nameless.email, role: 'member' }], 'manual'))
})
test.afterAll(() => service.stop())

type Seen = keyof typeof groups

/** What the Group's Owner alone may do, as the buttons would ask for it. */
const ownersCalls: Record<string, (call: CallService) => Promise<unknown>> = {
  'groups.change': (call) => call('groups.change', { groupId: groups.biology.id, name: 'Mine now' }),
  'groups.move': (call) => call('groups.move', { groupId: groups.biology.id, parentId: null }),
  'groups.copy': (call) => call('groups.copy', { groupId: groups.biology.id, name: 'Mine' }),
  'groups.archive': (call) => call('groups.archive', { groupId: groups.biology.id }),
  'groups.delete': (call) => call('groups.delete', { groupId: groups.biology.id }),
  'groups.export': (call) => call('groups.export', { groupId: groups.biology.id, format: 'csv' }),
  'groups.purge': (call) => call('groups.purge', { groupId: groups.biology.id, confirm: groups.biology.name }),
  'links.list': (call) => call('links.list', { groupId: groups.biology.id }),
  'links.create': (call) => call('links.create', { groupId: groups.biology.id, access: 'anyone', role: 'member' }),
  'members.addresses': (call) => call('members.addresses', { groupId: groups.biology.id }),
  'members.setRole': (call) =>
    call('members.setRole', { groupId: groups.biology.id, ids: [known('Group Member').id], role: 'owner' }),
  'members.remove': (call) => call('members.remove', { groupId: groups.biology.id, ids: [known('Group Member').id] }),
  'invitations.send': (call) =>
    call('invitations.send', newSend(groups.biology, [{ email: 'friend@example.edu', role: 'owner' }], 'manual')),
}
const listCall = (call: CallService) => call('members.list', { groupId: groups.biology.id, state: 'accepted' })
const workspaceCalls: Record<string, (call: CallService) => Promise<unknown>> = {
  'workspaces.settings': (call) => call('workspaces.settings', { workspaceId: school.id }),
  'workspaces.change': (call) => call('workspaces.change', { workspaceId: school.id, name: 'Mine now' }),
  'workspacePeople.list': (call) => call('workspacePeople.list', { workspaceId: school.id }),
  'workspacePeople.invite': (call) =>
    call('workspacePeople.invite', {
      workspaceId: school.id,
      people: [{ email: 'friend@example.edu', role: 'owner' }],
    }),
  'workspaceSuppressions.list': (call) => call('workspaceSuppressions.list', { workspaceId: school.id }),
  'audit.list': (call) => call('audit.list', { workspaceId: school.id }),
}
const createCall = (call: CallService) => call('groups.create', { workspaceId: school.id, name: 'Mine' })

const notThere = 'This is not there any more'
const notAllowed = 'Your role does not allow this'

interface Role {
  /** As whom the browser is signed in. */
  readonly who: string
  /** Every Group at the side, and none other. */
  readonly sees: readonly Seen[]
  readonly creates: boolean
  /** Workspace settings and everything behind them. */
  readonly ownsWorkspace: boolean
  /** In Biology 101; null: it does not exist for them. */
  readonly role: 'owner' | 'facilitator' | 'member' | null
  /** What the three dots offer, of the Group that is named. */
  readonly menu: readonly [Seen, readonly string[]] | null
  /** How the service refuses what is about the Workspace. */
  readonly workspaceRefusal: 'notAllowed' | 'notFound' | null
}

const ownersMenu = ['Group settings', 'View members', 'Share a link', 'Duplicate', 'Move…', 'Archive']
/** Of who may not create Groups, and owns no other to put this one into. */
const guestOwnersMenu = ownersMenu.filter((offer) => offer !== 'Duplicate' && offer !== 'Move…')

const roles: readonly Role[] = [
  {
    who: 'Workspace Owner',
    sees: ['biology', 'lab', 'chemistry', 'staff'],
    creates: true,
    ownsWorkspace: true,
    role: 'owner',
    menu: ['biology', ownersMenu],
    workspaceRefusal: null,
  },
  {
    who: 'Workspace Editor',
    sees: ['chemistry', 'drafts', 'staff'],
    creates: true,
    ownsWorkspace: false,
    role: null,
    menu: ['chemistry', ownersMenu],
    workspaceRefusal: 'notAllowed',
  },
  {
    who: 'Workspace Member',
    sees: ['staff'],
    creates: false,
    ownsWorkspace: false,
    role: null,
    menu: ['staff', ['Leave this Group']],
    workspaceRefusal: 'notAllowed',
  },
  {
    who: 'Group Owner',
    sees: ['biology', 'lab', 'staff'],
    creates: false,
    ownsWorkspace: false,
    role: 'owner',
    menu: ['biology', guestOwnersMenu],
    workspaceRefusal: 'notAllowed',
  },
  {
    who: 'Group Facilitator',
    sees: ['biology', 'lab', 'staff'],
    creates: false,
    ownsWorkspace: false,
    role: 'facilitator',
    menu: ['biology', ['View members', 'Leave this Group']],
    workspaceRefusal: 'notAllowed',
  },
  {
    who: 'Group Member',
    sees: ['biology', 'lab', 'staff'],
    creates: false,
    ownsWorkspace: false,
    role: 'member',
    menu: ['biology', ['Leave this Group']],
    workspaceRefusal: 'notAllowed',
  },
  {
    who: 'Stranger',
    sees: [],
    creates: false,
    ownsWorkspace: false,
    role: null,
    menu: null,
    workspaceRefusal: 'notFound',
  },
]

for (const { who, sees, creates, ownsWorkspace, role, menu, workspaceRefusal } of roles)
  test(`a ${who} sees what is theirs, and nothing else`, async ({ browser }) => {
    const { context, page, call, breaches } = await openWeb(browser, service, known(who))

    // The side: exactly these Groups; Create and the Workspace for those who may.
    await page.goto('/')
    await expect(page.getByRole('button', { name: `Account of ${who}` })).toBeVisible()
    for (const name of sees) await expect(groupBeside(page, groups[name].id)).toBeVisible()
    await expect(groupsBeside(page).locator('a')).toHaveCount(sees.length)
    await expect(page.getByRole('button', { name: 'Create', exact: true })).toHaveCount(creates ? 1 : 0)
    await expect(page.locator(`a[href="/workspaces/${school.id}"]`)).toHaveCount(ownsWorkspace ? 1 : 0)
    if (menu) {
      const [name, offers] = menu
      await groupBeside(page, groups[name].id).hover()
      const items = await menuOf(page, groups[name].name)
      for (const offer of offers) await expect(items.filter({ hasText: offer })).toHaveCount(1)
      // An Owner may be offered more; nobody else anything more.
      if (offers !== ownersMenu) await expect(items).toHaveCount(offers.length)
      await page.keyboard.press('Escape')
    }

    // The Group.
    const at = `/groups/${groups.biology.id}`
    await page.goto(at)
    const heading = (name: string) => page.getByRole('heading', { name, exact: true })
    if (role) await expect(heading('Biology 101')).toBeVisible()
    else await expect(heading(notThere)).toBeVisible()
    const tab = (name: string | RegExp) => page.getByRole('tab', { name })
    const listed = role === 'owner' || role === 'facilitator'
    await expect(tab(/^Accepted/)).toHaveCount(listed ? 1 : 0)
    await expect(tab(/^Pending/)).toHaveCount(listed ? 1 : 0)
    if (listed) await expect(page.getByRole('list', { name: 'Accepted' })).toContainText('Group Member')
    if (role === 'member') await expect(heading('You are a Member here')).toBeVisible()
    if (!listed) await expect(page.getByText('group.facilitator@example.edu')).toHaveCount(0)
    for (const name of ['Invite', 'Share link', 'Settings'])
      await expect(page.getByRole('tab', { name, exact: true })).toHaveCount(role === 'owner' ? 1 : 0)
    await expect(page.getByRole('button', { name: 'Invite members' })).toHaveCount(role === 'owner' ? 1 : 0)
    const ticks = page.getByRole('checkbox')
    if (role === 'owner') await expect(ticks.first()).toBeVisible()
    else await expect(ticks).toHaveCount(0)
    expect(await violationsOn(page)).toEqual([])

    // By hand: the Group's other pages, somebody's Private Group, the Workspace.
    for (const part of ['invite', 'link', 'settings']) {
      await page.goto(`${at}/${part}`)
      if (role === 'owner') {
        await expect(page.getByRole('tab', { selected: true }).first()).toBeVisible()
        await expect(heading(notAllowed)).toHaveCount(0)
      } else await expect(heading(role ? notAllowed : notThere)).toBeVisible()
    }
    await page.goto(`/groups/${groups.drafts.id}`)
    await expect(heading(sees.includes('drafts') ? 'Drafts for next term' : notThere)).toBeVisible()
    for (const part of ownsWorkspace ? ['', '/invitations', '/settings', '/signin', '/audit'] : ['', '/settings']) {
      await page.goto(`/workspaces/${school.id}${part}`)
      await expect(heading(ownsWorkspace ? 'Northgate School' : notThere)).toBeVisible()
    }
    for (const path of ['/me', '/archive']) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(heading(notThere)).toHaveCount(0)
    }

    // The calls behind what is not there.
    const refused = async (ask: (call: CallService) => Promise<unknown>) => await refusal(ask(call))
    if (role !== 'owner')
      for (const [name, ask] of Object.entries(ownersCalls))
        expect([name, await refused(ask)]).toEqual([name, role ? 'notAllowed' : 'notFound'])
    if (!listed) expect(await refused(listCall)).toBe(role ? 'notAllowed' : 'notFound')
    if (workspaceRefusal)
      for (const [name, ask] of Object.entries(workspaceCalls))
        expect([name, await refused(ask)]).toEqual([name, workspaceRefusal])
    if (!creates) expect(await refused(createCall)).toBe(workspaceRefusal)
    if (!sees.includes('drafts'))
      expect(await refused((ask) => ask('groups.get', { groupId: groups.drafts.id }))).toBe('notFound')

    expect(breaches).toEqual([])
    await context.close()
  })

test('a browser that nobody is signed in to is led to signing in, wherever it goes', async ({ browser }) => {
  const { context, page, call, breaches } = await openWeb(browser, service, undefined)
  const group = `/groups/${groups.biology.id}`
  for (const path of ['/', group, `${group}/settings`, `/workspaces/${school.id}`, '/me', '/archive']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: 'Sign in to see your Groups' })).toBeVisible()
    await expect(page.getByRole('navigation')).toHaveCount(0)
    await expect(page.getByText(/Biology|Northgate/)).toHaveCount(0)
  }
  for (const ask of [...Object.values(ownersCalls), ...Object.values(workspaceCalls), listCall, createCall])
    expect(await refusal(ask(call))).toBe('signedOut')
  // What was asked for is there once somebody has signed in.
  await page.goto(group)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(new RegExp(`/signin\\?next=${encodeURIComponent(group)}`))
  expect(breaches).toEqual([])
  await context.close()
})
