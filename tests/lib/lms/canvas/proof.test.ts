import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEverybody } from '../../../../lib/lms/canvas/proof.ts'
import type { RosterPerson } from '../../../../lib/people/person.ts'

const sections = ['A', 'B', 'C'] as const

const person = (key: string, section: string, state: RosterPerson['state'] = 'active'): RosterPerson => ({
  key,
  name: key,
  role: 'student',
  state,
  sections: [section],
})

/** What the page's script says of people: each role's count, flat as Canvas writes it, or a custom one inside its own. */
const script = (count: number, custom = 0) => ({
  SECTIONS: sections.map((name, at) => ({ id: `${at}`, name })),
  ALL_ROLES: [
    { base_role_name: 'StudentEnrollment', count: count - custom, custom_roles: [{ label: 'Auditor', count: custom }] },
    { base_role_name: 'TeacherEnrollment', count: 0 },
  ],
})

const course = fc
  .array(fc.constantFrom(...sections), { minLength: 3, maxLength: 40 })
  .map((of) => [...sections, ...of].map((section, at) => person(`${at}`, section)))

describe('a People page is whole', () => {
  it('where it shows as many as its script counts, and some of every section', () => {
    fc.assert(fc.property(course, fc.nat(3), (all, custom) => isEverybody(script(all.length, custom), all)))
  })

  it('never where somebody is missing, for whatever reason', () => {
    fc.assert(
      fc.property(
        course,
        fc.integer({ min: 1, max: 3 }),
        (all, gone) => !isEverybody(script(all.length), all.slice(gone)),
      ),
    )
  })

  it('never where the inactive, who are not counted, make up for somebody missing', () => {
    const all = sections.map((section) => person(section, section))
    expect(isEverybody(script(3), [...all, person('4', 'A', 'inactive')])).toBe(true)
    expect(isEverybody(script(4), [...all, person('4', 'A', 'inactive')])).toBe(false)
  })

  it('never where a section has nobody: the reader may be kept to the others', () => {
    const all = [person('1', 'A'), person('2', 'B')]
    expect(isEverybody(script(2), all)).toBe(false)
    expect(isEverybody({ ...script(2), SECTIONS: [{ id: '1', name: 'Only' }] }, all)).toBe(true)
  })

  it('never where the script does not count', () => {
    expect(isEverybody({}, [person('1', 'A')])).toBe(false)
    expect(isEverybody({ ALL_ROLES: [{ base_role_name: 'StudentEnrollment', count: '1' }] }, [])).toBe(false)
  })

  it('where there is nobody, and the script says so', () => {
    expect(isEverybody(script(0), [])).toBe(true)
    expect(isEverybody(script(1), [])).toBe(false)
  })
})
