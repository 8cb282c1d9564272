import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { CallProblem } from '../../lib/contract/errors.ts'
import type { MemberRow } from '../../lib/contract/schemas.ts'
import { biology } from '../helpers/fakeServices.ts'
import { isOff, show } from './render.tsx'

const row = (index: number, over: Partial<MemberRow> = {}): MemberRow => ({
  id: `00000000-0000-4000-8000-00000000080${index}`,
  email: `p${index}@example.edu`,
  name: `Person ${index}`,
  role: 'member',
  state: 'pending',
  origin: 'roster',
  since: '2026-08-28T09:30:00Z',
  delivery: 'sent',
  opened: false,
  ...over,
})
const open = async (over: Parameters<typeof show>[0] = {}) => {
  const fake = show(over)
  fireEvent.click(await screen.findByRole('tab', { name: 'Members' }))
  return fake
}

describe('members', () => {
  it('are Accepted and Pending, counted, each with how far their mail came', async () => {
    await open({
      members: [
        row(0, { state: 'accepted' }),
        row(1, { delivery: 'bounced' }),
        row(2, { opened: true }),
        row(3, { delivery: 'kept' }),
        row(4, { delivery: 'held' }),
        row(5, { delivery: 'queued' }),
        row(6),
      ],
    })
    await within(await screen.findByRole('list', { name: 'Accepted' })).findByText('Person 0')
    fireEvent.click(screen.getByRole('tab', { name: /^Pending/ }))
    const list = await screen.findByRole('list', { name: 'Pending' })
    await within(list).findByText('Person 1')
    const chips = [
      'Mail came back',
      'Opened',
      'Kept in the outbox',
      'Leaves in a moment',
      'Mail waiting its turn',
      'Mail sent',
    ]
    for (const chip of chips) within(list).getByText(chip)
    await screen.findByRole('tab', { name: /^Pending 6$/ })
  })

  it('are asked again by the page that is in sight, and by no other until it is', async () => {
    const members = Array.from({ length: 1_300 }, (_, index) =>
      row(0, {
        id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
        name: `Person ${index}`,
        email: `p${index}@example.edu`,
        state: 'accepted',
      }),
    )
    const { asked } = await open({ members, groups: [{ ...biology, members: 1_300 }] })
    const starts = () =>
      asked.calls.flatMap(({ name, input }) => {
        const { state, after = '' } = input as { state?: string; after?: string }
        return name === 'members.list' && state === 'accepted' ? [after] : []
      })
    const list = (await screen.findByRole('list', { name: 'Accepted' })).parentElement as HTMLElement
    const scrollTo = async (person: number) => {
      list.scrollTop = person * 56
      fireEvent.scroll(list)
      await screen.findByText(`Person ${person}`)
    }
    await screen.findByText('Person 0')
    for (const person of [90, 590, 1_290]) await scrollTo(person)
    expect(starts()).toEqual(['', '100', '600', '1100'])

    asked.calls.length = 0
    fireEvent.click(screen.getByRole('button', { name: 'Person 1290' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Remove' }))
    await waitFor(() => expect(starts()).toEqual(['1100']))
    await scrollTo(300)
    await waitFor(() => expect(starts()).toEqual(['1100', '100']))
  })

  it('are found by typing', async () => {
    await open({ members: [row(1, { state: 'accepted' }), row(2, { state: 'accepted' })] })
    await screen.findByText('Person 2')
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'p1@' } })
    await waitFor(() => expect(screen.queryByText('Person 2')).toBeNull())
    screen.getByText('Person 1')
  })

  it('are narrowed by role and origin, and put in another order', async () => {
    const { asked } = await open({
      members: [
        row(1, { state: 'accepted', since: '2026-08-28T09:30:00Z' }),
        row(2, { state: 'accepted', since: '2026-08-30T09:30:00Z', origin: 'link' }),
        row(3, { state: 'accepted', role: 'owner' }),
      ],
    })
    await screen.findByText('Person 3')
    fireEvent.click(screen.getByRole('button', { name: 'Order and filters' }))
    const pick = (label: string, value: string) =>
      fireEvent.change(screen.getByRole('combobox', { name: label }), { target: { value } })
    pick('Role', 'member')
    await waitFor(() => expect(screen.queryByText('Person 3')).toBeNull())
    pick('Order', 'newest')
    const names = () => screen.getAllByText(/^Person \d$/).map(({ textContent }) => textContent)
    await waitFor(() => expect(names()).toEqual(['Person 2', 'Person 1']))
    pick('Came by', 'link')
    await waitFor(() => expect(names()).toEqual(['Person 2']))
    expect(asked.calls.findLast(({ name }) => name === 'members.list')?.input).toMatchObject({
      ...{ role: 'member', origin: 'link', sort: 'newest' },
    })
    pick('Came by', 'manual')
    await screen.findByText('Nobody matches that.')
  })

  it('say whom they were invited as, where that is another address', async () => {
    await open({ members: [row(1, { state: 'accepted', invitedAs: 'p1@mail.example.edu' })] })
    fireEvent.click(await screen.findByRole('button', { name: 'Person 1' }))
    within(await screen.findByRole('dialog', { name: 'Person 1' })).getByText('p1@mail.example.edu')
  })

  it('teach the next step while there are none', async () => {
    await open()
    await screen.findByRole('heading', { name: 'Nobody has accepted yet' })
  })

  it('have a page of their own', async () => {
    const { asked } = await open()
    fireEvent.click(await screen.findByRole('button', { name: 'Open Members page' }))
    expect(asked.opened).toEqual([`/groups/${biology.id}`])
  })

  it('that cannot be seen say why', async () => {
    await open({ problems: { 'members.list': new CallProblem('notAllowed') } })
    await screen.findByText('Your role does not allow this')
  })

  it('show a bar of how far the Group has come, and mails that came back before anything else', async () => {
    await open({ members: [row(1, { delivery: 'bounced' }), row(2)] })
    await screen.findByText('12 of 15 have accepted')
    fireEvent.click(await screen.findByRole('button', { name: '1 mail came back' }))
    // What is looked at is a tab beside the two while it is.
    const tab = await screen.findByRole('tab', { name: 'Mail came back 1' })
    expect(tab.getAttribute('aria-selected')).toBe('true')
    expect(screen.getByRole('tab', { name: /^Accepted/ }).getAttribute('aria-selected')).toBe('false')
    const list = await screen.findByRole('list', { name: 'Mail came back' })
    within(list).getByText('Person 1')
    expect(within(list).queryByText('Person 2')).toBeNull()
  })

  it('are removed and brought back', async () => {
    const { asked } = await open({ members: [row(1, { state: 'accepted' }), row(2, { state: 'accepted' })] })
    fireEvent.click(await screen.findByRole('button', { name: 'Person 1' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Remove' }))
    await screen.findByText('1 person was removed.')
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Person 1' })).toBeNull())
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await screen.findByRole('button', { name: 'Person 1' })
    expect(asked.calls.find(({ name }) => name === 'members.restore')?.input).toMatchObject({ ids: [row(1).id] })
  })

  it('get another role together, and each their own back', async () => {
    const { asked } = await open({
      members: [row(1, { state: 'accepted' }), row(2, { state: 'accepted', role: 'facilitator' })],
    })
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Tick everybody listed' }))
    screen.getByText('2 ticked')
    fireEvent.click(screen.getByRole('button', { name: 'Change role' }))
    fireEvent.click(await screen.findByRole('radio', { name: 'Owner' }))
    fireEvent.click(screen.getByRole('button', { name: 'Make Owner' }))
    await screen.findByText('2 people have the new role.')
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() =>
      expect(asked.calls.filter(({ name }) => name === 'members.setRole').map(({ input }) => input)).toMatchObject([
        { ids: [row(1).id, row(2).id], role: 'owner' },
        { ids: [row(1).id], role: 'member' },
        { ids: [row(2).id], role: 'facilitator' },
      ]),
    )
  })

  it('in through a Group around this one are not removed here', async () => {
    const from = { id: biology.id, name: 'Biology 101' }
    await open({ members: [row(1, { state: 'accepted', origin: 'inherited', from })] })
    fireEvent.click(await screen.findByRole('button', { name: 'Person 1' }))
    await screen.findByText('The Group Biology 101 around this one')
    expect(screen.queryByRole('button', { name: 'Remove' })).toBeNull()
  })

  it('have a history', async () => {
    const by = { id: row(7).id, email: 'ada@example.edu', name: 'Ada' }
    const events = [
      { at: '2026-08-28T09:30:00Z', what: 'joined', role: 'member', by: null },
      { at: '2026-08-29T09:30:00Z', what: 'role', role: 'facilitator', by },
    ] as const
    await open({ members: [row(1, { state: 'accepted' })], history: [...events] })
    fireEvent.click(await screen.findByRole('button', { name: 'Person 1' }))
    await screen.findByText(/Joined as Member/)
    screen.getByText(/Became Facilitator · by Ada/)
  })

  it('that are pending have their mails in it, each as far as it came', async () => {
    await open({
      members: [row(1)],
      mails: {
        mails: [
          { kind: 'invitation', at: '2026-08-20T09:30:00Z', delivery: 'sent' },
          { kind: 'reminder', at: '2026-08-26T09:30:00Z', delivery: 'bounced', problem: 'mailboxFull' },
        ],
        openedAt: '2026-08-21T09:30:00Z',
      },
    })
    fireEvent.click(await screen.findByRole('tab', { name: /^Pending/ }))
    fireEvent.click(await screen.findByRole('button', { name: 'Person 1' }))
    const steps = await screen.findAllByText(/^Aug .* · /)
    expect(steps.map(({ textContent }) => textContent?.replace(/^.*?(AM|PM) · /, ''))).toEqual([
      'Invitation · Mail sent',
      'Invitation opened',
      expect.stringMatching(/^Reminder · Mail came back · /),
    ])
  })

  it('that are pending are reminded, and it is said who was not', async () => {
    await open({ members: [row(1), row(2), row(3)] })
    fireEvent.click(await screen.findByRole('tab', { name: /^Pending/ }))
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Tick everybody listed' }))
    fireEvent.click(screen.getByRole('button', { name: 'Remind' }))
    await screen.findByText('1 reminder is on its way. 2 were mailed in the last two days.')
  })

  it('that are pending are all reminded after a second look', async () => {
    const { asked } = await open({ members: [row(1), row(2), row(3)] })
    fireEvent.click(await screen.findByRole('tab', { name: /^Pending/ }))
    fireEvent.click(await screen.findByRole('button', { name: 'Remind all' }))
    await screen.findByRole('heading', { name: 'Remind the 3 people who are pending?' })
    expect(asked.calls.some(({ name }) => name === 'reminders.send')).toBe(false)
    fireEvent.click(screen.getByRole('button', { name: 'Send reminders' }))
    await screen.findByText('2 reminders are on their way. 1 was mailed in the last two days.')
  })

  it('with a wrong address are invited at the right one', async () => {
    const { asked } = await open({ members: [row(1, { delivery: 'bounced', problem: 'noSuchAddress' })] })
    fireEvent.click(await screen.findByRole('button', { name: '1 mail came back' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Person 1' }))
    await screen.findByText('There is no such mailbox. Correct the address.')
    fireEvent.click(screen.getByRole('button', { name: 'Correct the address' }))
    const field = await screen.findByRole('textbox', { name: 'Address' })
    expect(isOff(screen.getByRole('button', { name: 'Send it there' }))).toBe(true)
    fireEvent.input(field, { target: { value: ' person.one@example.edu ' } })
    fireEvent.click(screen.getByRole('button', { name: 'Send it there' }))
    await screen.findByText('1 invitation goes to the new address.')
    expect(asked.calls.find(({ name }) => name === 'invitations.readdress')?.input).toMatchObject({
      changes: [{ id: row(1).id, email: 'person.one@example.edu' }],
    })
  })

  it('that are invited are taken back after a second look', async () => {
    const { asked } = await open({ members: [row(1)] })
    fireEvent.click(await screen.findByRole('tab', { name: /^Pending/ }))
    fireEvent.click(await screen.findByRole('button', { name: 'Person 1' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Take back' }))
    await screen.findByRole('heading', { name: 'Take this invitation back?' })
    expect(asked.calls.some(({ name }) => name === 'invitations.revoke')).toBe(false)
    fireEvent.click(screen.getByRole('button', { name: 'Take back' }))
    await screen.findByText('1 invitation was taken back.')
  })

  it('are only looked at by a Facilitator', async () => {
    await open({
      groups: [{ ...biology, role: 'facilitator' }],
      members: [row(1, { state: 'accepted' })],
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Person 1' }))
    await screen.findByText('Came by')
    for (const name of ['Remove', 'Change role']) expect(screen.queryByRole('button', { name })).toBeNull()
    expect(screen.queryByRole('checkbox')).toBeNull()
  })

  it('that could not be changed stay as they were, and it is said why', async () => {
    await open({
      members: [row(1, { state: 'accepted' })],
      problems: { 'members.remove': new CallProblem('notAllowed') },
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Person 1' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Remove' }))
    await screen.findByText('Your role does not allow this')
    await screen.findByRole('button', { name: 'Person 1' })
  })
})
