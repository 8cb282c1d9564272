import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { CallProblem } from '../../lib/contract/errors.ts'
import { App } from '../../server/web/App.tsx'
import type { FakeWorld } from '../helpers/fakeServices.ts'
import { uuid } from '../helpers/fakeServices.ts'
import { show } from './render.tsx'

const open = (path: string, over: Partial<FakeWorld> = {}) => {
  const place = memoryLocation({ path, record: true })
  const fake = show(
    { roster: null, ...over },
    <Router hook={place.hook}>
      <App />
    </Router>,
  )
  return { ...fake, history: place.history }
}

const rest = {
  workspace: 'Northgate School',
  inviter: { email: 'grace@example.edu', name: 'Grace Hopper' },
  since: '2026-09-01T08:00:00Z',
  expiresAt: '2026-10-01T08:00:00Z',
}
const waiting: FakeWorld['waiting'] = [
  { ...rest, id: uuid(700), group: 'Physics 1', role: 'facilitator' },
  { ...rest, id: uuid(701), group: null, role: 'editor', inviter: { email: 'head@example.edu', name: '' } },
]
const part = async () => within(await screen.findByRole('region', { name: 'Invitations' }))
/** By its role, which the two have not in common. */
const line = async (as: 'Facilitator' | 'Editor') => {
  const found = (await (await part()).findByText(new RegExp(`invites you as ${as}`))).closest('li')
  if (!found) throw new Error(`There is no line with ${as}.`)
  return within(found)
}
const link = (name: string) => screen.findByRole('link', { name })
const count = (name: string, calls: readonly { name: string }[]) => calls.filter((call) => call.name === name).length

// Pages that are loaded when they are opened are here already: how long that takes is not the matter.
beforeAll(() => import('../../server/web/me/MePage.tsx'))
beforeEach(() => {
  // happy-dom knows the element and not its opening.
  HTMLDialogElement.prototype.showModal ??= function showModal() {
    this.open = true
  }
})

describe('invitations that wait', () => {
  it('are counted at the side, which leads to them, and are said with who invites as what', async () => {
    const { history } = open('/', { waiting })
    fireEvent.click(await link('2 invitations wait for you'))
    expect(history.at(-1)).toBe('/me')
    const group = await line('Facilitator')
    group.getByText('Northgate School')
    group.getByText('Grace Hopper invites you as Facilitator')
    group.getByText('grace@example.edu')
    group.getByText(/until Oct 1/)
    const school = await line('Editor')
    for (const words of ['Northgate School', 'Workspace']) school.getByText(words)
    school.getByText('head@example.edu invites you as Editor')
    expect(group.getByRole('button', { name: 'Accept' }).getAttribute('aria-describedby')).toBe(
      group.getByText('Physics 1').closest('p')?.id,
    )
  })

  it('are accepted, lead to the Group, and the Group is at the side at once', async () => {
    const { asked, history } = open('/me', { waiting })
    const group = await line('Facilitator')
    fireEvent.click(group.getByRole('button', { name: 'Accept' }))
    const told = await (await part()).findByText('You are in Physics 1')
    expect(document.activeElement?.contains(told)).toBe(true)
    await link('1 invitation waits for you')
    await link('Physics 1')
    expect(asked.calls.find(({ name }) => name === 'me.accept')?.input).toEqual({ invitationId: uuid(700) })
    fireEvent.click(await link('Open the Group'))
    await screen.findByRole('heading', { level: 1, name: 'Physics 1' })
    expect(history.at(-1)).toMatch(/^\/groups\//)
  })

  it('into a Workspace lead to one’s Groups', async () => {
    const { history } = open('/me', { waiting: waiting.slice(1) })
    fireEvent.click((await line('Editor')).getByRole('button', { name: 'Accept' }))
    await (await part()).findByText('You are in Northgate School')
    await (await part()).findByText(/^No invitation waits for you/)
    fireEvent.click((await part()).getByRole('link', { name: 'Open my Groups' }))
    expect(history.at(-1)).toBe('/')
  })

  it('are declined after one question, which can be left', async () => {
    const { asked } = open('/me', { waiting })
    fireEvent.click((await line('Facilitator')).getByRole('button', { name: 'Decline' }))
    const ask = () => screen.findByRole('dialog', { name: 'Decline the invitation to Physics 1?' })
    fireEvent.click(within(await ask()).getByRole('button', { name: 'Cancel' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(count('me.decline', asked.calls)).toBe(0)
    fireEvent.click((await line('Facilitator')).getByRole('button', { name: 'Decline' }))
    fireEvent.click(within(await ask()).getByRole('button', { name: 'Decline' }))
    const told = await (await part()).findByText('You declined the invitation to Physics 1')
    expect(document.activeElement?.contains(told)).toBe(true)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect((await part()).queryByText('Physics 1')).toBeNull()
    expect(asked.calls.find(({ name }) => name === 'me.decline')?.input).toEqual({ invitationId: uuid(700) })
  })

  it.each([
    ['me.accept', 'Accept'],
    ['me.decline', 'Decline'],
  ] as const)('that ended meanwhile say so: %s', async (name, press) => {
    const { world, asked } = open('/me', { waiting, problems: { [name]: new CallProblem('notFound') } })
    fireEvent.click((await line('Facilitator')).getByRole('button', { name: press }))
    world.waiting = []
    if (press === 'Decline')
      fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: press }))
    await (await part()).findByText('This is not there any more')
    await (await part()).findByText(/^No invitation waits for you/)
    expect(count(name, asked.calls)).toBe(1)
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('that cannot be read can be asked for again, and nothing is said of them at the side', async () => {
    const { world } = open('/me', { waiting, problems: { 'me.invitations': new CallProblem('notTheService') } })
    const again = await (await part()).findByRole('button', { name: 'Try again' }, { timeout: 5_000 })
    expect(screen.queryByText(/wait for you/)).toBeNull()
    world.problems = {}
    fireEvent.click(again)
    await line('Facilitator')
  })

  it('are what somebody in no Group sees first', async () => {
    const { history } = open('/', { groups: [], waiting })
    await screen.findByRole('heading', { name: '2 invitations wait for you' })
    fireEvent.click(await link('Open my invitations'))
    expect(history.at(-1)).toBe('/me')
  })

  it('are none: the side says nothing, their place says how new ones come', async () => {
    open('/me')
    await (await part()).findByText(/^No invitation waits for you/)
    await waitFor(() => expect(screen.queryByText(/waits? for you$/)).toBeNull())
  })
})
