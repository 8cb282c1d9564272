import { act, configure, fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { PersonRow } from '../../components/invite/PersonRow.tsx'
import { SectionHead } from '../../components/invite/SectionHead.tsx'
import { PersonLine } from '../../components/members/PersonLine.tsx'
import { SentRow } from '../../components/send/SentList.tsx'
import type { MemberRow } from '../../lib/contract/index.ts'
import type { JobChunk } from '../../lib/jobs/job.ts'
import { biology, job, me, people, person, roster } from '../helpers/fakeServices.ts'
import { show } from './render.tsx'

/** On Preact, as it ships, and on React itself (`vitest.config.ts`): no row is drawn that did not change. */
const renders = await vi.hoisted(async () => (await import('../helpers/renders.ts')).watchRenders())

const many = people(200)
const ready = (some = many) => ({ kind: 'ready', roster: roster(some) }) as const
const drawnKeys = () => renders.of(PersonRow).map(({ row }) => row.key)
const names = () => new Set(screen.getAllByText(/^Student \d+$/).map(({ textContent }) => textContent))
const appeared = (before: ReadonlySet<string>) => [...names()].filter((name) => !before.has(name))
const drawnNames = () => renders.of(PersonRow).map(({ row }) => row.names[0])
const list = () => screen.getByRole('list', { name: 'People' }).parentElement as HTMLElement

// Long lists take their time on a busy machine.
configure({ asyncUtilTimeout: 20_000 })
beforeEach(renders.clear)

describe('the list of a class', () => {
  const open = async (over: Parameters<typeof show>[0] = {}) => {
    const shown = show({ roster: ready(), ...over })
    await screen.findByRole('button', { name: /^Invite \d+ student/ })
    await screen.findByText('Student 1')
    renders.clear()
    return shown
  }

  it('draws one row and its section for one tick', async () => {
    await open()
    fireEvent.click(screen.getByRole('checkbox', { name: 'Invite Student 3' }))
    await screen.findByRole('button', { name: 'Invite 199 students' })
    expect(drawnKeys()).toEqual(['3'])
    expect(renders.of(SectionHead)).toHaveLength(1)
  })

  it('draws the row that has the keyboard, and the one that had it', async () => {
    await open()
    screen.getByRole('checkbox', { name: 'Invite Student 3' }).focus()
    await waitFor(() => expect(drawnKeys()).toEqual(['3']))
    renders.clear()
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowDown' })
    await waitFor(() => expect(drawnKeys()).toEqual(['3', '4']))
  })

  it('draws for every key the rows that it brings, and no other', async () => {
    await open()
    for (const typed of ['2', '24', '2', '']) {
      const before = names()
      renders.clear()
      fireEvent.input(screen.getByRole('searchbox'), { target: { value: typed } })
      await waitFor(() => expect(names()).not.toEqual(before))
      expect(drawnNames().toSorted()).toEqual(appeared(before).toSorted())
    }
  })

  it('draws what comes into sight while it scrolls', async () => {
    await open()
    const before = names()
    list().scrollTop = 10 * 56
    fireEvent.scroll(list())
    await screen.findByText('Student 25')
    // The first of the list is where Tab arrives.
    const [first] = names()
    expect(new Set(drawnNames())).toEqual(new Set([first, ...appeared(before)]))
    expect(before.has('Student 25')).toBe(false)
    expect(names().has('Student 1')).toBe(false)
  })

  it('draws nothing while the scroll stays within a row', async () => {
    await open()
    list().scrollTop = 20
    fireEvent.scroll(list())
    await act(async () => {})
    expect(drawnKeys()).toEqual([])
  })

  it('draws one row for one role', async () => {
    await open()
    fireEvent.change(screen.getByRole('combobox', { name: 'Role of Student 2' }), { target: { value: 'facilitator' } })
    await waitFor(() => expect(drawnKeys()).toEqual(['2']))
  })

  it('draws nobody again when the same people are read again, and only those that are others', async () => {
    const shown = await open()
    act(() => shown.roster.set(ready(structuredClone(many))))
    expect(drawnKeys()).toEqual([])
    const [first, second, ...others] = structuredClone(many)
    const late = person('late', { name: 'Student 1000', email: 'late@example.edu' })
    act(() => shown.roster.set(ready([late, first!, { ...second!, name: 'Student 2000' }, ...others])))
    expect(drawnKeys().toSorted()).toEqual(['2', 'late'])
  })

  it('draws nobody while another course’s send goes on', async () => {
    const shown = await open()
    const elsewhere = { courseKey: 'https://canvas.example.edu|other' }
    for (const sent of [0, 120, 240]) act(() => shown.jobs.set([job({ ...elsewhere, sent })]))
    expect(drawnKeys()).toEqual([])
  })
})

describe('the outcome of a send', () => {
  it('draws nobody again while the send itself is told about', async () => {
    const chunk: JobChunk = {
      key: me.id,
      people: people(5).map(({ email = '', name }) => ({ email, name, role: 'member' as const })),
      outcomes: people(5).map(({ email = '' }) => ({ email, outcome: 'invited' as const })),
    }
    const done = job({ state: 'done', total: 5, sent: 5, counts: { invited: 5 } })
    const shown = show({ roster: ready(), jobs: [done], chunks: [chunk] })
    await screen.findByText('Student 5')
    renders.clear()
    act(() => shown.jobs.set([{ ...done, seenAt: new Date().toISOString() }]))
    expect(renders.of(SentRow)).toEqual([])
  })
})

describe('the members', () => {
  const members = people(900).map(
    ({ key, name, email = '' }): MemberRow => ({
      id: `00000000-0000-4000-8000-${key.padStart(12, '0')}`,
      email,
      name,
      role: 'member',
      state: 'accepted',
      origin: 'roster',
      since: '2026-08-28T09:30:00Z',
      delivery: 'none',
      opened: false,
    }),
  )
  const drawnMembers = () => renders.of(PersonLine).map(({ row }) => row.name)
  const open = async () => {
    show({ members, groups: [{ ...biology, members: 900 }] })
    fireEvent.click(await screen.findByRole('tab', { name: 'Members' }))
    await screen.findByRole('checkbox', { name: 'Tick Student 3' })
    await act(async () => {})
    renders.clear()
  }

  it('are drawn one by one as they are ticked', async () => {
    await open()
    fireEvent.click(screen.getByRole('checkbox', { name: 'Tick Student 3' }))
    await screen.findByText('1 ticked')
    expect(drawnMembers()).toEqual(['Student 3'])
  })

  it('are not drawn again when the next page of them comes', async () => {
    await open()
    const members = screen.getByRole('list', { name: 'Accepted' })
    const before = names()
    const scroller = members.parentElement as HTMLElement
    scroller.scrollTop = 70 * 56
    fireEvent.scroll(scroller)
    await waitFor(() => expect(members.querySelector('[aria-setsize="601"]')).not.toBeNull())
    const [first] = names()
    const seen = new Set([first, ...appeared(before)])
    expect(new Set(drawnMembers())).toEqual(seen)
    expect(drawnMembers()).toHaveLength(seen.size)
  })
})
