import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { UsualRoles } from '../../lib/contract/schemas.ts'
import { defaultRoleMapping } from '../../lib/people/person.ts'
import { labelKey, noRoleChanges } from '../../lib/people/roles.ts'
import { biology, course, me, people, person, roster, workspaceId } from '../helpers/fakeServices.ts'
import { show } from './render.tsx'

const ready = (...some: Parameters<typeof roster>) => ({ kind: 'ready', roster: roster(...some) }) as const
const button = (name: string | RegExp) => screen.findByRole('button', { name })
const key = `${course.site}|${course.courseId}`

const ta = person('ta', { role: 'ta', name: 'Lucia', email: 'lucia@example.edu' })
const head = person('head', { role: 'ta', roleLabel: 'Head TA', name: 'Oskar', email: 'oskar@example.edu' })
const prof = person('prof', { role: 'teacher', name: 'Ingrid', email: 'ingrid@example.edu' })
const klass = [...people(3), ta, head, prof]

const openRoles = async () => fireEvent.click(await button(/Students join as/))
const choose = (who: string, role: string) =>
  fireEvent.change(screen.getByRole('combobox', { name: `Role of ${who}` }), { target: { value: role } })
const headings = () =>
  within(screen.getByRole('list', { name: 'People' }))
    .getAllByRole('heading')
    .map(({ textContent }) => textContent)

describe('what roles in the course come to', () => {
  it('is listed role by role, custom ones by their own name, each with how many', async () => {
    show({ roster: ready(klass) })
    await button('Invite 3 students, 2 TAs, and 1 teacher')
    await openRoles()
    const menu = screen.getByRole('group', { name: 'Roles in the Group' })
    const lines = within(menu).getAllByRole('listitem')
    expect(lines.map((line) => line.querySelector('bdi')?.textContent)).toEqual([
      'Students',
      'Teachers',
      'TAs',
      'Head TA',
    ])
    expect(
      within(menu)
        .getAllByRole<HTMLSelectElement>('combobox')
        .map(({ value }) => value),
    ).toEqual(['member', 'owner', 'facilitator', 'facilitator'])
  })

  const inWorkspace = (usualRoles: UsualRoles) => ({
    account: {
      state: 'signedIn' as const,
      service: 'https://groups.example.edu',
      me: { ...me, workspaces: [{ id: workspaceId, name: 'Demo School', role: 'editor' as const, usualRoles }] },
    },
  })
  const values = () =>
    within(screen.getByRole('group', { name: 'Roles in the Group' }))
      .getAllByRole<HTMLSelectElement>('combobox')
      .map(({ value }) => value)

  it('starts as the Group’s Workspace says, until somebody has usual roles of their own', async () => {
    const world = inWorkspace({ teacher: 'facilitator', ta: 'member', student: 'facilitator' })
    const first = show({ roster: ready(klass), ...world, choice: undefined, groups: [biology] })
    await openRoles()
    await waitFor(() => expect(values()).toEqual(['facilitator', 'facilitator', 'member', 'member']))
    choose('Teachers', 'owner')
    expect(values()).toEqual(['facilitator', 'owner', 'member', 'member'])
    expect(first.asked.roles.at(-1)).toMatchObject({ changes: { roles: { teacher: 'owner' } } })
    cleanup()
    show({ roster: ready(klass), ...world, usualRoles: { ...defaultRoleMapping, designer: 'member' } })
    await openRoles()
    await waitFor(() => expect(values()).toEqual(['member', 'owner', 'facilitator', 'facilitator']))
  })

  it('can be changed, is sent as changed, and remembered for the course', async () => {
    const { asked } = show({ roster: ready(klass) })
    await button('Invite 3 students, 2 TAs, and 1 teacher')
    await openRoles()
    choose('Head TA', 'owner')
    choose('Teachers', 'out')
    await screen.findByText('Left out: 1 teacher')
    expect(asked.roles.at(-1)).toEqual({
      key,
      changes: { roles: { teacher: null }, labels: { [labelKey('ta', 'Head TA')]: 'owner' } },
    })
    fireEvent.click(await button('Invite 3 students and 2 TAs'))
    await waitFor(() => expect(asked.orders).toHaveLength(1))
    expect(asked.orders[0]?.people.slice(3).map(({ email, role }) => [email, role])).toEqual([
      ['lucia@example.edu', 'facilitator'],
      ['oskar@example.edu', 'owner'],
    ])
  })

  it('is as it was left last time, and the usual again when asked', async () => {
    const roleChanges = { roles: { ta: null }, labels: {} }
    const { asked } = show({
      roster: ready(klass),
      roleChanges,
      usualRoles: { ...defaultRoleMapping, teacher: 'member' },
    })
    await button('Invite 3 students and 1 teacher')
    await openRoles()
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Role of Teachers' }).value).toBe('member')
    fireEvent.click(await button('Back to the usual roles'))
    await button('Invite 3 students, 2 TAs, and 1 teacher')
    expect(asked.roles.at(-1)).toEqual({ key, changes: noRoleChanges })
    expect(screen.queryByRole('button', { name: 'Back to the usual roles' })).toBeNull()
  })

  it('students can be left out, and taken in again with a role', async () => {
    const { asked } = show({ roster: ready(klass) })
    await button(/^Invite 3 students/)
    await openRoles()
    choose('Students', 'out')
    await button('Invite 2 TAs and 1 teacher')
    await screen.findByText('Left out: 3 students')
    expect(asked.roles.at(-1)?.changes.roles).toEqual({ student: null })
    choose('Students', 'facilitator')
    await button(/^Invite 3 students/)
    expect(asked.choices.at(-1)).toMatchObject({ role: 'facilitator' })
  })

  it('a class of students alone has one choice, with a line on each', async () => {
    show({ roster: ready(people(2)) })
    await button('Invite 2 students')
    await openRoles()
    fireEvent.click(screen.getByRole('radio', { name: 'Leave out' }))
    await screen.findByText('Left out: 2 students')
    fireEvent.click(screen.getByRole('radio', { name: 'Member' }))
    await button('Invite 2 students')
  })

  it('who joins with more than students do is listed before them', async () => {
    show({ roster: ready([...klass, person('last')]) })
    await button(/^Invite 4 students/)
    expect(headings()).toEqual(['Join with a higher role · 3', 'New · 4'])
    await openRoles()
    choose('Students', 'owner')
    await waitFor(() => expect(headings()).toEqual(['New · 7']))
  })
})

describe('sections', () => {
  const labs = [
    person('1', { name: 'Ana', sections: ['Lab A'] }),
    person('2', { name: 'Ben', sections: ['Lab B'], state: 'invited' }),
    person('3', { name: 'Cem', sections: ['Lab B'], email: 'cem@example.edu' }),
    person('4', { name: 'Cem', sections: ['Lab A'], email: 'cem@example.edu' }),
    person('5', { name: 'Dee', sections: ['Lab B'], state: 'inactive' }),
  ]
  const names = () => screen.getAllByRole('checkbox', { name: /^Invite / }).map((one) => one.getAttribute('aria-label'))

  it('are shown in the row where there are several, both of them for one mailbox, with the state', async () => {
    show({ roster: ready(labs) })
    await button('Invite 3 students')
    screen.getByText('Lab A')
    screen.getByText('Lab B · Not in the course yet')
    screen.getByText('Lab B · Lab A')
    screen.getByText('Inactive in the course')
  })

  it('can be looked at alone, and be the only ones ticked', async () => {
    const { asked } = show({ roster: ready(labs) })
    await button('Invite 3 students')
    const filter = screen.getByRole('combobox', { name: 'Show' })
    expect([...filter.querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
      'Everyone',
      'Lab A (2)',
      'Lab B (3)',
    ])
    fireEvent.change(filter, { target: { value: 'section Lab B' } })
    await waitFor(() => expect(names()).toEqual(['Invite Dee', 'Invite Ben', 'Invite Cem']))
    screen.getByText('3 of 4 shown')
    await button('Invite 3 students')
    fireEvent.click(await button('Tick only these'))
    fireEvent.click(await button('Invite 2 students'))
    await waitFor(() => expect(asked.orders[0]?.people.map(({ name }) => name)).toEqual(['Ben', 'Cem']))
  })

  it('one section for all goes without saying', async () => {
    show({ roster: ready(people(5)) })
    await button('Invite 5 students')
    expect(screen.queryByText(/Section 1/)).toBeNull()
    expect(screen.queryByRole('combobox', { name: 'Show' })).toBeNull()
  })

  it('roles can be looked at alone in a long list, whatever the LMS calls its students', async () => {
    const many = people(25).map((one, index) => ({ ...one, roleLabel: index < 2 ? 'Oyente' : 'Estudiante' }))
    show({ roster: ready([...many, ta, head]) })
    await button('Invite 25 students and 2 TAs')
    const filter = screen.getByRole('combobox', { name: 'Show' })
    expect([...filter.querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
      'Everyone',
      'Students (23)',
      'Oyente (2)',
      'TAs (1)',
      'Head TA (1)',
    ])
    for (const [label, count] of [
      ['Students', 23],
      ['Oyente', 2],
      ['TAs', 1],
      ['Head TA', 1],
    ] as const) {
      const option = within(filter).getByRole<HTMLOptionElement>('option', { name: `${label} (${count})` })
      fireEvent.change(filter, { target: { value: option.value } })
      await screen.findByText(`${count} of 27 shown`)
    }
  })
})
