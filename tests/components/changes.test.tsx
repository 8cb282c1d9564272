import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { CallProblem } from '../../lib/contract/errors.ts'
import type { KnownAddress } from '../../lib/contract/index.ts'
import { biology, course, labA, people, person, roster } from '../helpers/fakeServices.ts'
import { show } from './render.tsx'

const since = '2026-08-28T09:30:00Z'
const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const known = (key: string, index: number, over: Partial<KnownAddress> = {}): KnownAddress => ({
  email: `student.${key}@example.edu`,
  name: `Student ${key}`,
  role: 'member',
  state: 'member',
  since,
  id: uuid(1000 + index),
  origin: 'roster',
  ...over,
})
/** So many people, all in the Group already. */
const allIn = (count: number) => Array.from({ length: count }, (_, index) => known(String(index + 1), index))
const linked = [{ groupId: biology.id, site: course.site, course: course.courseId, name: course.name }]
const ready = (...some: Parameters<typeof roster>) => ({ kind: 'ready', roster: roster(...some) }) as const
const box = (name: string | RegExp) => screen.findByRole<HTMLInputElement>('checkbox', { name })
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))
const asksFor = (asked: { calls: { name: string; input: unknown }[] }, name: string) =>
  asked.calls.filter((call) => call.name === name).map(({ input }) => input)

describe('who is gone from the roster', () => {
  const gone = known('gone', 90, { name: 'Gone Girl', email: 'gone@example.edu' })
  const addresses = [...allIn(19), gone]

  it('is shown, unticked, and can be taken out and brought back', async () => {
    const { asked } = show({ roster: ready(people(19)), addresses, rosterLinks: linked })
    await screen.findByRole('button', { name: 'Everyone is invited' }, { timeout: 5000 })
    expect(await screen.findByText('1 person is gone from the roster')).toBeTruthy()
    await press('Show them')
    const tick = await box('Remove Gone Girl')
    expect(tick.checked).toBe(false)
    expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull()
    expect(JSON.stringify(asked.calls)).not.toContain('student.')
    fireEvent.click(tick)
    await press('Remove 1 person')
    expect(await screen.findByText('1 person was removed from the Group')).toBeTruthy()
    expect(asksFor(asked, 'rosters.removeGone')).toEqual([
      {
        groupId: biology.id,
        people: people(19).map(({ email }) => ({ email, role: 'member' })),
        complete: true,
        total: 19,
        ids: [gone.id],
      },
    ])
    await waitFor(() => expect(screen.queryByText(/one from the roster/)).toBeNull())
    await press('Undo')
    expect(await screen.findByText('Gone from the roster · 1')).toBeTruthy()
    expect(asksFor(asked, 'members.restore')).toEqual([{ groupId: biology.id, ids: [gone.id] }])
  })

  it('is taken out of each Group that the roster put them into, and brought back into each', async () => {
    const inLab = { groupId: labA.id, site: course.site, course: `${course.courseId} › A`, name: '' }
    const some = people(19).map((one, index) => ({ ...one, sections: [index % 2 ? 'A' : 'B'] }))
    const alone = known('lab', 91, { name: 'Lee Lab', email: 'lee@example.edu', state: 'pending' })
    const { asked } = show({
      roster: { kind: 'ready', roster: { ...roster(some) } },
      groups: [biology, { ...labA, parentId: biology.id }],
      addresses: [...allIn(19), gone],
      seated: { [labA.id]: [gone, alone] },
      rosterLinks: [...linked, inLab],
    })
    expect(await screen.findByText('2 people are gone from the roster')).toBeTruthy()
    await press('Show them')
    fireEvent.click(await box('Remove Gone Girl'))
    fireEvent.click(await box('Remove Lee Lab'))
    await press('Remove 2 people')
    expect(await screen.findByText('2 people were removed from the Group')).toBeTruthy()
    expect(asksFor(asked, 'rosters.removeGone')).toMatchObject([
      { groupId: biology.id, ids: [gone.id] },
      { groupId: labA.id, ids: [gone.id, alone.id] },
    ])
    await press('Undo')
    await waitFor(() =>
      expect(asksFor(asked, 'invitations.send')).toMatchObject([
        { groupId: labA.id, origin: 'roster', people: [{ email: alone.email, again: true }] },
      ]),
    )
    expect(asksFor(asked, 'members.restore')).toEqual([
      { groupId: biology.id, ids: [gone.id] },
      { groupId: labA.id, ids: [gone.id] },
    ])
  })

  it('wants a second look when they are more than a tenth', async () => {
    const { asked } = show({ roster: ready(people(16)), addresses, rosterLinks: linked })
    expect(await screen.findByText('4 people are gone from the roster')).toBeTruthy()
    await press('Show them')
    fireEvent.click(await box('Remove Gone Girl'))
    await press('Remove 1 person')
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText('Look once more: 4 of 20 people are gone at once')).toBeTruthy()
    expect(asksFor(asked, 'rosters.removeGone')).toEqual([])
    fireEvent.click(within(dialog).getByRole('button', { name: 'Remove 1 person' }))
    await waitFor(() =>
      expect(asksFor(asked, 'rosters.removeGone')).toMatchObject([{ confirmed: true, ids: [gone.id] }]),
    )
  })

  it('wants one too where the service counts more than is seen here', async () => {
    const problems = { 'rosters.removeGone': new CallProblem('shrinks') }
    const { asked } = show({ roster: ready(people(19)), addresses, rosterLinks: linked, problems })
    await press('Show them')
    fireEvent.click(await box('Remove Gone Girl'))
    await press('Remove 1 person')
    const dialog = await screen.findByRole('dialog')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Remove 1 person' }))
    await waitFor(() => expect(asksFor(asked, 'rosters.removeGone')).toHaveLength(2))
    expect(asksFor(asked, 'rosters.removeGone')[0]).not.toHaveProperty('confirmed')
    expect(asksFor(asked, 'rosters.removeGone')[1]).toMatchObject({ confirmed: true, ids: [gone.id] })
  })

  it('that is only invited gets an invitation anew when it was taken back by mistake', async () => {
    const waits = { ...gone, state: 'pending' as const }
    const { asked } = show({ roster: ready(people(19)), addresses: [...allIn(19), waits], rosterLinks: linked })
    await press('Show them')
    fireEvent.click(await box('Remove Gone Girl'))
    await press('Remove 1 person')
    await press('Undo')
    await waitFor(() =>
      expect(asksFor(asked, 'invitations.send')).toMatchObject([
        { origin: 'roster', people: [{ email: waits.email, name: 'Gone Girl', role: 'member', again: true }] },
      ]),
    )
  })

  it.each([
    ['the reading is not whole', ready(people(19), { complete: false, partial: 'rowsOnPage' }), linked],
    ['the LMS counts others', ready(people(19), { total: 20 }), linked],
    ['it is somebody else’s view', ready(people(19), { asSomebodyElse: true }), linked],
    ['it is a copy of the site', ready(people(19), { testSite: true }), linked],
    ['the course is not linked with the Group', ready(people(19)), []],
    ['the course is linked with another Group', ready(people(19)), [{ ...linked[0]!, groupId: uuid(999) }]],
  ] as const)('is not spoken of where %s', async (_why, state, rosterLinks) => {
    show({ roster: state, addresses, rosterLinks: [...rosterLinks] })
    await screen.findByRole('button', { name: 'Everyone is invited' }, { timeout: 5000 })
    expect(screen.queryByText(/gone from the roster/)).toBeNull()
  })

  it('cannot be taken out while somebody on the roster has no address', async () => {
    const { email, emailSource, ...hidden } = person('hidden')
    show({ roster: ready([...people(19), hidden]), addresses, rosterLinks: linked })
    expect(await screen.findByText(/so nobody can be taken out from here/)).toBeTruthy()
    await press('Show them')
    expect(await screen.findByText('Gone Girl')).toBeTruthy()
    expect(screen.queryByRole('checkbox', { name: /^Remove/ })).toBeNull()
  })
})

describe('who has another role', () => {
  const ta = person('ta', { name: 'Lucia Marino', email: 'student.ta@example.edu', role: 'ta' })
  const addresses = [
    ...allIn(3),
    known('ta', 50),
    known('4', 51, { role: 'facilitator' }),
    known('5', 52, { state: 'pending', role: 'facilitator' }),
  ]
  const world = { roster: ready([...people(5), ta]), addresses }

  it('is offered the roster’s, and nobody’s role is changed by itself', async () => {
    const { asked } = show(world)
    const tick = await box('Make Lucia Marino Facilitator')
    expect(tick.checked).toBe(false)
    expect((await box('Have another role · 3')).checked).toBe(false)
    fireEvent.click(tick)
    await press('Change 1 role')
    expect(await screen.findByText('1 role was changed')).toBeTruthy()
    expect(asksFor(asked, 'members.setRole')).toEqual([{ groupId: biology.id, ids: [uuid(1050)], role: 'facilitator' }])
    await press('Undo')
    await waitFor(() => expect(asksFor(asked, 'members.setRole')).toHaveLength(2))
    expect(asksFor(asked, 'members.setRole')[1]).toEqual({ groupId: biology.id, ids: [uuid(1050)], role: 'member' })
  })

  it('is lowered one by one alone, with a word, members and invitations alike', async () => {
    const { asked } = show(world)
    fireEvent.click(await box('Have another role · 3'))
    expect(await screen.findByRole('button', { name: 'Change 1 role' })).toBeTruthy()
    fireEvent.click(await box('Make Lucia Marino Facilitator'))
    fireEvent.click(await box('Make Student 4 Member'))
    fireEvent.click(await box('Make Student 5 Member'))
    expect(await screen.findByText('2 of them to a lower one')).toBeTruthy()
    await press('Change 2 roles')
    await waitFor(() => expect(asksFor(asked, 'invitations.setRole')).toHaveLength(1))
    expect(asksFor(asked, 'members.setRole')).toEqual([{ groupId: biology.id, ids: [uuid(1051)], role: 'member' }])
    expect(asksFor(asked, 'invitations.setRole')).toEqual([{ groupId: biology.id, ids: [uuid(1052)], role: 'member' }])
  })

  it('is not the reader, whose own role no roster takes', async () => {
    const me = person('me', { name: 'Ada', email: 'ada.instructor@example.edu', role: 'ta', you: true })
    show({
      roster: ready([...people(2), me]),
      addresses: [known('me', 60, { email: 'ada.instructor@example.edu', role: 'owner' })],
    })
    expect(await screen.findByText('Has another role · 1')).toBeTruthy()
    expect(screen.queryByRole('checkbox', { name: /^Make Ada/ })).toBeNull()
  })
})

describe('the Workspace’s own domains', () => {
  it('say who is outside, whatever the roster is like', async () => {
    const { me } = await import('../helpers/fakeServices.ts')
    const [workspace] = me.workspaces
    const workspaces = [{ ...workspace!, emailDomains: ['school.test'] }]
    show({
      roster: ready(people(3)),
      groups: [biology, labA],
      account: { state: 'signedIn', service: 'https://groups.example.edu', me: { ...me, workspaces } },
    })
    expect(await screen.findByText('Left out unless ticked · 3')).toBeTruthy()
  })
})
