import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
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

describe('files', () => {
  const csv = (name: string, text: string) => new File([text], name, { type: 'text/csv' })
  const choose = (...files: File[]) =>
    fireEvent.change(screen.getByLabelText('Choose a file', { selector: 'input' }), { target: { files } })
  const names = () => screen.getAllByRole('checkbox', { name: /^Invite / }).map((one) => one.getAttribute('aria-label'))

  it('stand beside text, keep the names in them, and go in once', async () => {
    const { asked } = show({ roster: null })
    fireEvent.input(await box(), { target: { value: 'ana@example.edu' } })
    choose(
      csv('one.csv', 'name,mail\nAna Díaz,ana@example.edu\nBen,ben@example.edu\n'),
      csv('two.csv', 'ben@example.edu'),
    )
    await screen.findByText('one.csv')
    await screen.findByText('two.csv')
    fireEvent.click(await button('Invite 2 people'))
    await waitFor(() => expect(asked.orders).toHaveLength(1))
    expect(asked.orders[0]?.people.map(({ email, name }) => [email, name])).toEqual([
      ['ana@example.edu', 'Ana Díaz'],
      ['ben@example.edu', 'Ben'],
    ])
  })

  it('can be chosen from the keyboard', async () => {
    show({ roster: null })
    await box()
    const picker = screen.getByLabelText<HTMLInputElement>('Choose a file', { selector: 'input' })
    const clicked = vi.spyOn(picker, 'click')
    fireEvent.click(await button('Choose a file'))
    expect(clicked).toHaveBeenCalledTimes(1)
    expect(picker.multiple).toBe(true)
  })

  it('can be taken out and put back', async () => {
    show({ roster: null })
    await box()
    choose(csv('one.csv', 'ana@example.edu'), csv('two.csv', 'ben@example.edu'))
    await button('Invite 2 people')
    fireEvent.click(await button('Take out one.csv'))
    await button('Invite 1 person')
    expect(names()).toEqual(['Invite ben@example.edu'])
    screen.getByText('one.csv is taken out.')
    fireEvent.click(await button('Undo'))
    await button('Invite 2 people')
    expect(screen.queryByText('one.csv is taken out.')).toBeNull()
    fireEvent.click(await button('Take out one.csv'))
    fireEvent.click(await button('Take out two.csv'))
    await button('Nobody to invite yet')
    fireEvent.click(await button('Undo'))
    await button('Invite 1 person')
    expect(names()).toEqual(['Invite ben@example.edu'])
  })

  it('say so when nobody is in them, they are too large, or gone', async () => {
    show({ roster: null })
    await box()
    const large = csv('large.csv', 'ana@example.edu')
    Object.defineProperty(large, 'size', { value: 11 * 1024 * 1024 })
    const gone = csv('gone.csv', 'ben@example.edu')
    gone.arrayBuffer = () => Promise.reject(new DOMException('', 'NotFoundError'))
    choose(csv('empty.csv', 'no one'), large, gone, csv('good.csv', 'carol@example.edu'))
    await screen.findByText(/^No address in it\./)
    screen.getByText(/^Larger than 10 MB\./)
    await screen.findByText(/^It could not be opened\./)
    await button('Invite 1 person')
  })

  it('are told to be on their way while they are read', async () => {
    show({ roster: null })
    await box()
    const slow = csv('slow.csv', '')
    let arrive: (bytes: ArrayBuffer) => void = () => {}
    slow.arrayBuffer = () => new Promise((resolve) => (arrive = resolve))
    choose(slow)
    await screen.findByText('Reading it')
    arrive(new TextEncoder().encode('ana@example.edu').buffer)
    await button('Invite 1 person')
    expect(screen.queryByText('Reading it')).toBeNull()
  })

  it('that look like typos are flagged as anybody is', async () => {
    show({ roster: null })
    await box()
    choose(csv('one.csv', 'jane@gmial.com'))
    fireEvent.click(await button(/^Use gmail.com instead/))
    await button('Invite 1 person')
  })
})

it('where choosing a file would close the screen, a page is opened for it with what was typed', async () => {
  const opened: string[] = []
  show({ roster: null, files: { here: false, openPage: (typed) => void opened.push(typed) } })
  fireEvent.input(await box(), { target: { value: 'ana@example.edu' } })
  fireEvent.click(await button('Use a file'))
  expect(opened).toEqual(['ana@example.edu'])
  expect(screen.queryByLabelText('Choose a file')).toBeNull()
})

it('a page that was opened for files begins with what was typed', async () => {
  show({ roster: null, files: { here: true, typed: 'ana@example.edu', read: async () => [] } })
  await button('Invite 1 person')
})
