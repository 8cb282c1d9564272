import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { CallProblem } from '../../lib/contract/errors.ts'
import { App } from '../../server/web/App.tsx'
import { createTypeAhead } from '../../server/web/sidebar/typeAhead.ts'
import { biology, chemistry, group, labA } from '../helpers/fakeServices.ts'
import { isOff, show } from './render.tsx'

const draft = group(5, 'Draft', { type: 'private', members: 1, pending: 0 })
const statistics = group(7, 'Statistics')
const groups = [biology, labA, chemistry, draft, statistics]

const open = (path = '/', over: Parameters<typeof show>[0] = {}) => {
  const place = memoryLocation({ path, record: true })
  const fake = show(
    { roster: null, groups, ...over },
    <Router hook={place.hook}>
      <App />
    </Router>,
  )
  const moves = () => fake.asked.calls.filter(({ name }) => name === 'groups.move').map(({ input }) => input)
  return { ...fake, history: place.history, moves }
}
const item = (name: string) => screen.findByRole('treeitem', { name })
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })
/** What the list of the places says is chosen. */
const chosen = () => {
  const at = screen.getByRole('listbox', { name: 'Where it belongs' }).getAttribute('aria-activedescendant')
  const one = at && document.getElementById(at)
  return one && one.getAttribute('aria-selected') === 'true' ? one.textContent : undefined
}
const focused = () => document.activeElement?.getAttribute('aria-label')
const shownItems = () => screen.getAllByRole('treeitem').map((one) => one.getAttribute('aria-label'))

beforeEach(() => {
  // happy-dom knows the element and not its opening.
  HTMLDialogElement.prototype.showModal ??= function showModal() {
    this.open = true
  }
  vi.spyOn(globalThis, 'requestAnimationFrame').mockImplementation((act) => {
    act(0)
    return 0
  })
})

describe('the tree of Groups', () => {
  it('stands by Workspace and private space, each line with its level and place', async () => {
    open()
    const lab = await item('Lab section A, in Biology 101')
    const numbers = ['aria-level', 'aria-posinset', 'aria-setsize'].map((name) => lab.getAttribute(name))
    expect(numbers).toEqual(['2', '1', '1'])
    expect((await item('Chemistry')).getAttribute('aria-setsize')).toBe('3')
    within(screen.getByRole('group', { name: 'Private space' })).getByRole('treeitem', { name: 'Draft' })
    within(screen.getByRole('group', { name: 'Demo School' })).getByRole('treeitem', { name: 'Statistics' })
  })

  it('is walked by keyboard: one stop for Tab, arrows, ends, letters, Enter', async () => {
    const { history } = open()
    const first = await item('Biology 101')
    expect(screen.getAllByRole('treeitem').filter(({ tabIndex }) => tabIndex === 0)).toEqual([first])
    first.focus()
    press('ArrowRight')
    expect(focused()).toBe('Lab section A, in Biology 101')
    press('ArrowLeft')
    press('ArrowLeft')
    expect(first.getAttribute('aria-expanded')).toBe('false')
    expect(shownItems()).toEqual(['Biology 101', 'Chemistry', 'Statistics', 'Draft'])
    press('End')
    expect(focused()).toBe('Draft')
    press('ArrowUp')
    expect(focused()).toBe('Statistics')
    press('c')
    expect(focused()).toBe('Chemistry')
    press('Home')
    press('ArrowRight')
    expect(first.getAttribute('aria-expanded')).toBe('true')
    press('ArrowDown')
    press('Enter')
    await screen.findByRole('heading', { level: 1, name: 'Lab section A' })
    expect(history.at(-1)).toBe(`/groups/${labA.id}`)
  })

  it('moves a Group from its menu, only to where it may lie, says where it went, and takes it back', async () => {
    const { moves } = open()
    await item('Biology 101')
    fireEvent.click(screen.getByRole('button', { name: 'More for Lab section A' }))
    fireEvent.click(screen.getByRole('button', { name: 'Move…' }))
    const where = screen.getByRole('listbox', { name: 'Where it belongs' })
    const offered = () => screen.getAllByRole('option').map(({ textContent }) => textContent)
    expect(offered()).toEqual(['Demo School, at the top', 'Biology 101', 'Draft', 'Statistics'])
    expect(chosen()).toBe('Biology 101')
    const move = screen.getByRole('button', { name: 'Move' })
    expect(isOff(move)).toBe(true)
    // Arrows go round.
    fireEvent.keyDown(where, { key: 'ArrowUp' })
    expect(chosen()).toBe('Demo School, at the top')
    fireEvent.keyDown(where, { key: 'ArrowUp' })
    expect(chosen()).toBe('Statistics')
    fireEvent.keyDown(where, { key: 'ArrowDown' })
    expect(chosen()).toBe('Demo School, at the top')
    fireEvent.keyDown(where, { key: 'End' })
    expect(chosen()).toBe('Statistics')
    fireEvent.keyDown(where, { key: 'Enter' })
    await screen.findByText('Lab section A is now in Statistics.')
    await item('Lab section A, in Statistics')
    expect(screen.queryByRole('listbox', { name: 'Where it belongs' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await screen.findByText('Lab section A is now in Biology 101.')
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
    expect(moves()).toEqual([
      { groupId: labA.id, parentId: statistics.id },
      { groupId: labA.id, parentId: biology.id },
    ])
  })

  it('says why where a Group cannot be moved', async () => {
    open('/', { problems: { 'groups.move': new CallProblem('tooDeep') } })
    await item('Draft')
    fireEvent.click(screen.getByRole('button', { name: 'More for Draft' }))
    fireEvent.click(screen.getByRole('button', { name: 'Move…' }))
    fireEvent.click(screen.getByRole('option', { name: 'Biology 101' }))
    fireEvent.click(screen.getByRole('button', { name: 'Move' }))
    within(await screen.findByRole('dialog')).getByText('Groups cannot be nested any deeper')
  })

  it('takes what is dragged where it may lie, and nothing elsewhere', async () => {
    const { moves } = open()
    const dataTransfer = { setData: () => {}, effectAllowed: '' }
    const grip = (await item('Draft')).querySelector('[draggable="true"]')
    if (!grip) throw new Error('Draft cannot be dragged.')
    fireEvent.dragStart(grip, { dataTransfer })
    // Not theirs to put something into.
    expect(fireEvent.dragOver(await item('Chemistry'), { dataTransfer })).toBe(true)
    const target = await item('Statistics')
    expect(fireEvent.dragOver(target, { dataTransfer })).toBe(false)
    fireEvent.drop(target, { dataTransfer })
    await screen.findByText('Draft is now in Statistics.')
    expect(moves()).toEqual([{ groupId: draft.id, parentId: statistics.id }])
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(moves().at(-1)).toEqual({ groupId: draft.id, parentId: null, space: 'private' }))
  })

  it('takes a Group back into the private one it lay in, Private again with all that lies in it', async () => {
    const notes = group(8, 'Notes', { type: 'private', members: 1, pending: 0, parentId: draft.id })
    const page = group(9, 'Page', { type: 'private', members: 1, pending: 0, parentId: notes.id })
    const { asked } = open('/', { groups: [statistics, draft, notes, page] })
    const dataTransfer = { setData: () => {}, effectAllowed: '' }
    const grip = (await item('Notes, in Draft')).querySelector('[draggable="true"]')
    if (!grip) throw new Error('Notes cannot be dragged.')
    fireEvent.dragStart(grip, { dataTransfer })
    fireEvent.drop(await item('Statistics'), { dataTransfer })
    await screen.findByText('Notes is now in Statistics.')
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await screen.findByText('Notes is now in Draft.')
    const changes = asked.calls.filter(({ name }) => name === 'groups.change').map(({ input }) => input)
    expect(changes).toEqual([
      { groupId: notes.id, type: 'private' },
      { groupId: page.id, type: 'private' },
    ])
  })

  it('opens a private Group to its Workspace where it is dropped on its name', async () => {
    const { moves } = open()
    const dataTransfer = { setData: () => {}, effectAllowed: '' }
    const grip = (await item('Draft')).querySelector('[draggable="true"]')
    if (!grip) throw new Error('Draft cannot be dragged.')
    fireEvent.dragStart(grip, { dataTransfer })
    fireEvent.drop(screen.getByRole('group', { name: 'Demo School' }), { dataTransfer })
    await waitFor(() => expect(moves()).toEqual([{ groupId: draft.id, parentId: null, space: 'workspace' }]))
  })
})

describe('typing ahead', () => {
  const names = ['Art', 'Biology', 'Botany', 'Chemistry']

  it('finds the next that begins so, goes through them by one letter, and forgets after a pause', () => {
    const find = createTypeAhead()
    expect(find('b', 0, names, 0)).toBe(1)
    expect(find('o', 100, names, 1)).toBe(2)
    expect(find('b', 5_000, names, 2)).toBe(1)
    expect(find('b', 5_100, names, 1)).toBe(2)
    expect(find('x', 9_000, names, 1)).toBeUndefined()
    expect(find('Tab', 12_000, names, 1)).toBeUndefined()
  })
})
