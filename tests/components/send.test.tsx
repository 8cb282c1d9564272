import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { JobChunk, RefuseReason, WaitReason } from '../../lib/jobs/job.ts'
import { job, me, people } from '../helpers/fakeServices.ts'
import { show } from './render.tsx'

const chunk: JobChunk = {
  key: me.id,
  people: [
    { email: 'a@example.edu', name: 'Ana', role: 'member' },
    { email: 'b@example.edu', name: ' ＝1+1', role: 'member' },
    { email: 'not an address', role: 'member' },
  ],
  outcomes: [
    { email: 'a@example.edu', outcome: 'invited' },
    { email: 'b@example.edu', outcome: 'roleDiffers', role: 'owner' },
    { email: 'not an address', outcome: 'invalid' },
  ],
}
const done = (over: Parameters<typeof job>[0] = {}) =>
  job({
    createdAt: new Date().toISOString(),
    state: 'done',
    total: 3,
    sent: 3,
    counts: { invited: 1, roleDiffers: 1, invalid: 1 },
    ...over,
  })
const button = (name: string | RegExp) => screen.findByRole('button', { name })

describe('a send under way', () => {
  it('tells how far it is, moves on, and may be closed', async () => {
    const { jobs } = show({ jobs: [job()] })
    const bar = await screen.findByRole('progressbar', { name: 'Inviting 297 people to Biology 101' })
    expect([bar.getAttribute('aria-valuenow'), bar.getAttribute('aria-valuemax')]).toEqual(['120', '297'])
    screen.getByText(/You can close this/)
    act(() => jobs.set([job({ sent: 200 })]))
    await screen.findByText('200 of 297')
  })

  const waits: [WaitReason, string][] = [
    ['unreachable', 'The group service does not answer'],
    ['slow', 'The group service takes very long to answer'],
    ['notTheService', 'Something else answered instead of the group service'],
    ['busy', 'The group service is busy'],
  ]
  it.each(waits)('waiting because %s says so and can be tried at once', async (waitingFor, words) => {
    const { asked } = show({ jobs: [job({ state: 'waiting', waitingFor })] })
    await screen.findByText(words)
    fireEvent.click(await button('Try now'))
    await waitFor(() => expect(asked.acts).toEqual([`retry ${job().id}`]))
  })

  it('waiting for a sign-in goes on after it', async () => {
    const { asked } = show({ jobs: [job({ state: 'waiting', waitingFor: 'signedOut' })] })
    await screen.findByText('The group service has signed you out')
    fireEvent.click(await button('Sign in again'))
    await waitFor(() => expect(asked.acts).toEqual(['signIn', `retry ${job().id}`]))
  })

  it('offers to tell its end, and says so once it may', async () => {
    show({ jobs: [job()], notices: false })
    fireEvent.click(await button('Tell me when it is done'))
    await screen.findByText('You are told when it is done.')
  })

  it('of another course does not stand in the way of this one', async () => {
    show({ jobs: [job({ courseKey: 'https://canvas.example.edu|999' })] })
    await button('Invite 5 students')
  })
})

describe('a send that is over', () => {
  it('does not stand in the way of the next when the screen opens later', async () => {
    const then = '2026-09-01T08:00:05Z'
    show({ jobs: [done({ heldUntil: then, seenAt: then })], chunks: [chunk] })
    await button('Invite 5 students')
  })

  it('that nobody saw end is shown', async () => {
    show({ jobs: [done({ heldUntil: '2026-09-01T08:00:05Z' })], chunks: [chunk] })
    await screen.findByRole('heading', { name: '1 person is invited to Biology 101' })
  })

  it('stays as long as somebody looks at it', async () => {
    const { jobs } = show({ jobs: [job()], chunks: [chunk] })
    await screen.findByRole('progressbar')
    act(() => jobs.set([done({ heldUntil: '2026-09-01T08:00:05Z' })]))
    await screen.findByRole('heading', { name: '1 person is invited to Biology 101' })
  })
})

describe('what became of everybody', () => {
  it('is told per person, what needs a look first', async () => {
    show({ jobs: [done()], chunks: [chunk] })
    await screen.findByRole('heading', { name: '1 person is invited to Biology 101' })
    await screen.findByText('Ana')
    expect(
      within(screen.getByRole('list', { name: 'People' }))
        .getAllByRole('heading')
        .map(({ textContent }) => textContent),
    ).toEqual(['1 not an address', '1 keeps another role', '1 invited'])
    screen.getByText('Stays Owner')
  })

  it('goes along as a table in which nothing is a formula', async () => {
    const { asked } = show({ jobs: [done()], chunks: [chunk] })
    await screen.findByText('Ana')
    fireEvent.click(await button('Copy list'))
    await button('Copied')
    expect(asked.copied).toEqual([
      [
        'Name\tAddress\tRole\tOutcome',
        'Ana\ta@example.edu\tMember\tInvited',
        "' ＝1+1\tb@example.edu\tOwner\tStays Owner",
        '\tnot an address\tMember\tNot an address',
      ].join('\n'),
    ])
  })

  it('is looked at and taken along kind by kind', async () => {
    const { asked } = show({ jobs: [done()], chunks: [chunk] })
    await screen.findByText('Ana')
    const kind = await button('1 keeps another role')
    fireEvent.click(kind)
    await waitFor(() => expect(screen.queryByText('Ana')).toBeNull())
    expect(kind.getAttribute('aria-pressed')).toBe('true')
    fireEvent.click(await button('Copy list'))
    await waitFor(() => expect(asked.copied[0]?.split('\n')).toHaveLength(2))
    fireEvent.click(await button('Save as CSV'))
    await waitFor(() => expect(asked.saved).toHaveLength(1))
    expect(asked.saved[0]?.text).toBe(
      `\ufeffName,Address,Role,Outcome\r\n"' ＝1+1",b@example.edu,Owner,Stays Owner\r\n`,
    )
    fireEvent.click(kind)
    await screen.findByText('Ana')
  })

  it('goes along as a file in which nothing is a formula, named after the Group', async () => {
    const groupName = '=Bio: 101/2 '
    const { asked } = show({ jobs: [done({ groupName })], chunks: [chunk] })
    await screen.findByText('Ana')
    fireEvent.click(await button('Save as CSV'))
    await waitFor(() =>
      expect(asked.saved).toEqual([
        {
          fileName: 'Bio-101-2.csv',
          type: 'text/csv',
          text: [
            '\ufeffName,Address,Role,Outcome',
            'Ana,a@example.edu,Member,Invited',
            `"' ＝1+1",b@example.edu,Owner,Stays Owner`,
            ',not an address,Member,Not an address',
            '',
          ].join('\r\n'),
        },
      ]),
    )
  })

  it('is put away by Done, and the list is asked for afresh', async () => {
    const { asked } = show({ jobs: [done()], chunks: [chunk] })
    fireEvent.click(await button('Done'))
    await button('Invite 5 students')
    expect(asked.acts).toEqual([`dismiss ${job().id}`])
  })

  it('is put away once it is known who is in the Group by now: nobody is offered a second time', async () => {
    const { jobs, world } = show({ addresses: [] })
    await button('Invite 5 students')
    act(() => jobs.set([done()]))
    world.addresses = people(5).map(({ email = '' }) => ({
      email,
      role: 'member',
      state: 'pending',
      since: '2026-08-28',
    }))
    const again: string[] = []
    const watch = new MutationObserver(() => {
      for (const { textContent } of screen.queryAllByRole('button', { name: /^Invite \d/ })) again.push(textContent)
    })
    fireEvent.click(await button('Done'))
    watch.observe(document.body, { childList: true, subtree: true, characterData: true })
    await button('Everyone is invited')
    watch.disconnect()
    expect(again).toEqual([])
  })

  it('offers the button on this site for good', async () => {
    show({ jobs: [done()], chunks: [chunk], site: 'https://canvas.example.edu' })
    fireEvent.click(await button('Always on this site'))
    await screen.findByText('The Invite button now shows on canvas.example.edu.')
  })
})

describe('Undo', () => {
  beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-09-01T08:00:00Z'), shouldAdvanceTime: true }))
  afterEach(() => void vi.useRealTimers())

  it('is there while mails are held, with the seconds that are left', async () => {
    const { asked } = show({ jobs: [done({ heldUntil: '2026-09-01T08:00:05Z' })], chunks: [chunk] })
    await screen.findByText('Mails leave in 5 seconds.')
    fireEvent.click(await button('Undo'))
    await waitFor(() => expect(asked.acts).toEqual([`undo ${job().id}`]))
    await act(() => vi.advanceTimersByTimeAsync(4_000))
    await screen.findByText('Mails leave in 1 second.')
    await act(() => vi.advanceTimersByTimeAsync(1_000))
    await screen.findByText(/Mails are on their way/)
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
  })

  it('says what it came to', async () => {
    show({ jobs: [done({ state: 'undone', undone: { undone: 1, tooLate: 2 } })] })
    await screen.findByRole('heading', { name: '1 invitation taken back' })
    screen.getByText(
      /^2 mails had left before that; those people stay invited\. The course stays linked with its Group\.$/,
    )
  })
})

describe('the sends of one press into several Groups', () => {
  const together = '00000000-0000-4000-8000-000000000777'
  const [labA, labB] = ['1', '2'].map((end) => `00000000-0000-4000-8000-00000000090${end}`)
  const into = (id: string | undefined, groupName: string, over: Parameters<typeof job>[0] = {}) =>
    done({ id: id ?? '', groupName, together, heldUntil: new Date(Date.now() + 9_000).toISOString(), ...over })

  it('are one outcome: a line for each Group, somebody in two counted once, one Undo, one Done', async () => {
    const { asked } = show({ jobs: [into(labA, 'Lab A'), into(labB, 'Lab B')], chunks: [chunk] })
    await screen.findByRole('heading', { name: '1 person is invited to Lab A and Lab B' })
    const lines = within(screen.getByRole('list', { name: 'Group' })).getAllByRole('listitem')
    expect(lines.map(({ textContent }) => textContent)).toEqual(['Lab A1 invited', 'Lab B1 invited'])
    fireEvent.click(await button('Undo'))
    await waitFor(() => expect(asked.acts).toEqual([`undo ${labA}`, `undo ${labB}`]))
    fireEvent.click(await button('Save as CSV'))
    await waitFor(() => expect(asked.saved[0]?.text).toContain('Ana,a@example.edu,Member,Invited,Lab B'))
    fireEvent.click(await button('Done'))
    await waitFor(() => expect(asked.acts.slice(2)).toEqual([`dismiss ${labA}`, `dismiss ${labB}`]))
  })

  it('are under way until the last of them is done', async () => {
    const under = into(labB, 'Lab B', { state: 'running', sent: 1, total: 7 })
    show({ jobs: [into(labA, 'Lab A'), under], chunks: [chunk] })
    const bar = await screen.findByRole('progressbar', { name: 'Inviting 10 people to Lab A and Lab B' })
    expect(bar.getAttribute('aria-valuenow')).toBe('4')
  })

  it('say which of them was refused, and why', async () => {
    const refused = into(labB, 'Lab B', { state: 'refused', refused: 'notAllowed', counts: {} })
    show({ jobs: [into(labA, 'Lab A'), refused], chunks: [chunk] })
    await screen.findByText('You may not invite people to Lab B any more')
    screen.getByRole('heading', { name: '1 person is invited to Lab A' })
  })
})

describe('a send that the service refused', () => {
  const reasons: [RefuseReason, string][] = [
    ['notAllowed', 'You may not invite people to Biology 101 any more'],
    ['notFound', 'Biology 101 is not there any more'],
    ['notUnderstood', 'The group service did not understand this'],
    ['keyReused', 'The group service could not do this'],
    ['tooLarge', 'This is more than the group service takes at once'],
    ['versionMismatch', 'The group service and this extension are different versions'],
  ]
  it.each(reasons)('%s: says why, and keeps the list', async (refused, words) => {
    const { asked } = show({
      jobs: [job({ state: 'refused', refused, sent: 0 })],
      chunks: [{ key: me.id, people: chunk.people }],
    })
    await screen.findByText(words)
    await screen.findByText('3 not sent')
    fireEvent.click(await button('Save as CSV'))
    await waitFor(() => expect(asked.saved[0]?.text).toContain('Ana,a@example.edu,Member,Not sent'))
    fireEvent.click(await button('Back to the list'))
    await waitFor(() => expect(asked.acts).toEqual([`dismiss ${job().id}`]))
  })
})
