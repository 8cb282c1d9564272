import { hostileNames } from '../shared/names.ts'
import { inventName, mailbox } from '../shared/naming.ts'
import { chanceFrom } from '../shared/random.ts'
import { kindsOf, ownBoxes, seating } from '../shared/seating.ts'
import { type Account, accounts } from './accounts.ts'
import type { CourseOptions, Mix } from './options.ts'

/** Roles by id, as a site is set up at first. */
export const roleNames: Readonly<Record<string, string>> = {
  '3': 'Teacher',
  '4': 'Non-editing teacher',
  '5': 'Student',
  '6': 'Guest',
}

export interface StandInPerson {
  readonly id: number
  readonly given: string
  readonly family: string
  /** '' where the account has none. */
  readonly email: string
  readonly roles: readonly string[]
  readonly groups: readonly string[]
  readonly status: 'Active' | 'Suspended' | 'Not current'
}

interface Group {
  readonly id: string
  readonly name: string
}

export interface MadeCourse {
  readonly people: readonly StandInPerson[]
  readonly groups: readonly Group[]
}

type Kind = keyof Mix | 'student'

const order: readonly (keyof Mix)[] = [
  'teachers',
  'assistants',
  'guests',
  'roleless',
  'both',
  'suspended',
  'notCurrent',
  'hidden',
]

const rolesOf: Partial<Record<Kind, readonly string[]>> = {
  teachers: ['3'],
  assistants: ['4'],
  guests: ['6'],
  roleless: [],
  both: ['4', '5'],
}

const accountKind: Partial<Record<Kind, Account['as']>> = {
  teachers: 'teacher',
  assistants: 'assistant',
  student: 'student',
}

const mixFor = ({ size, mix }: CourseOptions): Mix => {
  const share = (part: number) => Math.floor(size * part)
  return {
    teachers: 2,
    assistants: 2,
    guests: share(0.005),
    roleless: share(0.005),
    both: share(0.005),
    suspended: share(0.02),
    notCurrent: share(0.01),
    hidden: share(0.01),
    ...mix,
  }
}

/** The first is in the first group alone; of the others one in eight is in two, and one in eight in none. */
const groupsFor = (index: number, groups: readonly Group[]): string[] => {
  const at = (place: number) => groups[place % groups.length]?.id ?? ''
  if (groups.length === 0 || index % 8 === 7) return []
  return index % 8 === 6 && groups.length > 1 ? [at(index), at(index + 1)] : [at(index)]
}

/** The whole class. */
export const makeCourse = (course: CourseOptions): MadeCourse => {
  const chance = chanceFrom(course.seed ?? course.id)
  const groups = Array.from({ length: course.groups ?? 0 }, (_, index) => ({
    id: String(course.id * 100 + index),
    name: `Lab ${index + 1}`,
  }))
  const seat = seating(accounts)
  const ownBox = ownBoxes()
  const people = kindsOf(course.size, order, mixFor(course)).map((kind, index): StandInPerson => {
    const account = seat(accountKind[kind])
    const named = account ? { ...account, box: mailbox(account.given, account.family) } : inventName(chance)
    const box = ownBox(named.box)
    const hostile = course.hostile && kind === 'student' && !account
    return {
      id: account?.id ?? course.id * 100_000 + index,
      given: hostile ? (hostileNames[index % hostileNames.length] ?? '') : named.given,
      family: hostile ? '' : named.family,
      email: kind === 'hidden' ? '' : `${box}@example.edu`,
      roles: rolesOf[kind] ?? ['5'],
      groups: account ? groupsFor(0, groups) : groupsFor(index, groups),
      status: kind === 'suspended' ? 'Suspended' : kind === 'notCurrent' ? 'Not current' : 'Active',
    }
  })
  return { people, groups }
}
