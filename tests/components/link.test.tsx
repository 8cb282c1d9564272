import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { CallProblem } from '../../lib/contract/errors.ts'
import type { ShareLink } from '../../lib/contract/schemas.ts'
import { chemistry } from '../helpers/fakeServices.ts'
import { show } from './render.tsx'

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

  it('can be ended', async () => {
    const { asked } = await open({ links: [link] })
    fireEvent.click(await button('End this link'))
    await button('Create and copy link')
    expect(asked.calls.find(({ name }) => name === 'links.revoke')?.input).toMatchObject({ linkId: link.id })
  })

  it('that cannot be made says why', async () => {
    await open({ problems: { 'links.create': new CallProblem('notAllowed') } })
    fireEvent.click(await button('Create and copy link'))
    await screen.findByText('Your role does not allow this')
  })

  it('needs a Group of one’s own', async () => {
    await open({ groups: [chemistry], choice: undefined })
    await screen.findByRole('heading', { name: 'You have no Group yet' })
  })
})
