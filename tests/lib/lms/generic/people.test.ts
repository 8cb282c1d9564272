import { expect, it } from 'vitest'
import { createPeople, type Told } from '../../../../lib/lms/generic/people.ts'

const told = (name: string, id: number): Told => ({
  name,
  email: `person${id}@example.edu`,
  isLogin: false,
  asked: '',
  login: '',
  section: '',
  role: '',
  status: '',
})

const givenFirst = [
  'Avery Stone',
  'Blake Okafor',
  'Casey Lind',
  'Devon Reyes',
  'Emery Novak',
  'Finley Park',
  'Gray Sato',
]
const familyFirst = givenFirst.map((name) => name.split(' ').toReversed().join(', '))

const peopleOf = (names: readonly string[]) => {
  const people = createPeople('')
  for (const [id, name] of names.entries()) people.add(told(name, id))
  return people
}
const namesIn = (people: ReturnType<typeof createPeople>) => people.all().map(({ name }) => name)

it('a list of few people has their names turned where most have the family name first', () => {
  const people = peopleOf(familyFirst)
  expect(people.anew()).toBeNull()
  expect(namesIn(people)).toEqual(givenFirst)
})

it('a comma in one name turns nothing', () => {
  expect(namesIn(peopleOf([...givenFirst, 'Stone, Harper']))).toEqual([...givenFirst, 'Stone, Harper'])
})

it('a list whose first rows are written as most are is told once', () => {
  const people = peopleOf([...familyFirst, ...familyFirst, ...familyFirst])
  expect(people.anew()).toBeNull()
  expect(new Set(namesIn(people))).toEqual(new Set(givenFirst))
})

it('a list whose first rows are written otherwise than most is told again, once', () => {
  const names = [...givenFirst, ...givenFirst, ...Array.from({ length: 5 }, () => familyFirst).flat()]
  const again = peopleOf(names).anew()
  if (!again) throw new Error('The first rows were believed.')
  for (const [id, name] of names.entries()) again.add(told(name, id))
  expect(again.anew()).toBeNull()
  expect(new Set(namesIn(again))).toEqual(new Set(givenFirst))
})
