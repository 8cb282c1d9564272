import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { CallProblem } from '../../lib/contract/errors.ts'
import type { KnownAddress } from '../../lib/contract/index.ts'
import { biology, course, labA, me, people, person, roster } from '../helpers/fakeServices.ts'
import { signedIn } from '../helpers/fakeWorld.ts'
import { isOff, show } from './render.tsx'

const since = '2026-08-28T09:30:00Z'
const known = (email: string, over: Partial<KnownAddress> = {}): KnownAddress => ({
  email,
  role: 'member',
  state: 'member',
  since,
  ...over,
})
const ready = (...some: Parameters<typeof roster>) => ({ kind: 'ready', roster: roster(...some) }) as const
const deed = (name: string | RegExp) => screen.findByRole('button', { name })
const row = async (name: string) => {
  const item = (await screen.findByText(name)).closest('li')
  if (!item) throw new Error(`${name} is on no line of the list.`)
  return item
}

describe('the roster on its way into a Group', () => {
  it('says how many and sends exactly those, with what the roster makes of them', async () => {
    const ta = person('ta', { role: 'ta', name: 'Lucia Marino', email: 'lucia@example.edu' })
    const { asked } = show({ roster: ready([...people(3), ta]) })
    fireEvent.click(await deed('Invite 3 students and 1 TA'))
    await waitFor(() => expect(asked.orders).toHaveLength(1))
    expect(asked.orders[0]).toMatchObject({
      groupId: biology.id,
      groupName: 'Biology 101',
      origin: 'roster',
      courseKey: `${course.site}|${course.courseId}`,
    })
    expect(asked.orders[0]?.people.map(({ email, role }) => [email, role])).toEqual([
      ['student.1@example.edu', 'member'],
      ['student.2@example.edu', 'member'],
      ['student.3@example.edu', 'member'],
      ['lucia@example.edu', 'facilitator'],
    ])
  })

  it('tells the service of nobody before Send', async () => {
    const { asked } = show({ roster: ready(people(3)) })
    await deed('Invite 3 students')
    expect(JSON.stringify(asked.calls)).not.toContain('student.')
  })

  it('counts what is ticked', async () => {
    const { asked } = show({ roster: ready(people(5)) })
    await deed('Invite 5 students')
    fireEvent.click(screen.getByRole('checkbox', { name: 'Invite Student 2' }))
    fireEvent.click(await deed('Invite 4 students'))
    await waitFor(() => expect(asked.orders[0]?.people).toHaveLength(4))
    expect(asked.orders[0]?.people.map(({ email }) => email)).not.toContain('student.2@example.edu')
  })

  it('unticks and ticks a whole section', async () => {
    show({ roster: ready(people(5)) })
    await deed('Invite 5 students')
    fireEvent.click(screen.getByRole('checkbox', { name: /^New/ }))
    expect(isOff(await deed('Nobody is ticked'))).toBe(true)
    fireEvent.click(screen.getByRole('checkbox', { name: /^New/ }))
    await deed('Invite 5 students')
  })

  it('puts what needs a look first, and each person under what will happen', async () => {
    const { email, emailSource, ...nowhere } = person('n', { name: 'No Address' })
    const odd = { ...nowhere, key: 'odd', name: 'Odd Address', invalidEmail: 'odd at example' }
    show({
      roster: ready([...people(4), person('l', { name: 'Login Only', emailSource: 'login' }), nowhere, odd]),
      addresses: [
        known('student.1@example.edu'),
        known('student.2@example.edu', { state: 'pending' }),
        known('student.3@example.edu', { role: 'owner' }),
      ],
    })
    await deed('Invite 1 student')
    expect(
      within(screen.getByRole('list', { name: 'People' }))
        .getAllByRole('heading')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Address to correct · 1',
      'No address · 1',
      'Has another role · 1',
      'Left out unless ticked · 1',
      'New · 1',
      'Invited already · 1',
      'In the Group · 1',
    ])
    within(await row('Odd Address')).getByText('“odd at example”')
    within(await row('Student 3')).getByText('Is Owner')
    within(await row('Student 2')).getByText(/^Pending since/)
    within(await row('Student 1')).getByText('Member already')
    expect(within(await row('Odd Address')).queryByRole('checkbox')).toBeNull()
    fireEvent.click(within(await row('Login Only')).getByRole('checkbox'))
    await deed('Invite 2 students')
  })

  it('says when everybody is in, whoever has no address or is left out on purpose', async () => {
    const { email, emailSource, ...nowhere } = person('n')
    show({
      roster: ready([...people(2), nowhere, person('me', { you: true })]),
      addresses: [known('student.1@example.edu'), known('student.2@example.edu', { state: 'pending' })],
    })
    expect(isOff(await deed('Everyone is invited'))).toBe(true)
  })

  it('lets a role be chosen for everybody and for one', async () => {
    const { asked } = show({ roster: ready(people(2)) })
    await deed('Invite 2 students')
    fireEvent.click(screen.getByRole('button', { name: /Students join as/ }))
    fireEvent.click(screen.getByRole('radio', { name: 'Facilitator' }))
    fireEvent.change(screen.getByRole('combobox', { name: 'Role of Student 2' }), { target: { value: 'owner' } })
    fireEvent.click(await deed('Invite 2 students'))
    await waitFor(() => expect(asked.orders[0]?.people.map(({ role }) => role)).toEqual(['facilitator', 'owner']))
    expect(asked.choices.at(-1)).toMatchObject({ groupId: biology.id, role: 'facilitator' })
  })

  it('goes from row to row by arrows, through a role as well, and leaves the role as it is', async () => {
    show({ roster: ready(people(3)) })
    const roleOf = (name: string) => screen.getByRole('combobox', { name: `Role of ${name}` })
    await screen.findByRole('checkbox', { name: 'Invite Student 1' })
    roleOf('Student 1').focus()
    for (const key of ['ArrowRight', 'ArrowLeft', 'Home', 'End', 'PageDown', 'PageUp'])
      expect([key, fireEvent.keyDown(roleOf('Student 1'), { key })]).toEqual([key, false])
    // With Alt it opens, as everywhere.
    expect(fireEvent.keyDown(roleOf('Student 1'), { key: 'ArrowDown', altKey: true })).toBe(true)
    expect(document.activeElement).toBe(roleOf('Student 1'))
    expect(fireEvent.keyDown(roleOf('Student 1'), { key: 'ArrowDown' })).toBe(false)
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'Invite Student 2' }))
  })

  it('finds a person in a long list', async () => {
    show({ roster: ready([...people(30), person('x', { name: 'José Peña' })]) })
    await deed('Invite 31 students')
    fireEvent.input(screen.getByRole('searchbox', { name: 'Find a person' }), { target: { value: 'pena' } })
    await waitFor(() => expect(screen.getAllByRole('checkbox', { name: /^Invite / })).toHaveLength(1))
    await deed('Invite 31 students')
  })

  it('shows two people of one mailbox on one line', async () => {
    const both = [
      person('1', { name: 'Nia', email: 'home@example.edu' }),
      person('2', { name: 'Zuri', email: 'home@example.edu' }),
    ]
    const { asked } = show({ roster: ready(both) })
    fireEvent.click(await deed('Invite 1 student'))
    await screen.findByText('Nia / Zuri')
    await waitFor(() => expect(asked.orders[0]?.people).toHaveLength(1))
  })

  it('says in one line who is left out', async () => {
    show({
      roster: ready([...people(2), person('p', { role: 'observer' })], {
        leftOut: { observers: 1, testStudents: 1, guests: 3 },
      }),
    })
    await screen.findByText('Left out: 2 observers, 1 test student, and 3 guests')
  })

  it('names somebody without a name once, by their address', async () => {
    show({ roster: ready([person('x', { name: '', email: 'sam@example.edu' })]) })
    expect(await screen.findAllByText('sam@example.edu')).toHaveLength(1)
  })

  it('shows hostile names as text', async () => {
    show({ roster: ready([person('x', { name: '<img src=x onerror=alert(1)>' })]) })
    await screen.findByText('<img src=x onerror=alert(1)>')
    expect(document.querySelector('img')).toBeNull()
  })
})

describe('which Group', () => {
  it('has to be picked when there are several and nothing is remembered', async () => {
    const { asked } = show({ choice: undefined })
    expect(isOff(await deed('Pick a Group first'))).toBe(true)
    const field = screen.getByRole('combobox', { name: 'Group' })
    fireEvent.click(field)
    fireEvent.input(field, { target: { value: 'lab' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    await deed('Invite 5 students')
    expect(asked.choices).toEqual([{ key: `${course.site}|${course.courseId}`, groupId: labA.id, role: 'member' }])
  })

  it('offers only Groups one may invite to, each with where it lies', async () => {
    show()
    fireEvent.click(await screen.findByRole('combobox', { name: 'Group' }))
    await waitFor(() =>
      expect(
        within(screen.getByRole('listbox', { name: 'Group' }))
          .getAllByRole('option')
          .map((option) => option.getAttribute('aria-label') ?? option.textContent),
      ).toEqual(['Biology 101', 'Lab section A, in Biology 101', 'New Group']),
    )
  })

  it('is left as it was by Escape', async () => {
    show()
    const field = await screen.findByRole('combobox', { name: 'Group' })
    await screen.findByDisplayValue('Biology 101')
    fireEvent.click(field)
    fireEvent.input(field, { target: { value: 'lab' } })
    fireEvent.keyDown(field, { key: 'Escape' })
    screen.getByDisplayValue('Biology 101')
    expect(field.getAttribute('aria-expanded')).toBe('false')
  })

  it('can be made on the spot, named after the course', async () => {
    const { asked } = show({ groups: [], choice: undefined })
    fireEvent.click(await deed('Create Group'))
    await screen.findByRole('textbox', { name: 'Name of the new Group' })
    screen.getByDisplayValue('BIO 101')
    fireEvent.click(await deed('Create Group'))
    await deed('Invite 5 students')
    expect(asked.calls.find(({ name }) => name === 'groups.create')?.input).toMatchObject({
      name: 'BIO 101',
      parentId: null,
    })
  })

  it('is asked of an Owner by those who may not make one', async () => {
    const member = { ...me, workspaces: me.workspaces.map((one) => ({ ...one, role: 'member' as const })) }
    show({
      groups: [],
      choice: undefined,
      account: { state: 'signedIn', service: 'https://groups.example.edu', me: member },
    })
    await screen.findByRole('heading', { name: 'You own no Groups yet' })
    expect(screen.queryByRole('button', { name: 'Create Group' })).toBeNull()
  })
})

describe('when the service does not play along', () => {
  it('invites unchecked when it does not answer', async () => {
    const { asked } = show({
      problems: { 'members.addresses': new CallProblem('unreachable') },
      roster: ready(people(2)),
    })
    await screen.findByText('The group service does not answer', {}, { timeout: 3_000 })
    fireEvent.click(await deed('Invite 2 students'))
    await waitFor(() => expect(asked.orders).toHaveLength(1))
  })

  it('sends nothing to a Group one has lost', async () => {
    show({ problems: { 'members.addresses': new CallProblem('notAllowed') }, roster: ready(people(2)) })
    await screen.findByText('Your role does not allow this')
    expect(isOff(await deed('Pick another Group'))).toBe(true)
  })

  it('shows the Groups it knew while offline', async () => {
    show({ account: { state: 'offline', service: 'https://groups.example.edu', me } })
    await screen.findByText(/The group service does not answer; this is what it said last/)
    await screen.findByDisplayValue('Biology 101')
  })

  it('says so when it never answered', async () => {
    show({ problems: { 'groups.list': new CallProblem('notAllowed') } })
    await screen.findByRole('heading', { name: 'Your role does not allow this' })
    await deed('Try again')
  })
})

describe('signing in', () => {
  it('is one sentence and one button, with the roster still in sight', async () => {
    const { asked } = show({ account: { state: 'signedOut', service: 'https://groups.example.edu' } })
    screen.getByText('5 people, complete')
    screen.getByText(/Your Groups live at groups.example.edu/)
    fireEvent.click(await deed('Sign in'))
    await deed('Invite 5 students')
    expect(asked.acts).toEqual(['signIn'])
  })

  it('can be at another service: its address is changed in the settings, which the account leads to as well', async () => {
    const { asked, account } = show({ account: { state: 'signedOut', service: 'https://groups.example.edu' } })
    fireEvent.click(await deed('Change the address'))
    expect(asked.opened).toEqual(['settings'])
    act(() => account.set(signedIn))
    fireEvent.click(await deed(/^Account of/))
    fireEvent.click(await deed('Settings'))
    expect(asked.opened).toEqual(['settings', 'settings'])
  })

  it('that was broken off says so and can be begun again', async () => {
    show({
      account: { state: 'signedOut', service: 'https://groups.example.edu' },
      problems: { me: new CallProblem('signedOut') },
    })
    fireEvent.click(await deed('Sign in'))
    await screen.findByText('The sign-in window was closed before it was finished.')
    expect(isOff(await deed('Sign in'))).toBe(false)
  })
})
