import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultRoleMapping, type LmsRole } from '../../../lib/people/person.ts'
import { labelKey, mappingWith, noRoleChanges, roleFor, roleLines, startingRoles } from '../../../lib/people/roles.ts'

const lmsRoles: readonly LmsRole[] = ['teacher', 'ta', 'student', 'designer', 'observer', 'other']
const rules = { mapping: defaultRoleMapping, role: 'member' } as const

describe('what somebody starts from', () => {
  const role = fc.constantFrom('owner' as const, 'facilitator' as const, 'member' as const)
  const workspaces = fc.record({ teacher: role, ta: role, student: role })
  const own = fc.record({
    ...{ teacher: fc.option(role), ta: fc.option(role), student: fc.option(role), designer: fc.option(role) },
    ...{ other: fc.option(role), observer: fc.constant(null) },
  })

  it('is the Workspace’s word where they changed nothing, and their own where they did', () => {
    fc.assert(
      fc.property(own, fc.option(workspaces, { nil: undefined }), (mine, theirs) => {
        const touched = lmsRoles.some((one) => mine[one] !== defaultRoleMapping[one])
        expect(startingRoles(mine, theirs)).toEqual(touched ? mine : { ...defaultRoleMapping, ...theirs })
        expect(startingRoles(defaultRoleMapping, theirs)).toEqual({ ...defaultRoleMapping, ...theirs })
      }),
    )
  })
})

describe('the role that a place in the course comes to', () => {
  it.each([
    ['teacher', 'owner'],
    ['ta', 'facilitator'],
    ['student', 'member'],
    ['designer', 'facilitator'],
    ['other', 'member'],
    ['observer', null],
  ] as const)('%s: %s', (role, expected) => expect(roleFor({ role }, rules)).toBe(expected))

  it('students get what was chosen for them, nobody else does', () => {
    const chosen = { ...rules, role: 'owner' } as const
    expect(lmsRoles.filter((role) => roleFor({ role }, chosen) !== roleFor({ role }, rules))).toEqual(['student'])
  })

  it('students can be left out', () => {
    const mapping = mappingWith(defaultRoleMapping, { roles: { student: null }, labels: {} })
    expect(roleFor({ role: 'student' }, { ...rules, mapping, role: 'owner' })).toBeNull()
  })

  it('a label of its own goes before the role, and is that role’s alone', () => {
    const labels = { [labelKey('ta', 'Grader')]: null, [labelKey('other', 'Librarian')]: 'owner' } as const
    const given = { ...rules, labels }
    expect(roleFor({ role: 'ta', roleLabel: 'Grader' }, given)).toBeNull()
    expect(roleFor({ role: 'ta', roleLabel: 'TA' }, given)).toBe('facilitator')
    expect(roleFor({ role: 'student', roleLabel: 'Grader' }, given)).toBe('member')
    expect(roleFor({ role: 'other', roleLabel: 'Librarian' }, given)).toBe('owner')
  })

  it('a plain name is no label, whichever page it was read from', () => {
    const labels = { [labelKey('ta', 'TA')]: 'owner', [labelKey('teacher', 'Instructor')]: null } as const
    expect(roleFor({ role: 'ta', roleLabel: 'TA' }, { ...rules, labels })).toBe('facilitator')
    expect(roleFor({ role: 'teacher', roleLabel: 'Instructor' }, { ...rules, labels })).toBe('owner')
  })

  it('nothing that was stored lets an observer in, and no label is taken for what every object has', () => {
    const mapping = mappingWith(defaultRoleMapping, { roles: { observer: 'owner' }, labels: {} })
    expect(roleFor({ role: 'observer' }, { ...rules, mapping })).toBeNull()
    const labels = { [labelKey('observer', 'Parent')]: 'owner' } as const
    expect(roleFor({ role: 'observer', roleLabel: 'Parent' }, { ...rules, labels })).toBeNull()
    fc.assert(
      fc.property(fc.constantFrom(...lmsRoles), fc.string(), (role, roleLabel) => {
        expect(roleFor({ role, roleLabel }, { ...rules, labels: {} })).toBe(roleFor({ role }, rules))
      }),
    )
  })
})

it('changes go before the defaults', () => {
  expect(mappingWith(defaultRoleMapping, noRoleChanges)).toEqual(defaultRoleMapping)
  expect(mappingWith({ ...defaultRoleMapping, ta: 'member' }, { roles: { teacher: null }, labels: {} })).toEqual({
    ...defaultRoleMapping,
    ta: 'member',
    teacher: null,
  })
})

describe('the lines of a roster', () => {
  const held = (role: LmsRole, roleLabel?: string, count = 1) =>
    Array.from({ length: count }, () => ({ role, ...(roleLabel === undefined ? {} : { roleLabel }) }))

  it('students, then staff, each label of its own by itself', () => {
    const people = [
      ...held('other', 'Librarian'),
      ...held('ta', 'Head TA', 2),
      ...held('ta', 'TA', 1),
      ...held('student', undefined, 9),
      ...held('student', 'Auditor', 12),
      ...held('teacher', 'Instructor'),
      ...held('observer'),
    ]
    expect(roleLines(people)).toEqual([
      { role: 'student', count: 9 },
      { role: 'student', label: 'Auditor', count: 12 },
      { role: 'teacher', count: 1 },
      { role: 'ta', count: 1 },
      { role: 'ta', label: 'Head TA', count: 2 },
      { role: 'other', label: 'Librarian', count: 1 },
    ])
  })

  it('most students are the students, in whatever language the page says so', () => {
    expect(roleLines([...held('student', 'Estudiante', 9), ...held('student', 'Oyente')])).toEqual([
      { role: 'student', count: 9 },
      { role: 'student', label: 'Oyente', count: 1 },
    ])
  })

  it('hold everybody but observers, once', () => {
    const person = fc.record(
      { role: fc.constantFrom(...lmsRoles), roleLabel: fc.constantFrom('TA', 'Auditor', 'Student', 'X') },
      { requiredKeys: ['role'] },
    )
    fc.assert(
      fc.property(fc.array(person), (people) => {
        const lines = roleLines(people)
        const counted = lines.reduce((sum, { count }) => sum + count, 0)
        expect(counted).toBe(people.filter(({ role }) => role !== 'observer').length)
        expect(new Set(lines.map(({ role, label }) => labelKey(role, label ?? ''))).size).toBe(lines.length)
      }),
    )
  })
})
