import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { RosterPerson } from '../../lib/people/person.ts'
import { people, person, roster } from '../helpers/fakeServices.ts'
import { isOff, show } from './render.tsx'

const ready = (...some: Parameters<typeof roster>) => ({ kind: 'ready', roster: roster(...some) }) as const
const button = (name: string | RegExp) => screen.findByRole('button', { name })
const row = async (name: string) => {
  const item = (await screen.findByText(name)).closest('li')
  if (!item) throw new Error(`${name} is on no line of the list.`)
  return item
}
const box = async (name: string) => within(await row(name)).getByRole<HTMLInputElement>('checkbox')
const jane = person('jane', { name: 'Jane', email: 'jane@gmial.com' })

describe('an address that looks like a typo', () => {
  it('is left out with the reason, put right with one click, and back with another', async () => {
    const { asked } = show({ roster: ready([...people(12), jane]) })
    await button('Invite 12 students')
    within(await row('Jane')).getByText('Looks like a typo')
    fireEvent.click(within(await row('Jane')).getByRole('button', { name: 'Use gmail.com instead: jane@gmail.com' }))
    await button('Invite 13 students')
    expect((await box('Jane')).checked).toBe(true)
    fireEvent.click(within(await row('Jane')).getByRole('button', { name: 'Undo: back to jane@gmial.com' }))
    await button('Invite 12 students')
    within(await row('Jane')).getByText('jane@gmial.com')
    fireEvent.click(within(await row('Jane')).getByRole('button', { name: /^Use gmail/ }))
    fireEvent.click(await button('Invite 13 students'))
    await waitFor(() => expect(asked.orders[0]?.people.map(({ email }) => email)).toContain('jane@gmail.com'))
    expect(JSON.stringify(asked.orders)).not.toContain('gmial')
  })

  it('keeps the focus on the button that does and undoes it', async () => {
    show({ roster: ready([...people(12), jane]) })
    const use = within(await row('Jane')).getByRole('button', { name: /^Use gmail/ })
    use.focus()
    fireEvent.click(use)
    expect((await button(/^Undo/)) === document.activeElement).toBe(true)
  })

  it('can be sent as it is', async () => {
    show({ roster: ready([...people(12), jane]) })
    fireEvent.click(await box('Jane'))
    await button('Invite 13 students')
  })

  it('may come to somebody who is on the list: one line then', async () => {
    const other = person('other', { name: 'J. Doe', email: 'jane@gmail.com' })
    const { asked } = show({ roster: ready([jane, other]) })
    fireEvent.click(await button(/^Use gmail/))
    await screen.findByText('Jane / J. Doe')
    fireEvent.click(await button('Invite 1 student'))
    await waitFor(() => expect(asked.orders[0]?.people).toHaveLength(1))
  })

  it('is looked for once: neither ticks nor the search read the addresses again', async () => {
    let looks = 0
    const counted = people(30).map(
      (one): RosterPerson => ({
        ...one,
        get email() {
          looks++
          return `${one.key}@example.edu`
        },
      }),
    )
    show({ roster: ready([...counted, jane]) })
    await button('Invite 30 students')
    const before = looks
    fireEvent.input(screen.getByRole('searchbox', { name: 'Find a person' }), { target: { value: 'student 17' } })
    await waitFor(() => expect(screen.getAllByRole('checkbox', { name: /^Invite / })).toHaveLength(1))
    fireEvent.click(screen.getByRole('checkbox', { name: 'Invite Student 17' }))
    await button('Invite 29 students')
    expect(looks).toBe(before)
  })
})

it('somebody at an unusual domain is left out with the reason', async () => {
  show({ roster: ready([...people(20), person('x', { name: 'Priya', email: 'priya@firm.com' })]) })
  await button('Invite 20 students')
  within(await row('Priya')).getByText('Unusual domain')
  fireEvent.click(await box('Priya'))
  await button('Invite 21 students')
})

const nowhere = (count: number) =>
  people(count).map(
    ({ email, emailSource, ...one }): RosterPerson => ({ ...one, key: `n${one.key}`, name: `N ${one.key}` }),
  )

describe('people without an address', () => {
  it.each([
    [{ addressesHidden: true }, 'Canvas hides addresses from your role'],
    [{ addressesPrivate: true }, 'People may hide their address in Canvas'],
    [{}, 'Canvas has no address for some people'],
  ] as const)('%o: says why, how many have one, and what now', async (over, why) => {
    show({ roster: ready([...people(2), ...nowhere(3)], over) })
    await screen.findByText(why)
    screen.getByText('2 of 5 people have one. Share a link with the others.')
    expect(within(await row('N 1')).queryByRole('checkbox')).toBeNull()
    fireEvent.click(await button('Share a link instead'))
    await screen.findByRole('radio', { name: 'Restricted' })
  })

  it('behind a folded column are told to be opened there', async () => {
    show({ roster: ready([...people(2), ...nowhere(3)], { addressesFolded: true }) })
    await screen.findByText('The email column is folded away on this page')
    screen.getByText(/^Open it with the plus sign/)
  })

  it('few of them have the way out beside them', async () => {
    show({ roster: ready([...people(20), ...nowhere(1)]) })
    await button('Invite 20 students')
    expect(screen.queryByText('Canvas has no address for some people')).toBeNull()
    fireEvent.click(await button('Share a link instead'))
    await screen.findByRole('radio', { name: 'Restricted' })
  })

  it('can be invited at their login ids, all in one go', async () => {
    const logins = people(3).map((one) => ({ ...one, emailSource: 'login' as const }))
    show({ roster: ready(logins, { addressesHidden: true }) })
    await screen.findByText('Nobody here has one. Share a link, or use login ids.')
    expect(isOff(await button('Nobody is ticked'))).toBe(true)
    fireEvent.click(await button('Use 3 login ids'))
    await button('Invite 3 students')
    expect(screen.queryByText('Canvas hides addresses from your role')).toBeNull()
  })
})

describe('a rule for addresses', () => {
  /** Whose login id is the address's first part, as far as it is shown. */
  const some = (shown: number, hidden: number) => [
    ...people(shown).map((one) => ({ ...one, login: `student.${one.key}` })),
    ...nowhere(hidden).map((one) => ({ ...one, login: `late.${one.key}` })),
  ]

  it('is proposed with what speaks for it, confirmed, and undone', async () => {
    const { asked } = show({ roster: ready(some(6, 4), { addressesPrivate: true }) })
    await screen.findByText(/login@example.edu: it is right for 6 of 6 people whose address is shown/)
    await button('Invite 6 students')
    fireEvent.click(await button('Use login@example.edu'))
    await screen.findByText('4 addresses are made from login ids')
    within(await row('N 1')).getByText('late.n1@example.edu')
    within(await row('N 1')).getByText('· from login id')
    fireEvent.click(await button('Undo'))
    await button('Invite 6 students')
    fireEvent.click(await button('Use login@example.edu'))
    fireEvent.click(await button('Invite 10 students'))
    await waitFor(() => expect(asked.orders[0]?.people.at(-1)?.email).toBe('late.n4@example.edu'))
  })

  it('that is not right for all leaves them unticked', async () => {
    const odd = person('odd', { name: 'Odd', login: 'odd', email: 'somebody.else@example.edu' })
    show({ roster: ready([...some(10, 4), odd]) })
    await screen.findByText(/right for 10 of 11 people whose address is shown. Look at each before you tick it/)
    fireEvent.click(await button('Use login@example.edu'))
    within(await row('N 1')).getByText('Made by a rule')
    await button('Invite 11 students')
    fireEvent.click(await box('N 1'))
    await button('Invite 12 students')
  })

  it('is not proposed by login ids alone', async () => {
    show({ roster: ready(some(2, 4)) })
    await screen.findByText('2 of 6 people have one. Share a link with the others.')
    expect(screen.queryByRole('button', { name: /^Use login/ })).toBeNull()
  })
})
