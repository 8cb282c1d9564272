import { fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { App } from '../../server/web/App.tsx'
import { biology, chemistry, labA } from '../helpers/fakeServices.ts'
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
    const create = screen.getByRole('button', { name: 'Create Group' })
    expect(isOff(create)).toBe(true)
    const name = screen.getByRole('textbox', { name: 'Name of the new Group' })
    fireEvent.input(name, { target: { value: 'See https://evil.example' } })
    screen.getByText(/would look like spam/)
    fireEvent.input(name, { target: { value: 'Physics' } })
    const where = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Where it belongs' })
    expect([...where.options].map(({ text }) => text)).toEqual([
      'Demo School, at the top',
      'Private space, only you',
      'Biology 101',
      'Biology 101 › Lab section A',
    ])
    expect(where.selectedOptions[0]?.text).toBe('Private space, only you')
    fireEvent.change(where, { target: { value: labA.id } })
    fireEvent.click(create)
    await screen.findByRole('heading', { level: 1, name: 'Physics' })
    expect(history.at(-1)).toMatch(/^\/groups\//)
    expect(asked.calls.find(({ name: call }) => call === 'groups.create')?.input).toMatchObject({
      name: 'Physics',
      parentId: labA.id,
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
