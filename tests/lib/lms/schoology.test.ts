// @vitest-environment-options { "settings": { "handleDisabledFileLoadingAsSuccess": true } }
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memberOf } from '../../../lib/lms/schoology/member.ts'
import { adapter } from '../../../lib/lms/schoology.ts'
import { cases, membersUrl } from './schoology/cases.ts'
import { saved } from './support/fixtures.ts'
import { deps, open, readPage } from './support/reading.ts'
import { type Recording, replay } from './support/recording.ts'
import { itReadsItsFixtures } from './support/table.ts'

const reads = /^GET \/(?:iapi\/enrollment\/member_enrollments\/course|course)\/7921261672$/

describe('a saved page or recording of Schoology', () => itReadsItsFixtures('schoology', cases, reads))

describe('a page of Schoology', () => {
  it('puts its button behind the bar above the members, and nowhere until it is drawn', () => {
    const on = (fixture: string, url = membersUrl) => adapter.detect(open(saved('schoology', fixture)), new URL(url))
    expect(on('schoology-members.html')?.anchor?.className).toBe('roster-top')
    expect(on('course-materials.html')).toMatchObject({ kind: 'roster', anchor: null })
    expect(on('course-materials.html', membersUrl.replace('members', 'materials'))).toMatchObject({ kind: 'course' })
  })

  it('that is still loading is waited for', async () => {
    const doc = open(saved('schoology', 'members-loading.html'))
    const full = open(saved('schoology', 'schoology-members.html')).querySelector('#roster-wrapper')
    const refused: Recording = { about: '', answers: [{ ask: '.', answer: [{ status: 404, body: {} }] }] }
    const state = readPage(doc, new URL(membersUrl), {
      ...deps(replay(refused).fetch),
      sleep: () => {
        doc.querySelector('#roster-wrapper')?.replaceWith(full ?? '')
        return new Promise(() => undefined)
      },
    })
    expect(await state).toMatchObject({ kind: 'ready', roster: { source: 'page', complete: true } })
  })
})

describe('a member', () => {
  it('has a name and never an address, whatever the entry says', () => {
    const text = fc.oneof(fc.string(), fc.emailAddress(), fc.constant(null), fc.integer())
    const entry = fc.dictionary(
      fc.constantFrom('uid', 'name', 'name_first', 'name_last', 'school_uid', 'email', 'type', 'status'),
      text,
    )
    fc.assert(
      fc.property(entry, (fields) => {
        const person = memberOf(fields)
        expect(!!person).toBe(fields.uid !== undefined && fields.uid !== null && fields.uid !== '')
        expect(Object.keys(person ?? {}).filter((key) => /mail|login/i.test(key))).toEqual([])
      }),
    )
  })
})
