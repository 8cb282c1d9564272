import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sectionIn, sectionOnService } from '../../../lib/rosters/sectionGroups.ts'
import { course } from '../../helpers/fakeServices.ts'

it('a section is known again by what the service calls it, and by no other course', () => {
  const linked = { site: course.site, course: course.courseId }
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 60 }), (section) => {
      const called = sectionOnService(course, section)
      expect(sectionIn(linked, called)).toBe(section)
      expect(sectionIn({ ...linked, course: '10' }, called)).toBeUndefined()
      expect(sectionIn({ ...linked, site: 'https://moodle.example.edu' }, called)).toBeUndefined()
    }),
  )
  expect(sectionIn(linked, linked)).toBeUndefined()
})
