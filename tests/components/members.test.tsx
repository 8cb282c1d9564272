import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { CallProblem } from '../../lib/contract/errors.ts'
import type { MemberRow } from '../../lib/contract/schemas.ts'
import { biology } from '../helpers/fakeServices.ts'
import { show } from './render.tsx'

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
      'Mail waits its turn',
      'Mail sent',
    ]
    for (const chip of chips) within(list).getByText(chip)
    await screen.findByRole('tab', { name: /^Pending 6$/ })
  })

  it('are found by typing', async () => {
    await open({ members: [row(1, { state: 'accepted' }), row(2, { state: 'accepted' })] })
    await screen.findByText('Person 2')
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'p1@' } })
    await waitFor(() => expect(screen.queryByText('Person 2')).toBeNull())
    screen.getByText('Person 1')
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
})
