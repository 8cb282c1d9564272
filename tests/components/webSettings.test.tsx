import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import type { Account } from '../../components/services.ts'
import { CallProblem } from '../../lib/contract/errors.ts'
import type { WorkspaceInvitation } from '../../lib/contract/schemas.ts'
import { App } from '../../server/web/App.tsx'
import { biology, chemistry, group, labA, me, workspaceId } from '../helpers/fakeServices.ts'
import { isOff, show } from './render.tsx'

const owner: Account = {
  state: 'signedIn',
  service: 'https://groups.example.edu',
  me: { ...me, workspaces: [{ id: workspaceId, name: 'Demo School', role: 'owner' }] },
}
const open = (path: string, over: Parameters<typeof show>[0] = {}) => {
  const place = memoryLocation({ path, record: true })
  const fake = show(
    { roster: null, ...over },
    <Router hook={place.hook}>
      <App />
    </Router>,
  )
  return { ...fake, history: place.history }
}
const button = (name: string | RegExp) => screen.findByRole('button', { name })
const part = async (name: string) => within(await screen.findByRole('region', { name }))

// Pages that are loaded when they are opened are here already: how long that takes is not the matter.
beforeAll(async () => {
  await Promise.all([
    import('../../server/web/ClosedPage.tsx'),
    import('../../server/web/me/MePage.tsx'),
    import('../../server/web/workspace/WorkspacePage.tsx'),
  ])
})
beforeEach(() => {
  // happy-dom knows the element and not its opening.
  HTMLDialogElement.prototype.showModal ??= function showModal() {
    this.open = true
  }
})

describe('settings of a Group', () => {
  const settings = `/groups/${biology.id}/settings`

  it('give it another name, and its page and its line say it', async () => {
    open(settings)
    const name = await part('Name')
    expect(isOff(name.getByRole('button', { name: 'Save' }))).toBe(true)
    fireEvent.input(name.getByRole('textbox'), { target: { value: ' Biology 102 ' } })
    fireEvent.click(name.getByRole('button', { name: 'Save' }))
    await screen.findByRole('heading', { level: 1, name: 'Biology 102' })
    screen.getByRole('link', { name: 'Biology 102' })
  })

  it('share it with everyone only for Owners of the Workspace, and make it Private only while alone', async () => {
    open(settings)
    const type = await part('Who is in it')
    expect(type.getByRole<HTMLInputElement>('radio', { name: 'Shared with everyone' }).disabled).toBe(true)
    type.getByText('Only an Owner of the Workspace can choose this.')
    expect(type.getByRole<HTMLInputElement>('radio', { name: 'Private' }).disabled).toBe(true)
  })

  it('share it with everyone', async () => {
    const { asked } = open(settings, { account: owner })
    const type = await part('Who is in it')
    fireEvent.click(type.getByRole('radio', { name: 'Shared with everyone' }))
    await waitFor(() =>
      expect(asked.calls.find(({ name }) => name === 'groups.change')?.input).toMatchObject({ type: 'workspace' }),
    )
  })

  it('move it anywhere but into itself', async () => {
    const statistics = group(7, 'Statistics')
    const { asked } = open(settings, { groups: [biology, labA, statistics, chemistry] })
    const place = await part('Place')
    place.getByText('Demo School, at the top')
    fireEvent.click(place.getByRole('button', { name: 'Move…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Move Biology 101' }))
    const options = dialog.getAllByRole('option').map(({ textContent }) => textContent)
    expect(options).toEqual(['Demo School, at the top', 'Statistics'])
    fireEvent.click(dialog.getByRole('option', { name: 'Statistics' }))
    fireEvent.click(dialog.getByRole('button', { name: 'Move' }))
    await waitFor(() =>
      expect(asked.calls.find(({ name }) => name === 'groups.move')?.input).toMatchObject({ parentId: statistics.id }),
    )
  })

  it('duplicate it and open the copy', async () => {
    const { history } = open(settings)
    fireEvent.click(await button('Duplicate'))
    await screen.findByRole('heading', { level: 1, name: 'Biology 101 (copy)' })
    expect(history.at(-1)).not.toContain(biology.id)
  })

  it('save who was invited as a file', async () => {
    const { asked } = open(settings)
    fireEvent.click(await button('Save as CSV'))
    await waitFor(() =>
      expect(asked.saved).toEqual([{ fileName: 'biology-101.csv', text: 'name,email\n', type: 'text/csv' }]),
    )
    const exporting = await part('Export')
    fireEvent.click(exporting.getByRole('checkbox', { name: 'Also from the Groups inside it' }))
    fireEvent.click(await button('Save as JSON'))
    await waitFor(() => expect(asked.saved).toHaveLength(2))
    const asks = asked.calls.flatMap(({ name, input }) => (name === 'groups.export' ? [input] : []))
    expect(asks).toEqual([
      { groupId: biology.id, format: 'csv' },
      { groupId: biology.id, format: 'json', inside: 'true' },
    ])
  })

  it('tell who is not mailed and why, and mail again whose mail came back', async () => {
    const since = '2026-08-28T09:30:00Z'
    const suppressions = [
      { email: 'full@example.edu', reason: 'bounced', since },
      { email: 'quiet@example.edu', reason: 'unsubscribed', since },
    ] as const
    const { asked } = open(settings, { suppressions: [...suppressions] })
    const list = await part('Not mailed')
    await list.findByText(/^Wants no reminders/)
    fireEvent.click(list.getByRole('button', { name: 'Mail this address again' }))
    await waitFor(() => expect(list.queryByText('full@example.edu')).toBeNull())
    list.getByText('quiet@example.edu')
    expect(asked.calls.find(({ name }) => name === 'suppressions.lift')?.input).toMatchObject({
      email: 'full@example.edu',
    })
  })

  it('archive it, which leads to where it is brought back', async () => {
    const { history } = open(settings)
    fireEvent.click(await button('Archive'))
    await screen.findByRole('heading', { level: 1, name: 'Archived and deleted' })
    expect(history.at(-1)).toBe('/archive')
    fireEvent.click(await button('Bring back'))
    await screen.findByRole('link', { name: 'Biology 101' })
  })

  it('remove personal data only when its name is typed', async () => {
    const { asked } = open(settings)
    fireEvent.click(await button('Remove personal data'))
    const deed = await button('Remove it for good')
    expect(isOff(deed)).toBe(true)
    fireEvent.click(deed)
    fireEvent.input(screen.getByRole('textbox', { name: 'Type the name of the Group' }), {
      target: { value: 'Biology 101' },
    })
    fireEvent.click(await button('Remove it for good'))
    await screen.findByText('Members: 11. Invitations: 3. Mails: 14.')
    const purges = () => asked.calls.flatMap(({ name, input }) => (name === 'groups.purge' ? [input] : []))
    expect(purges()).toEqual([{ groupId: biology.id, confirm: 'Biology 101' }])
    fireEvent.click(await button('Remove personal data'))
    const dialog = within(screen.getByRole('dialog'))
    fireEvent.click(dialog.getByRole('checkbox', { name: 'Also from the Groups inside it' }))
    fireEvent.click(await button('Remove it for good'))
    await waitFor(() => expect(purges()[1]).toMatchObject({ inside: true }))
  })

  it('offer to export that of a Group inside it that is archived', async () => {
    open(settings, { groups: [biology, { ...labA, archivedAt: '2026-09-01T08:00:00Z' }] })
    await (await part('Export')).findByRole('checkbox', { name: 'Also from the Groups inside it' })
  })

  it('offer to export or remove that of Groups inside it only where there are some', async () => {
    open(settings, { groups: [biology] })
    fireEvent.click(await button('Remove personal data'))
    await button('Remove it for good')
    expect(screen.queryByRole('checkbox')).toBeNull()
  })

  it('delete it after a second look, and it waits to be restored', async () => {
    const { history } = open(settings)
    fireEvent.click(await button('Delete this Group'))
    await screen.findByRole('heading', { name: 'Delete Biology 101?' })
    fireEvent.click(screen.getAllByRole('button', { name: 'Delete this Group' }).at(-1)!)
    await waitFor(() => expect(history.at(-1)).toBe('/'))
    fireEvent.click(await screen.findByRole('link', { name: 'Archived and deleted' }))
    fireEvent.click(await button('Bring back'))
    await screen.findByRole('link', { name: 'Biology 101' })
  })

  it('are not there for a Facilitator', async () => {
    open(settings, { groups: [{ ...biology, role: 'facilitator' }] })
    await screen.findByRole('heading', { name: 'Your role does not allow this' })
    expect(screen.queryByRole('tab', { name: 'Settings' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Invite members' })).toBeNull()
  })
})

describe('the sidebar', () => {
  it('folds a Group, and never the one that is open', async () => {
    open(`/groups/${labA.id}`)
    fireEvent.click(await button('Fold Biology 101'))
    screen.getByRole('link', { name: 'Lab section A, in Biology 101' })
    fireEvent.click(screen.getByRole('link', { name: 'Biology 101' }))
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Lab section A, in Biology 101' })).toBeNull())
    fireEvent.click(await button('Unfold Biology 101'))
    await screen.findByRole('link', { name: 'Lab section A, in Biology 101' })
  })

  it('offers of each Group what the role allows', async () => {
    open('/', { groups: [biology, { ...labA, role: 'facilitator' }, chemistry] })
    const words = async (name: string) => {
      fireEvent.click(await button(`More for ${name}`))
      const menu = within(await screen.findByRole('group', { name: `More for ${name}` }))
      return menu.getAllByRole('button').map(({ textContent }) => textContent)
    }
    // There is nowhere to move it: the others are not theirs.
    expect(await words('Biology 101')).toEqual([
      'Group settings',
      'View members',
      'Share a link',
      'Duplicate',
      'Archive',
    ])
    expect(await words('Lab section A')).toEqual(['View members', 'Leave this Group'])
    expect(await words('Chemistry')).toEqual(['Leave this Group'])
  })

  it('says what a duplicate takes along before it is made', async () => {
    const { asked, history } = open('/')
    fireEvent.click(await button('More for Biology 101'))
    fireEvent.click(await button('Duplicate'))
    const dialog = within(await screen.findByRole('dialog', { name: 'Duplicate Biology 101?' }))
    dialog.getByText(/with their reminders/)
    expect(asked.calls.some(({ name }) => name === 'groups.copy')).toBe(false)
    fireEvent.click(dialog.getByRole('button', { name: 'Duplicate' }))
    await screen.findByRole('heading', { level: 1, name: 'Biology 101 (copy)' })
    expect(history.at(-1)).not.toContain(biology.id)
  })

  it('leaves a Group after a second look', async () => {
    const { asked } = open('/')
    fireEvent.click(await button('More for Chemistry'))
    fireEvent.click(await button('Leave this Group'))
    await screen.findByRole('heading', { name: 'Leave Chemistry?' })
    expect(asked.calls.some(({ name }) => name === 'members.leave')).toBe(false)
    fireEvent.click(await button('Leave this Group'))
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Chemistry' })).toBeNull())
  })
})

describe('inviting in the web app', () => {
  it('is the same paste box, and its send is for this Group', async () => {
    const { asked } = open(`/groups/${biology.id}`)
    fireEvent.click(await button('Invite members'))
    fireEvent.input(await screen.findByRole('textbox', { name: 'Paste people' }), {
      target: { value: 'New Person <new.person@example.edu>' },
    })
    fireEvent.click(await button('Invite 1 person'))
    await waitFor(() => expect(asked.orders).toMatchObject([{ groupId: biology.id, origin: 'manual' }]))
  })
})

describe('a Workspace', () => {
  const ada = { id: me.id, email: me.email, name: me.name, role: 'owner', origin: 'manual', groups: 3 } as const
  const grace = { ...ada, id: biology.id, email: 'grace@example.edu', name: 'Grace', role: 'member' } as const
  const since = '2026-08-28T09:30:00Z'
  const world = { account: owner, workspacePeople: [ada, grace].map((one) => ({ ...one, since })) }
  const at = `/workspaces/${workspaceId}`

  it('is not there for anybody but its Owners', async () => {
    open(at)
    await screen.findByRole('heading', { name: 'This is not there any more' })
    expect(screen.queryByRole('link', { name: 'Demo School' })).toBeNull()
  })

  it('lists its people, changes a role and takes somebody out', async () => {
    const { asked } = open(at, world)
    fireEvent.change(await screen.findByRole('combobox', { name: 'Role of Grace' }), { target: { value: 'editor' } })
    await waitFor(() =>
      expect(asked.calls.find(({ name }) => name === 'workspacePeople.change')?.input).toMatchObject({
        role: 'editor',
      }),
    )
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Remove Ada Instructor' }).disabled).toBe(true)
    fireEvent.click(await button('Remove Grace'))
    await screen.findByRole('heading', { name: 'Take Grace out of the Workspace?' })
    fireEvent.click(await button('Remove'))
    await waitFor(() => expect(screen.queryByText('grace@example.edu')).toBeNull())
    expect(document.activeElement).toBe(screen.getByText('1 person was removed.'))
  })

  it('lists those of one role, and is marked at the side', async () => {
    open(at, world)
    await screen.findByText('grace@example.edu')
    expect(screen.getByRole('link', { name: 'Demo School' }).getAttribute('aria-current')).toBe('page')
    expect(screen.getByRole('link', { name: 'Archived and deleted' }).getAttribute('aria-current')).toBeNull()
    const show = screen.getByRole('combobox', { name: 'Show' })
    fireEvent.change(show, { target: { value: 'owner' } })
    await waitFor(() => expect(screen.queryByText('grace@example.edu')).toBeNull())
    screen.getByText(me.email)
    fireEvent.change(show, { target: { value: '' } })
    await screen.findByText('grace@example.edu')
  })

  it('keeps the question open where somebody cannot be taken out, and says why', async () => {
    open(at, { ...world, problems: { 'workspacePeople.remove': new CallProblem('lastOwner') } })
    fireEvent.click(await button('Remove Grace'))
    const dialog = within(await screen.findByRole('dialog', { name: 'Take Grace out of the Workspace?' }))
    fireEvent.click(dialog.getByRole('button', { name: 'Remove' }))
    await dialog.findByText('There has to be an Owner')
    fireEvent.click(dialog.getByRole('button', { name: 'Cancel' }))
    screen.getByText('grace@example.edu')
  })

  it('gives several people one role, and says who keeps theirs', async () => {
    const { asked } = open(at, world)
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Tick everybody listed' }))
    screen.getByText('2 ticked')
    fireEvent.click(await button('Change role'))
    fireEvent.click(await screen.findByRole('radio', { name: 'Editor' }))
    fireEvent.click(await button('Make Editor'))
    await screen.findByText('1 person has the new role. The last Owner stays: make somebody else Owner first.')
    const set = asked.calls.find(({ name }) => name === 'workspacePeople.setRole')
    expect(set?.input).toMatchObject({ ids: [ada.id, grace.id], role: 'editor' })
    await screen.findByText('People: 2')
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Role of Grace' }).value).toBe('editor')
  })

  it('says what roles of a class list become, and takes it back', async () => {
    const { asked } = open(`${at}/settings`, world)
    fireEvent.change(await screen.findByRole('combobox', { name: 'TAs' }), { target: { value: 'owner' } })
    const set = () => asked.calls.filter(({ name }) => name === 'workspaces.change').at(-1)?.input
    await waitFor(() =>
      expect(set()).toEqual({ workspaceId, usualRoles: { teacher: 'owner', ta: 'owner', student: 'member' } }),
    )
    fireEvent.click(await button('Back to the usual roles'))
    await waitFor(() => expect(set()).toEqual({ workspaceId, usualRoles: null }))
    await waitFor(() =>
      expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'TAs' }).value).toBe('facilitator'),
    )
  })

  it('says how much it has, and may have', async () => {
    open(`${at}/usage`, world)
    await screen.findByText('1,204 of 50,000')
    expect(screen.getByRole('progressbar', { name: 'Mails in a day' }).getAttribute('aria-valuenow')).toBe('96')
    expect(screen.getAllByText('Nearly all of it')).toHaveLength(1)
    screen.getByText('1,303')
  })

  it('sends its Owner a test mail, and says in words what the mail server said', async () => {
    const fake = open(`${at}/settings`, world)
    fireEvent.click(await button('Send me a test'))
    await screen.findByText('The mail server has taken it')
    screen.getByText(/^It goes to ada.instructor@example.edu/)
    fake.world.testMail = { result: 'refused', codes: '554 5.7.1' }
    fireEvent.click(await button('Send me a test'))
    await screen.findByText('The mail server would not take it')
    screen.getByText(/Its answer: 554 5.7.1$/)
  })

  const invited: WorkspaceInvitation = {
    ...{ id: labA.id, email: 'late@example.edu', role: 'editor', state: 'pending' },
    ...{ since, expiresAt: since, delivery: 'sent' },
  }

  it('invites whoever is in a text, and takes an invitation back', async () => {
    open(`${at}/invitations`, { ...world, workspaceInvited: [invited] })
    fireEvent.input(await screen.findByRole('textbox', { name: 'Invite into the Workspace' }), {
      target: { value: 'one@example.edu' },
    })
    const list = new File(['name,mail\nTwo,two@example.edu\nOne,one@example.edu\n'], 'staff.csv', { type: 'text/csv' })
    fireEvent.drop(screen.getByRole('textbox', { name: 'Invite into the Workspace' }), {
      dataTransfer: { files: [list] },
    })
    fireEvent.click(await button('Invite 2 people'))
    await screen.findByText('1 person is invited. 1 is in already.')
    fireEvent.click(await button('late@example.edu'))
    fireEvent.click(await button('Take back'))
    const dialog = within(await screen.findByRole('dialog', { name: 'Take this invitation back?' }))
    fireEvent.click(dialog.getByRole('button', { name: 'Take back' }))
    await screen.findByRole('heading', { name: 'No invitation is waiting' })
    const told = await screen.findByText('1 invitation was taken back.')
    await waitFor(() => expect(document.activeElement).toBe(told))
  })

  it('tells how far each mail has come, and sends it again, to another address, or after it ran out', async () => {
    const bounced: WorkspaceInvitation = { ...invited, delivery: 'bounced', problem: 'noSuchAddress' }
    const kim: WorkspaceInvitation = { ...invited, id: biology.id, email: 'kim@example.edu' }
    const old: WorkspaceInvitation = { ...invited, id: chemistry.id, email: 'old@example.edu', state: 'expired' }
    const { asked } = open(`${at}/invitations`, { ...world, workspaceInvited: [kim, bounced, old] })
    await screen.findByText('Pending: 2')
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^kim@example.edu.*Mail sent$/),
      expect.stringMatching(/^late@example.edu.*Mail came back$/),
    ])

    fireEvent.click(screen.getByRole('checkbox', { name: 'Tick everybody listed' }))
    fireEvent.click(await button('Remind'))
    const told = await screen.findByText('2 reminders are on their way.')
    await waitFor(() => expect(document.activeElement).toBe(told))

    fireEvent.click(await button('late@example.edu'))
    const card = within(await screen.findByRole('dialog', { name: 'late@example.edu' }))
    card.getByText('There is no such mailbox. Correct the address.')
    fireEvent.click(card.getByRole('button', { name: 'Correct the address' }))
    fireEvent.input(await screen.findByRole('textbox', { name: 'Address' }), { target: { value: 'right@example.edu' } })
    fireEvent.click(await button('Send it there'))
    await screen.findByRole('button', { name: 'right@example.edu' })

    fireEvent.change(screen.getByRole('combobox', { name: 'Show' }), { target: { value: 'expired' } })
    fireEvent.click(await button('old@example.edu'))
    fireEvent.click(await button('Invite again'))
    await screen.findByRole('heading', { name: 'No invitation has expired' })
    expect(
      asked.calls.flatMap(({ name, input }) => (name.startsWith('workspaceInvitations') ? [[name, input]] : [])),
    ).toEqual([
      ['workspaceInvitations.resend', { workspaceId, ids: [kim.id, bounced.id] }],
      ['workspaceInvitations.readdress', { workspaceId, changes: [{ id: bounced.id, email: 'right@example.edu' }] }],
      ['workspaceInvitations.renew', { workspaceId, ids: [old.id] }],
    ])
  })

  it('is let into by a link, which gets another address and is ended', async () => {
    const { asked } = open(`${at}/links`, world)
    fireEvent.change(await screen.findByRole('combobox', { name: 'They join as' }), { target: { value: 'editor' } })
    fireEvent.click(await button('Create and copy link'))
    await waitFor(() => expect(asked.copied).toEqual(['https://groups.example.edu/join/workspace/fresh-0']))
    fireEvent.click(screen.getByRole('radio', { name: 'Anyone with the link' }))
    await screen.findByText('Whoever gets hold of this link can join')
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'They join as' }).disabled).toBe(true)
    fireEvent.click(await button(/^Restricted · Editor/))
    fireEvent.click(await button('New address'))
    fireEvent.click(await button('Give it a new address'))
    await screen.findByDisplayValue(/fresh-0-again$/)
    fireEvent.click(await button('End this link'))
    fireEvent.click(await button('End it'))
    await waitFor(() => expect(screen.queryByDisplayValue(/fresh-0-again$/)).toBeNull())
    expect(asked.calls.flatMap(({ name }) => (/^workspaceLinks\.(?!list)/.test(name) ? name : []))).toEqual([
      'workspaceLinks.create',
      'workspaceLinks.rotate',
      'workspaceLinks.revoke',
    ])
  })

  it('keeps its settings, part by part, and says which field it does not understand', async () => {
    const { asked } = open(`${at}/settings`, world)
    const joining = await part('Who gets in')
    const save = joining.getByRole('button', { name: 'Save' })
    expect(isOff(save)).toBe(true)
    const days = joining.getByRole('spinbutton', { name: 'Invitations are open for (days)' })
    fireEvent.input(days, { target: { value: '900' } })
    expect(days.getAttribute('aria-invalid')).toBe('true')
    expect(isOff(save)).toBe(true)
    fireEvent.input(days, { target: { value: '14' } })
    fireEvent.input(joining.getByRole('textbox', { name: 'Allowed mail domains' }), {
      target: { value: '@example.edu; students.example.edu' },
    })
    const mail = await part('Mail')
    fireEvent.change(mail.getByRole('combobox', { name: 'Language of its mails' }), { target: { value: 'ar' } })
    fireEvent.click(save)
    await joining.findByText('Saved')
    expect(isOff(mail.getByRole('button', { name: 'Save' }))).toBe(false)
    fireEvent.click(mail.getByRole('button', { name: 'Save' }))
    await mail.findByText('Saved')
    const saved = asked.calls.filter(({ name }) => name === 'workspaces.change').map(({ input }) => input)
    expect(saved).toEqual([
      { workspaceId, emailDomains: ['example.edu', 'students.example.edu'], invitationDays: 14 },
      { workspaceId, language: 'ar' },
    ])
  })

  it('tells which addresses its mails do not go to, finds one among many, and mails it again', async () => {
    const bounced = Array.from({ length: 12 }, (_, index) => ({
      ...{ email: `student${index}@example.edu`, reason: 'bounced' as const, since },
    }))
    const quiet = { email: 'quiet@example.edu', reason: 'unsubscribed' as const, since }
    const { asked } = open(`${at}/settings`, { ...world, suppressions: [...bounced, quiet] })
    const list = await part('Not mailed')
    await list.findByText('student9@example.edu')
    expect(list.queryByText('quiet@example.edu')).toBeNull()
    fireEvent.click(list.getByRole('button', { name: 'Show all 13' }))
    list.getByText(/^Wants no reminders/)
    const find = list.getByRole('searchbox', { name: 'Find an address' })
    fireEvent.input(find, { target: { value: 'nobody' } })
    await list.findByText('No address here matches that.')
    fireEvent.input(find, { target: { value: 'student11' } })
    await waitFor(() => expect(list.getAllByRole('listitem')).toHaveLength(1))
    fireEvent.click(list.getByRole('button', { name: 'Mail this address again' }))
    const told = await list.findByText('student11@example.edu is mailed again from now on.')
    await waitFor(() => expect(document.activeElement).toBe(told))
    expect(asked.calls.find(({ name }) => name === 'workspaceSuppressions.lift')?.input).toEqual({
      ...{ workspaceId, email: 'student11@example.edu' },
    })
  })

  it('is given a sign-in of its own, whose secret is never shown, and which is looked at when asked', async () => {
    const sso = {
      issuer: 'https://login.example.edu',
      client: 'rollcall',
      required: false,
      trusted: false,
      domains: [{ domain: 'example.edu', proved: false }],
      worked: false,
    }
    const { asked } = open(`${at}/signin`, { ...world, sso })
    const secret = await screen.findByLabelText<HTMLInputElement>('Client secret')
    expect(secret.value).toBe('')
    fireEvent.input(screen.getByRole('textbox', { name: 'Mail domains it answers for' }), {
      target: { value: 'example.edu @students.example.edu' },
    })
    fireEvent.click(await button('Save'))
    await screen.findByText('Saved')
    const saved = asked.calls.find(({ name }) => name === 'sso.set')?.input
    expect(saved).toMatchObject({ client: 'rollcall', domains: ['example.edu', 'students.example.edu'] })
    expect(saved).not.toHaveProperty('secret')
    fireEvent.click(await button('Check now'))
    await screen.findByText('The provider answers')
    await screen.findByText('example.edu is proved')
    fireEvent.click(await button('Remove'))
    const dialog = within(await screen.findByRole('dialog', { name: 'Remove the school’s sign-in?' }))
    fireEvent.click(dialog.getByRole('button', { name: 'Remove' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Issuer' }).value).toBe('')
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Check now' })).toBeNull())
  })

  it('is deleted once its name is typed, and brought back from where deleted things are', async () => {
    const { asked } = open(`${at}/settings`, world)
    fireEvent.click(await button('Delete this Workspace'))
    await screen.findByRole('heading', { name: 'Delete Demo School?' })
    const deed = await button('Delete')
    expect(isOff(deed)).toBe(true)
    fireEvent.input(screen.getByRole('textbox', { name: 'Type the name of the Workspace' }), {
      target: { value: ' Demo School ' },
    })
    expect(isOff(deed)).toBe(false)
    fireEvent.click(deed)
    await waitFor(() => expect(asked.opened).toEqual(['/archive']))
    expect(asked.calls.find(({ name }) => name === 'workspaces.delete')?.input).toMatchObject({ workspaceId })
  })

  it('that was deleted is brought back', async () => {
    const gone = { id: workspaceId, name: 'Demo School', restorableUntil: '2026-09-28T09:30:00Z' }
    const { asked } = open('/archive', { groups: [], deletedWorkspaces: [gone] })
    await screen.findByRole('heading', { name: 'Deleted Workspaces' })
    screen.getByText(/^Can be brought back until .*28/)
    fireEvent.click(await button('Bring back'))
    await waitFor(() => expect(asked.opened).toEqual(['/']))
  })

  it('tells who did what', async () => {
    const line = {
      id: '7',
      at: since,
      actor: { id: me.id, email: me.email, name: me.name },
      subjectId: null,
      details: {},
    }
    const place = { id: biology.id, name: 'Biology 101' }
    open(`${at}/audit`, { ...world, audit: [{ ...line, group: place, action: 'links.rotate' }] })
    await screen.findByText(/Gave a share link a new address/)
    within(screen.getByRole('list', { name: 'Audit' })).getByText('Biology 101')
  })
})

describe('one’s own page', () => {
  const visit = { since: '2026-08-28T09:30:00Z', lastUsed: '2026-08-29T09:00:00Z' }
  const sessions = [
    { id: biology.id, browser: 'Firefox, Linux', here: true, ...visit },
    { id: labA.id, browser: 'Safari, iPhone', here: false, ...visit },
  ]
  const connections = [{ id: chemistry.id, browser: 'Chrome, Windows', here: false, extension: null, ...visit }]

  it('ends a sign-in elsewhere, and an extension', async () => {
    open('/me', { sessions, connections })
    const browsers = await part('Where you are signed in')
    await browsers.findByText('This one')
    fireEvent.click(browsers.getAllByRole('button', { name: 'Sign out' })[1]!)
    await waitFor(() => expect(browsers.queryByText('Safari, iPhone')).toBeNull())
    await browsers.findByText('This one')
    fireEvent.click(await button('Disconnect'))
    await screen.findByText('No extension is connected.')
  })

  it('signs out everywhere after a second look, here too', async () => {
    const { asked } = open('/me', { sessions, connections })
    fireEvent.click(await button('Sign out everywhere'))
    await screen.findByRole('heading', { name: 'Sign out everywhere?' })
    expect(asked.calls.some(({ name }) => name === 'me.signOutEverywhere')).toBe(false)
    fireEvent.click(screen.getAllByRole('button', { name: 'Sign out everywhere' }).at(-1)!)
    await screen.findByRole('heading', { name: 'Sign in to see your Groups' })
    expect(asked.calls.some(({ name }) => name === 'me.signOutEverywhere')).toBe(true)
  })

  it('saves what is kept of the person', async () => {
    const { asked } = open('/me', { sessions, connections })
    const mine = await part('My data')
    fireEvent.click(mine.getByRole('button', { name: 'Save as JSON' }))
    await waitFor(() =>
      expect(asked.saved).toEqual([{ fileName: 'rollcall-my-data.json', text: '{}', type: 'application/json' }]),
    )
  })

  it('deletes the account once its address is typed', async () => {
    const { asked } = open('/me', { sessions, connections })
    fireEvent.click(await button('Delete my account'))
    await screen.findByRole('heading', { name: 'Delete your account?' })
    screen.getByText(/^You are out of 1 Workspace and 3 Groups, and signed out everywhere/)
    screen.getByText('1 private Group that nobody else is in goes with it.')
    const deed = await button('Delete it for good')
    fireEvent.click(deed)
    expect(isOff(deed)).toBe(true)
    fireEvent.input(screen.getByRole('textbox', { name: 'Type your address' }), { target: { value: me.email } })
    fireEvent.click(await button('Delete it for good'))
    await screen.findByRole('heading', { name: 'Sign in to see your Groups' })
    expect(asked.calls.filter(({ name }) => name === 'me.delete')).toMatchObject([{ input: { confirm: me.email } }])
  })

  it('says where somebody else has to be Owner first', async () => {
    const alone = [
      { kind: 'workspace', id: workspaceId, name: 'Demo School' },
      { kind: 'group', id: biology.id, name: 'Biology 101' },
    ] as const
    const deletion = { alone: [...alone], workspaces: 1, groups: 3, ownGroups: 0 }
    const { asked } = open('/me', { sessions, connections, deletion })
    fireEvent.click(await button('Delete my account'))
    await screen.findByText('You are the only Owner of Demo School and Biology 101')
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(asked.calls.some(({ name }) => name === 'me.delete')).toBe(false)
  })
})
