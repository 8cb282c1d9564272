import { hostileNames } from '../shared/names.ts'
import { inventName, mailbox, type Naming } from '../shared/naming.ts'
import { chanceFrom } from '../shared/random.ts'
import { kindsOf, ownBoxes, seating } from '../shared/seating.ts'
import { type Account, accounts } from './accounts.ts'
import type { CourseOptions, Mix } from './options.ts'

type EnrolmentType =
  | 'StudentEnrollment'
  | 'TeacherEnrollment'
  | 'TaEnrollment'
  | 'DesignerEnrollment'
  | 'ObserverEnrollment'
  | 'StudentViewEnrollment'

export interface Enrolment {
  readonly id: string
  readonly type: EnrolmentType
  /** The type's own name, or a custom role's. */
  readonly role: string
  readonly sectionId: string
  readonly state: 'active' | 'invited' | 'inactive' | 'completed'
  readonly limited: boolean
  /** Whom an observer observes. */
  readonly observes: StandInPerson | null
}

export interface StandInPerson {
  readonly id: string
  readonly name: string
  readonly sortableName: string
  readonly pronouns: string | null
  readonly loginId: string
  readonly sisId: string
  readonly email: string | null
  readonly enrolments: Enrolment[]
}

export interface Section {
  readonly id: string
  readonly name: string
  /** The course a cross-listed section came from. */
  readonly crossListedFrom: string | null
}

export interface MadeCourse {
  readonly people: readonly StandInPerson[]
  readonly sections: readonly Section[]
}

const namingOf = (account: Account): Omit<Naming, 'given' | 'family'> => {
  const [given = '', family = ''] = account.name.split(' ')
  return { name: account.name, sortableName: account.sortableName, box: mailbox(given, family) }
}

type Kind = keyof Mix | 'student'

const order: readonly (keyof Mix)[] = [
  'teachers',
  'tas',
  'designers',
  'observers',
  'pending',
  'inactive',
  'concluded',
  'noAddress',
  'twoSections',
]

const accountKind: Partial<Record<Kind, Account['as']>> = { teachers: 'teacher', tas: 'ta', student: 'student' }

const mixFor = (course: CourseOptions): Mix => {
  const share = (part: number) => Math.floor(course.size * part)
  return {
    teachers: 2,
    tas: 1,
    designers: 0,
    observers: share(0.01),
    pending: share(0.01),
    inactive: share(0.005),
    concluded: share(0.005),
    noAddress: 0,
    twoSections: share(0.03),
    ...course.mix,
  }
}

const typeOf = (kind: Kind): EnrolmentType => {
  if (kind === 'teachers') return 'TeacherEnrollment'
  if (kind === 'tas') return 'TaEnrollment'
  if (kind === 'designers') return 'DesignerEnrollment'
  return kind === 'observers' ? 'ObserverEnrollment' : 'StudentEnrollment'
}

const stateOf = (kind: Kind): Enrolment['state'] => {
  if (kind === 'pending') return 'invited'
  if (kind === 'inactive') return 'inactive'
  return kind === 'concluded' ? 'completed' : 'active'
}

const makeSections = (course: CourseOptions): Section[] =>
  Array.from({ length: Math.min(8, 1 + Math.ceil(course.size / 150)) }, (_, index) => ({
    id: `${course.id}${index + 1}`,
    name: `${course.code ?? course.name} ${index === 0 ? 'Lecture' : `Lab ${index}`}`,
    crossListedFrom: index === 2 ? '3999' : null,
  }))

/** The whole class, in the order in which Canvas lists it, with the test student among them. */
export const makeCourse = (course: CourseOptions): MadeCourse => {
  const chance = chanceFrom(course.seed ?? Number(course.id))
  const sections = makeSections(course)
  const seat = seating(accounts)
  const ownBox = ownBoxes()
  const people: StandInPerson[] = []

  kindsOf(course.size, order, mixFor(course)).forEach((kind, index) => {
    const account = seat(accountKind[kind])
    const naming = account ? namingOf(account) : inventName(chance)
    const box = ownBox(naming.box)
    const hostile =
      course.hostile && kind === 'student' && !account ? hostileNames[index % hostileNames.length] : undefined
    const id = account?.id ?? String(Number(course.id) * 10_000 + index)
    const ownSections = [chance.pick(sections)]
    if (kind === 'twoSections') ownSections.push(sections[(sections.indexOf(ownSections[0]!) + 1) % sections.length]!)
    const address = `${box}@example.edu`
    people.push({
      id,
      name: hostile ?? naming.name,
      sortableName: hostile ?? naming.sortableName,
      pronouns: chance.below(12) === 0 ? chance.pick(['she/her', 'he/him', 'they/them']) : null,
      loginId: course.loginsAreAddresses ? address : box.replaceAll('.', ''),
      sisId: `S${100_000 + index}`,
      email: kind === 'noAddress' ? null : address,
      enrolments: (account?.as === 'teacher' ? [sections[0]!] : ownSections).map((section, place) => ({
        id: `${id}${place}`,
        type: typeOf(kind),
        role: kind === 'tas' && index % 2 === 0 ? 'Lab assistant' : typeOf(kind),
        sectionId: section.id,
        state: stateOf(kind),
        limited: account?.as === 'ta',
        observes: kind === 'observers' ? (people[0] ?? null) : null,
      })),
    })
  })

  if (course.size > 0) people.push(testStudent(course, sections[0]!))
  const collator = new Intl.Collator('en')
  return { people: people.sort((one, other) => collator.compare(one.sortableName, other.sortableName)), sections }
}

const testStudent = (course: CourseOptions, section: Section): StandInPerson => ({
  id: String(Number(course.id) * 10_000 + 9_999_999),
  name: 'Test Student',
  sortableName: 'Student, Test',
  pronouns: null,
  loginId: '5e1f0c2a',
  sisId: '',
  email: null,
  enrolments: [
    {
      id: `${course.id}999`,
      type: 'StudentViewEnrollment',
      role: 'StudentViewEnrollment',
      sectionId: section.id,
      state: 'active',
      limited: false,
      observes: null,
    },
  ],
})
