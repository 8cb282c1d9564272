import type { EnrolmentState, LmsRole, RosterPerson } from '../../../../lib/people/person.ts'

/** The invented people of Blackboard's fixtures, as they are read from each kind of page. */

type Rest = Partial<Omit<RosterPerson, 'key' | 'name' | 'role' | 'state' | 'sections'>>

export const person = (
  key: string,
  name: string,
  role: LmsRole,
  state: EnrolmentState = 'active',
  rest: Rest = {},
  sections: readonly string[] = [],
): RosterPerson => ({ key, name, role, state, sections, ...rest })

export const lms = (login: string, email: string, rest: Rest = {}): Rest => ({
  ...(login ? { login } : {}),
  email,
  emailSource: 'lms',
  ...rest,
})

export const alba = person('_501_1', 'Alba Solano', 'student', 'active', lms('asolano', 'alba.solano@example.edu'))
export const zoe = person('_502_1', 'Zoë Ångström-Núñez', 'student', 'active', lms('zangstrom', 'zoe.a@example.edu'))
export const liat = person('_503_1', 'ליאת בן־דוד', 'student', 'active', {
  login: 'hidden.person@example.edu',
  email: 'hidden.person@example.edu',
  emailSource: 'login',
})
export const chidi = person(
  '_504_1',
  'Chidi Okafor, Jr.',
  'student',
  'inactive',
  lms('cokafor', 'c.okafor@example.edu'),
)
export const ines = person(
  '_510_1',
  'Ines Marlowe',
  'teacher',
  'active',
  lms('imarlowe', 'ines.marlowe@example.edu', { you: true }),
)
export const tobias = person('_511_1', 'Tobias Renner', 'ta', 'active', lms('trenner', 'tobias.renner@example.edu'))
export const greta = person(
  '_512_1',
  'Greta Vogel',
  'ta',
  'active',
  lms('gvogel', 'greta.vogel@example.edu', { roleLabel: 'Grader' }),
)
/** The mentor, whose role the school has made: `label` is what the source calls it. */
export const lars = (label: string): RosterPerson =>
  person('_514_1', 'Lars Madsen', 'other', 'active', lms('lmadsen', 'lars.madsen@example.edu', { roleLabel: label }))

export const inSection = (one: RosterPerson, ...sections: string[]): RosterPerson => ({ ...one, sections })
export const stranger = ({ you: _, ...rest }: RosterPerson): RosterPerson => rest
export const withoutAddress = ({ email: _, emailSource: __, ...rest }: RosterPerson): RosterPerson => rest

/** `personNNN` of the long lists. */
export const many = (count: number): RosterPerson[] =>
  Array.from({ length: count }, (_, index) => {
    const login = `person${String(index).padStart(3, '0')}`
    return person(
      `_${1000 + index}_1`,
      `Person ${login.slice(-3)}`,
      'student',
      'active',
      lms(login, `${login}@example.edu`),
    )
  })

interface Labels {
  readonly student?: string
  readonly teacher?: string
  readonly ta?: string
  readonly mentor: string
}

/** The nine of the Users page; the guest and the preview student are left out. `labels`: how the page words the roles. */
export const usersPagePeople = (labels: Labels = { mentor: 'Lab Mentor' }): RosterPerson[] => {
  const named = (one: RosterPerson, label: string | undefined): RosterPerson =>
    label ? { ...one, roleLabel: label } : one
  return [
    alba,
    zoe,
    liat,
    chidi,
    person('_505_1', 'Mai Led', 'student', 'active', lms('mailed', 'mai.led@example.edu')),
    person('_506_1', 'Cher', 'student', 'active', lms('cher', 'cher@example.edu')),
    ines,
    tobias,
    lars(labels.mentor),
  ].map((one) => named(one, { student: labels.student, teacher: labels.teacher, ta: labels.ta }[one.role as 'ta']))
}

/** The ten rows of Ultra's roster: names and roles, the same name twice. */
export const ultraPagePeople = (labels: { readonly teacher?: string } = {}): RosterPerson[] =>
  (
    [
      ['Alba Solano', 'student'],
      ['Okafor, Jr., Chidi', 'student', 'inactive'],
      ['Zoë Ångström-Núñez', 'student'],
      ['ליאת בן־דוד', 'student'],
      ['Cher', 'student'],
      ['Alba Solano', 'student'],
      ['Ines Marlowe', 'teacher', 'active', labels.teacher],
      ['Tobias Renner', 'ta'],
      ['Dee Signer', 'designer', 'active', 'Course Builder'],
      ['Lars Madsen', 'other', 'active', 'Lab Mentor'],
    ] as const
  ).map(([name, role, state, roleLabel], index) =>
    person(`row ${index}`, name, role, state ?? 'active', roleLabel ? { roleLabel } : {}),
  )
