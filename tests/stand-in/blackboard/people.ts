import { hostileNames } from '../shared/names.ts'
import { inventName, mailbox } from '../shared/naming.ts'
import { chanceFrom } from '../shared/random.ts'
import { kindsOf, ownBoxes, seating } from '../shared/seating.ts'
import { type Account, accounts } from './accounts.ts'
import type { CourseOptions, Mix } from './options.ts'

/** One membership with its user. */
export interface StandInPerson {
  readonly id: string
  readonly given: string
  readonly family: string
  readonly login: string
  readonly email: string
  readonly role: 'Instructor' | 'TeachingAssistant' | 'Grader' | 'Student' | 'Guest' | 'CR_LabMentor'
  readonly available: 'Yes' | 'No' | 'Disabled'
  readonly showsAddress: boolean
  /** On the class list that people choose to be on. */
  readonly onRoster: boolean
  /** The merged course this person is in; null: the course itself. */
  readonly childId: string | null
  readonly isPreview: boolean
}

export interface Child {
  readonly id: string
  readonly name: string
  readonly code: string
}

export interface MadeCourse {
  readonly people: readonly StandInPerson[]
  readonly children: readonly Child[]
}

type Kind = keyof Mix | 'student'

const order: readonly (keyof Mix)[] = [
  'teachers',
  'tas',
  'graders',
  'mentors',
  'guests',
  'unavailable',
  'disabled',
  'hidden',
  'mistyped',
  'offRoster',
]

const roleOf: Partial<Record<Kind, StandInPerson['role']>> = {
  teachers: 'Instructor',
  tas: 'TeachingAssistant',
  graders: 'Grader',
  mentors: 'CR_LabMentor',
  guests: 'Guest',
}

const accountKind: Partial<Record<Kind, Account['as']>> = {
  teachers: 'Instructor',
  tas: 'TeachingAssistant',
  student: 'Student',
}

const mixFor = ({ size, mix }: CourseOptions): Mix => {
  const share = (part: number) => Math.floor(size * part)
  return {
    teachers: 2,
    tas: 1,
    graders: share(0.005),
    mentors: share(0.005),
    guests: share(0.005),
    unavailable: share(0.01),
    disabled: share(0.01),
    hidden: share(0.04),
    mistyped: 0,
    offRoster: share(0.02),
    ...mix,
  }
}

const makeChildren = ({ id, code, name, merged = 0 }: CourseOptions): Child[] =>
  Array.from({ length: merged }, (_, index) => ({
    id: id.replace(/_1$/, `${index + 1}_1`),
    name: `${name}, group ${index + 1}`,
    code: `${code ?? id}-G${index + 1}`,
  }))

const loginFor = ({ loginsAreAddresses, loginsBeginAddresses }: CourseOptions, box: string, email: string): string => {
  if (loginsAreAddresses) return email
  return loginsBeginAddresses ? box : box.replaceAll('.', '')
}

/** The whole class, in the order in which Blackboard lists it, the preview student last. */
export const makeCourse = (course: CourseOptions): MadeCourse => {
  const number = Number(/\d+/.exec(course.id)?.[0] ?? 1)
  const chance = chanceFrom(course.seed ?? number)
  const children = makeChildren(course)
  const seat = seating(accounts)
  const ownBox = ownBoxes()

  const people = kindsOf(course.size, order, mixFor(course)).map((kind, index): StandInPerson => {
    const role = roleOf[kind] ?? 'Student'
    const account = seat(accountKind[kind])
    const named = account ? { ...account, box: mailbox(account.given, account.family) } : inventName(chance)
    const box = ownBox(named.box)
    const hostile = course.hostile && kind === 'student' && !account
    const email = `${box}@${kind === 'mistyped' ? 'gmial.com' : 'example.edu'}`
    return {
      id: account?.id ?? `_${number * 10_000 + index}_1`,
      given: hostile ? (hostileNames[index % hostileNames.length] ?? '') : named.given,
      family: hostile ? '' : named.family,
      login: loginFor(course, box, email),
      email,
      role,
      available: kind === 'unavailable' ? 'No' : kind === 'disabled' ? 'Disabled' : 'Yes',
      showsAddress: kind !== 'hidden',
      onRoster: kind !== 'offRoster',
      childId: children.length > 0 && role === 'Student' ? chance.pick(children).id : null,
      isPreview: false,
    }
  })
  const preview = people[0] && {
    ...people[0],
    id: `_${number * 10_000 + 9999}_1`,
    family: `${people[0].family}_PreviewUser`,
    login: `${people[0].login}_previewuser`,
    role: 'Student' as const,
    showsAddress: false,
    onRoster: false,
    isPreview: true,
  }
  return { people: preview ? [...people, preview] : people, children }
}
