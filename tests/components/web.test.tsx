import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { App } from '../../server/web/App.tsx'
import { biology, chemistry, group, labA, me } from '../helpers/fakeServices.ts'
import { isOff, show } from './render.tsx'

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

/** The places in the list, the chosen one with a tick. */
const offered = () =>
  screen
    .getAllByRole('option')
    .map(
      (one) =>
        `${one.getAttribute('aria-selected') === 'true' ? '✓ ' : ''}${one.getAttribute('aria-label') ?? one.textContent}`,
    )

describe('the web app', () => {
  beforeEach(() => {
    // happy-dom knows the element and not its opening.
    HTMLDialogElement.prototype.showModal ??= function showModal() {
      this.open = true
    }
  })

  it('leads to signing in', async () => {
    const { asked } = open('/', { account: { state: 'signedOut', service: 'https://groups.example.edu' } })
    fireEvent.click(await screen.findByRole('button', { name: 'Sign in' }))
    expect(asked.acts).toEqual(['signIn'])
  })

  it('shows all Groups, and one of them', async () => {
    open('/')
    fireEvent.click(await screen.findByRole('link', { name: 'Lab section A, in Biology 101' }))
    await screen.findByRole('heading', { level: 1, name: 'Lab section A' })
    await waitFor(() => expect(document.title).toBe('Lab section A · Rollcall'))
  })

  it('makes a Group and opens it', async () => {
    const { history, asked } = open('/')
    fireEvent.click(await screen.findByRole('button', { name: 'Create' }))
    const name = await screen.findByRole('textbox', { name: 'Name of the new Group' })
    const create = screen.getByRole('button', { name: 'Create Group' })
    expect(isOff(create)).toBe(true)
    fireEvent.input(name, { target: { value: 'See https://evil.example' } })
    screen.getByText(/would look like spam/)
    fireEvent.input(name, { target: { value: 'Physics' } })
    expect(offered()).toEqual([
      'Demo School, at the top',
      '✓ Private space, only you',
      'Biology 101',
      'Lab section A, in Biology 101',
    ])
    const where = screen.getByRole('listbox', { name: 'Where it belongs' })
    for (const key of ['End', 'ArrowDown', 'ArrowUp']) fireEvent.keyDown(where, { key })
    expect(offered()[3]).toBe('✓ Lab section A, in Biology 101')
    fireEvent.keyDown(where, { key: 'Enter' })
    await screen.findByRole('heading', { level: 1, name: 'Physics' })
    expect(history.at(-1)).toMatch(/^\/groups\//)
    expect(asked.calls.find(({ name: call }) => call === 'groups.create')?.input).toMatchObject({
      name: 'Physics',
      parentId: labA.id,
    })
  })

  it('finds the place of a Group among many by typing, in each Workspace that one may use', async () => {
    const college = { id: '00000000-0000-4000-8000-000000000077', name: 'Eastgate College', role: 'editor' as const }
    const [school] = me.workspaces
    const account = {
      state: 'signedIn' as const,
      service: 'https://groups.example.edu',
      me: { ...me, workspaces: school ? [school, college] : [college] },
    }
    const trips = group(9, 'Field trips', { workspaceId: college.id })
    const { asked } = open('/', { account, groups: [biology, labA, chemistry, trips] })
    fireEvent.click(await screen.findByRole('button', { name: 'Create' }))
    const where = await screen.findByRole('combobox', { name: 'Where it belongs' })
    const list = within(screen.getByRole('listbox', { name: 'Where it belongs' }))
    expect(list.getAllByRole('group').map((one) => one.getAttribute('aria-label'))).toEqual([
      'Demo School',
      'Eastgate College',
    ])
    fireEvent.input(where, { target: { value: 'nowhere at all' } })
    screen.getByText('No Group matches that.')
    fireEvent.input(where, { target: { value: 'lab' } })
    expect(offered()).toEqual(['Biology 101', '✓ Lab section A, in Biology 101'])
    fireEvent.input(where, { target: { value: 'eastgate' } })
    expect(offered()).toEqual(['✓ Eastgate College, at the top', 'Private space, only you'])
    fireEvent.keyDown(where, { key: 'Escape' })
    expect(offered()).toHaveLength(7)
    fireEvent.input(screen.getByRole('textbox', { name: 'Name of the new Group' }), { target: { value: 'Physics' } })
    fireEvent.keyDown(where, { key: 'ArrowDown' })
    fireEvent.click(screen.getByRole('button', { name: 'Create Group' }))
    await screen.findByRole('heading', { level: 1, name: 'Physics' })
    expect(asked.calls.find(({ name }) => name === 'groups.create')?.input).toMatchObject({
      ...{ workspaceId: college.id, parentId: null, space: 'private' },
    })
  })

  it('has share links for Owners only', async () => {
    open(`/groups/${biology.id}`)
    fireEvent.click(await screen.findByRole('tab', { name: 'Share link' }))
    await screen.findByRole('button', { name: 'Create and copy link' })
  })

  it('tells a Member that the list is not theirs to see', async () => {
    const { asked } = open(`/groups/${chemistry.id}`)
    await screen.findByRole('heading', { name: 'You are a Member here' })
    expect(asked.calls.some(({ name }) => name === 'members.list')).toBe(false)
  })

  it('says that an address typed by hand is for another role', async () => {
    open(`/groups/${chemistry.id}/settings`)
    await screen.findByRole('heading', { name: 'Your role does not allow this' })
  })

  it('says the same of a Group that is gone and of one that is not to be seen', async () => {
    open('/groups/00000000-0000-4000-8000-00000000dead')
    await screen.findByRole('heading', { name: 'This is not there any more' })
  })
})
