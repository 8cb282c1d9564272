// @vitest-environment-options { "settings": { "handleDisabledFileLoadingAsSuccess": true } }
import { describe, expect, it } from 'vitest'
import { adapter } from '../../../lib/lms/openedx.ts'
import { cases, dashboardUrl } from './openedx/cases.ts'
import { saved } from './support/fixtures.ts'
import { deps, open, readPage } from './support/reading.ts'
import { refusing, replay } from './support/recording.ts'
import { itReadsItsFixtures } from './support/table.ts'

const reads =
  /^(?:GET \/api\/user\/v1\/me|GET \/courses\/[^/]+\/instructor|POST \/courses\/[^/]+\/instructor\/api\/get_students_features)$/

describe('a saved page or recording of Open edX', () => itReadsItsFixtures('openedx', cases, reads))

describe('a page of Open edX', () => {
  const doc = () => open(saved('openedx', 'data-download.html'))

  it('is the roster where the data download is open, with its heading for the button', () => {
    const page = adapter.detect(doc(), new URL(dashboardUrl))
    expect(page).toMatchObject({ kind: 'roster', root: '', courseName: 'Introduction to Biology' })
    expect(page?.anchor?.textContent).toBe('Data Download')
    expect(adapter.detect(doc(), new URL(dashboardUrl.replace('data_download', 'membership')))).toMatchObject({
      kind: 'course',
      anchor: null,
    })
  })

  it.each([
    ['/courses/ExampleU/BIO101/2026/instructor', 'ExampleU/BIO101/2026', ''],
    ['/lms/courses/course-v1:ExampleU+BIO101+2026/courseware/a/b', 'course-v1:ExampleU+BIO101+2026', '/lms'],
    ['/courses/course-v1%3AExampleU%2BBIO101%2B2026/course/', 'course-v1:ExampleU+BIO101+2026', ''],
  ])('%s is course %s under "%s"', (path, courseId, root) => {
    expect(adapter.detect(doc(), new URL(path, dashboardUrl))).toMatchObject({ courseId, root })
  })

  it.each(['/courses', '/courses/4711/users', '/learning/course/course-v1:A+B+C/home', '/courses/course-v1%zz/x'])(
    '%s is none',
    (path) => expect(adapter.detect(doc(), new URL(path, dashboardUrl))).toBeNull(),
  )

  it('asks for no list that its page does not offer', async () => {
    for (const fixture of ['data-download-large.html', 'data-download-foreign.html', 'data-download-menu-large.html']) {
      const played = replay(refusing(403))
      await readPage(open(saved('openedx', fixture)), new URL(dashboardUrl), deps(played.fetch))
      expect(played.asked).toEqual([])
    }
  })
})
