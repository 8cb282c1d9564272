import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { job } from '../helpers/fakeServices.ts'
import { show } from './render.tsx'

const box = () => screen.findByRole('textbox', { name: 'Paste people' })
const button = (name: string | RegExp) => screen.findByRole('button', { name })

it('takes any text on a page without a roster, and counts as one goes', async () => {
  const { asked } = show({ roster: { kind: 'none' } })
  fireEvent.input(await box(), { target: { value: 'To: Ana <ana@example.edu>, ben@example.edu; ANA@example.edu' } })
  await screen.findByText('2 addresses found')
  fireEvent.click(await button('Invite 2 people'))
  await waitFor(() => expect(asked.orders).toHaveLength(1))
  expect(asked.orders[0]).toMatchObject({ origin: 'manual' })
  expect(asked.orders[0]?.courseKey).toBeUndefined()
  expect(asked.orders[0]?.people.map(({ email }) => email)).toEqual(['ana@example.edu', 'ben@example.edu'])
})

it('says what an address looks like when there is none', async () => {
  show({ roster: null })
  fireEvent.input(await box(), { target: { value: 'Ana, Ben and Carol' } })
  await screen.findByRole('heading', { name: 'No address in there yet' })
})

it('takes a dropped file', async () => {
  show({ roster: null })
  const file = new File(['name,mail\nAna,ana@example.edu\n'], 'class.csv', { type: 'text/csv' })
  fireEvent.drop(await box(), { dataTransfer: { files: [file] } })
  await button('Invite 1 person')
})

it('shows the send of pasted people on any page', async () => {
  const { courseKey, ...manual } = job({ origin: 'manual' })
  show({ roster: null, jobs: [manual] })
  await screen.findByRole('progressbar')
})
