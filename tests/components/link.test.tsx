import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { generate } from 'lean-qr'
import { toSvgPath } from 'lean-qr/extras/svg'
import { describe, expect, it } from 'vitest'
import { CallProblem } from '../../lib/contract/errors.ts'
import type { ShareLink } from '../../lib/contract/schemas.ts'
import { chemistry, people, person, roster } from '../helpers/fakeServices.ts'
import { isOff, show } from './render.tsx'

const link: ShareLink = {
  id: '00000000-0000-4000-8000-000000000700',
  access: 'restricted',
  role: 'member',
  url: 'https://groups.example.edu/join/abc',
  uses: 12,
  createdAt: '2026-08-28T09:30:00Z',
}
const button = (name: string | RegExp) => screen.findByRole('button', { name })
const open = async (over: Parameters<typeof show>[0] = {}) => {
  const fake = show(over)
  fireEvent.click(await screen.findByRole('tab', { name: 'Share link' }))
  return fake
}

describe('a share link', () => {
  it('that exists is copied as it is', async () => {
    const { asked } = await open({ links: [link] })
    await screen.findByText('Used by 12 people')
    fireEvent.click(await button('Copy link'))
    await button('Copied')
    expect(asked.copied).toEqual([link.url])
    expect(asked.calls.some(({ name }) => name === 'links.create')).toBe(false)
  })

  it('is made and copied in one go, and said aloud', async () => {
    const { asked } = await open()
    fireEvent.click(await button('Create and copy link'))
    await waitFor(() => expect(asked.copied).toEqual(['https://groups.example.edu/join/fresh-0']))
    await waitFor(() => expect(screen.getAllByRole('status').some((one) => one.textContent === 'Copied')).toBe(true))
    await screen.findByText('Nobody has used it yet')
  })

  it('for anyone warns, and gives Member only', async () => {
    const { asked } = await open()
    fireEvent.click(await screen.findByRole('button', { name: /They join as/ }))
    fireEvent.click(screen.getByRole('radio', { name: 'Owner' }))
    fireEvent.click(screen.getByRole('radio', { name: 'Anyone with the link' }))
    await screen.findByText('Whoever gets hold of this link can join')
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Owner' }).disabled).toBe(true)
    fireEvent.click(await button('Create and copy link'))
    await waitFor(() =>
      expect(asked.calls.find(({ name }) => name === 'links.create')?.input).toMatchObject({
        access: 'anyone',
        role: 'member',
      }),
    )
  })

  it('is ended after a second look', async () => {
    const { asked } = await open({ links: [link] })
    fireEvent.click(await button('End this link'))
    await screen.findByRole('heading', { name: 'End this link?' })
    expect(asked.calls.some(({ name }) => name === 'links.revoke')).toBe(false)
    fireEvent.click(await button('End it'))
    await button('Create and copy link')
    expect(asked.calls.find(({ name }) => name === 'links.revoke')?.input).toMatchObject({ linkId: link.id })
  })

  it('gets another address after a second look', async () => {
    await open({ links: [link] })
    fireEvent.click(await button('New address'))
    fireEvent.click(await button('Give it a new address'))
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Link' }).value).toBe(`${link.url}-again`),
    )
    expect(screen.queryByRole('heading', { name: 'Give this link a new address?' })).toBeNull()
  })

  it('is limited to a last day and a number of people', async () => {
    const { asked } = await open({ links: [link] })
    fireEvent.click(await button('Limits'))
    fireEvent.input(await screen.findByLabelText('Last day'), { target: { value: '2099-12-24' } })
    fireEvent.input(screen.getByLabelText('At most this many people'), { target: { value: '0' } })
    await screen.findByText(/A whole number from 1 to/)
    fireEvent.click(await button('Save'))
    expect(asked.calls.some(({ name }) => name === 'links.change')).toBe(false)
    fireEvent.input(screen.getByLabelText('At most this many people'), { target: { value: '30' } })
    fireEvent.click(await button('Save'))
    await screen.findByText(/Used by 12 of at most 30 people · until Dec 24/)
    expect(asked.calls.find(({ name }) => name === 'links.change')?.input).toMatchObject({
      linkId: link.id,
      maxUses: 30,
      expiresAt: new Date('2099-12-24T23:59:59').toISOString(),
    })
  })

  it('is shown as a QR code that holds its address', async () => {
    await open({ links: [link] })
    fireEvent.click(await button('QR code'))
    const picture = await screen.findByRole('img', { name: `QR code of ${link.url}` })
    expect(picture.querySelector('path')?.getAttribute('d')).toBe(toSvgPath(generate(link.url)))
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('that is over says so and is not copied', async () => {
    await open({ links: [{ ...link, ended: 'expired', expiresAt: '2026-08-30T21:59:59Z' }] })
    await screen.findByText('Its last day is over: nobody gets in')
    expect(isOff(await button('Copy link'))).toBe(true)
  })

  it('beside others leads to them', async () => {
    const anyone = { ...link, id: link.id.replace(/.$/, '1'), access: 'anyone', url: `${link.url}-anyone` } as const
    await open({ links: [link, anyone] })
    fireEvent.click(await button(/Anyone with the link · Member/))
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Link' }).value).toBe(anyone.url))
    await button(/Restricted · Member/)
  })

  it('for the roster says how many addresses it takes, and takes exactly those with their roles', async () => {
    const all = [...people(3), person('9', { role: 'teacher' }), person('8', { role: 'ta' })]
    const { email: _, ...nameless } = person('7')
    const { asked } = await open({ roster: { kind: 'ready', roster: roster([...all, nameless]) } })
    fireEvent.click(await screen.findByRole('radio', { name: 'On the roster' }))
    expect(asked.calls.some(({ name }) => name === 'links.create')).toBe(false)
    fireEvent.click(await button('Create and copy link for 5 people'))
    await screen.findByText(/5 people on its list/)
    expect(asked.calls.find(({ name }) => name === 'links.create')?.input).toMatchObject({
      access: 'roster',
      people: [
        ...people(3).map(({ email }) => ({ email, role: 'member' })),
        { email: 'student.9@example.edu', role: 'owner' },
        { email: 'student.8@example.edu', role: 'facilitator' },
      ],
    })
  })

  it('for the roster follows it when asked to', async () => {
    const { asked } = await open({ links: [{ ...link, access: 'roster', people: 4 }] })
    fireEvent.click(await screen.findByRole('radio', { name: 'On the roster' }))
    fireEvent.click(await button('Update to 5 people'))
    await waitFor(() => expect(asked.calls.some(({ name }) => name === 'links.create')).toBe(true))
  })

  it('for the roster is not made from a part of it', async () => {
    await open({ roster: { kind: 'ready', roster: roster(people(3), { complete: false, partial: 'rowsOnPage' }) } })
    const radio = await screen.findByRole<HTMLInputElement>('radio', { name: 'On the roster' })
    expect(radio.disabled).toBe(true)
    screen.getByText('Needs the whole roster: load everybody first.')
  })

  it('that cannot be made says why', async () => {
    await open({ problems: { 'links.create': new CallProblem('notAllowed') } })
    fireEvent.click(await button('Create and copy link'))
    await screen.findByText('Your role does not allow this')
  })

  it('needs a Group of one’s own', async () => {
    await open({ groups: [chemistry], choice: undefined })
    await screen.findByRole('heading', { name: 'You have no Groups yet' })
  })
})
