import { expect, it } from 'vitest'
import { adapter } from '../../../../lib/lms/blackboard.ts'
import { saved } from '../support/fixtures.ts'
import { open } from '../support/reading.ts'

const on = (fixture: string, path: string) => {
  const [doc, url] = [open(saved('blackboard', fixture)), new URL(path, 'https://learn.example.edu')]
  return { page: adapter.detect(doc, url), refused: adapter.refuses?.(doc, url) }
}

it('a page at another address is none of Blackboard', () => {
  expect(on('users.html', '/portal/userManager?course_id=_4711_1')).toEqual({ page: null, refused: false })
})

it.each([
  ['users-nocourse.html', ''],
  ['users-picker.html', '?course_id=_4711_1&context=userPicker'],
  ['users-picker.html', '?course_id=_4711_1&enrollTypeString=UnEnrolled'],
])('%s%s, a list of everybody at the school, is kept from every other reader', (fixture, query) => {
  expect(on(fixture, `/webapps/blackboard/execute/userManager${query}`)).toEqual({ page: null, refused: true })
})

it('a class is not', () => {
  const { page, refused } = on('users.html', '/webapps/blackboard/execute/userManager?course_id=_4711_1')
  expect([page?.kind, refused]).toEqual(['roster', false])
})
