import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { CallProblem } from '../../lib/contract/errors.ts'
import { App } from '../../server/web/App.tsx'
import { biology, group, labA } from '../helpers/fakeServices.ts'
import { isOff, show } from './render.tsx'

const labB = group(8, 'Lab section B', { parentId: biology.id })
const labC = group(9, 'Lab section C', { parentId: biology.id })
const site = 'https://canvas.example.edu'
const rosterLinks = [
  { groupId: biology.id, site, course: '101', lms: 'Canvas', name: 'Introduction to Biology' },
  { groupId: labA.id, site, course: '101 › Lab 1', name: 'Introduction to Biology' },
  { groupId: labB.id, site, course: '101 › Lab 2', name: 'Introduction to Biology' },
  { groupId: labC.id, site, course: '202 › Lab 1', name: 'Physics' },
]
const open = (over: Parameters<typeof show>[0] = {}) => {
  const { hook } = memoryLocation({ path: `/groups/${biology.id}/settings` })
  const fake = show(
    { roster: null, groups: [biology, labA, labB, labC], ...over },
    <Router hook={hook}>
      <App />
    </Router>,
  )
  const inputs = (wanted: string) => fake.asked.calls.filter(({ name }) => name === wanted).map(({ input }) => input)
  return { ...fake, inputs }
}
const part = async (name: string) => within(await screen.findByRole('region', { name }))

beforeEach(() => {
  // happy-dom knows the element and not its opening.
  HTMLDialogElement.prototype.showModal ??= function showModal() {
    this.open = true
  }
})

it.each(['Name', 'Who is in it'])('what a part is called is said once to who can see: %s', async (words) => {
  open()
  const seen = (await part(words)).getAllByText(words).filter((one) => !one.classList.contains('sr-only'))
  expect(seen).toHaveLength(1)
})

describe('the course of a Group', () => {
  it('is named with how far its roster was read, and unlinked after a second look', async () => {
    const { inputs } = open({ rosterLinks })
    const course = await part('Linked course')
    await course.findByText('Introduction to Biology')
    expect(course.getByText('Introduction to Biology').closest('dd')?.textContent).toBe(
      'Canvas · Introduction to Biology',
    )
    course.getByText('canvas.example.edu')
    course.getByText('Not read to the end yet. Nobody is removed before that.')
    fireEvent.click(course.getByRole('button', { name: 'Unlink' }))
    const asking = within(await screen.findByRole('dialog', { name: 'Unlink Introduction to Biology?' }))
    expect(inputs('rosters.unlink')).toEqual([])
    fireEvent.click(asking.getByRole('button', { name: 'Unlink' }))
    await course.findByText(/^No course is linked/)
    expect(inputs('rosters.unlink')).toEqual([{ groupId: biology.id }])
  })

  it('says why it cannot be shown', async () => {
    open({ problems: { 'rosters.get': new CallProblem('notAllowed') } })
    await (await part('Linked course')).findByText('Your role does not allow this')
  })

  it('has sections, each with a Group that can be another or none', async () => {
    const { inputs } = open({ rosterLinks })
    const sections = await part('Sections')
    const first = await sections.findByRole<HTMLSelectElement>('combobox', { name: 'Group for Lab 1' })
    // The one of another section is not offered; one that is linked elsewhere is.
    expect([...first.options].map(({ text }) => text)).toEqual(['Lab section A', 'Lab section C'])
    fireEvent.change(first, { target: { value: labC.id } })
    await waitFor(() => expect(inputs('rosters.unlink')).toEqual([{ groupId: labA.id }]))
    expect(inputs('rosters.link')).toEqual([
      { groupId: labC.id, site, course: '101 › Lab 1', name: 'Introduction to Biology' },
    ])
    fireEvent.click(await sections.findByRole('button', { name: 'Unlink Lab 2' }))
    await waitFor(() => expect(sections.queryByRole('combobox', { name: 'Group for Lab 2' })).toBeNull())
  })

  it('has no sections to speak of without a course', async () => {
    open()
    await (await part('Linked course')).findByText(/^No course is linked/)
    expect(screen.queryByRole('region', { name: 'Sections' })).toBeNull()
  })
})

describe('what a Group does by itself', () => {
  it('reminds after some days, or not', async () => {
    const { inputs, world } = open()
    const remind = await part('Reminders')
    const when = await remind.findByRole<HTMLSelectElement>('combobox', { name: 'Remind automatically' })
    expect(when.value).toBe('')
    fireEvent.change(when, { target: { value: '7' } })
    await waitFor(() => expect(inputs('groups.change')).toEqual([{ groupId: biology.id, remindDays: 7 }]))
    await waitFor(() => expect(remind.getByRole<HTMLSelectElement>('combobox').disabled).toBe(false))
    fireEvent.change(when, { target: { value: '' } })
    await waitFor(() => expect(world.times.remindDays).toBeNull())
  })

  it('ends on a day of its own, or of what is around it, and it says what happens then', async () => {
    const times = { remindDays: null, termEndsOn: null, termAround: '2026-12-18', atTermEnd: 'purge' } as const
    const { inputs } = open({ times })
    const term = await part('End of term')
    const day = await term.findByLabelText<HTMLInputElement>('Last day of the term')
    term.getByText(/^Until it has a day of its own: .*18.* After that it is archived, and its personal data/)
    const save = () => term.getByRole('button', { name: 'Save' })
    expect(isOff(save())).toBe(true)
    fireEvent.input(day, { target: { value: '2027-01-29' } })
    fireEvent.click(save())
    await waitFor(() => expect(inputs('groups.change')).toEqual([{ groupId: biology.id, termEndsOn: '2027-01-29' }]))
    await waitFor(() => expect(isOff(save())).toBe(true))
  })
})
