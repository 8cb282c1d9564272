// @vitest-environment-options { "settings": { "handleDisabledFileLoadingAsSuccess": true } }
import { describe, expect, it } from 'vitest'
import { adapter } from '../../../lib/lms/moodle.ts'
import { recognise } from '../../../lib/lms/recognise.ts'
import { apiCases, cases, homeUrl, notAllowed, rosterUrl } from './moodle/cases.ts'
import { materialOf, saved } from './support/fixtures.ts'
import { deps, open, readPage } from './support/reading.ts'
import { type Recording, replay } from './support/recording.ts'
import { itReadsItsFixtures } from './support/table.ts'

const reads = /^(?:GET (?:\/moodle)?\/user\/index\.php|POST (?:\/moodle)?\/lib\/ajax\/service\.php)$/

describe('a saved page or recording of Moodle', () => itReadsItsFixtures('moodle', cases, reads))

const recordingOf = (fixture: string) => JSON.parse(saved('moodle', fixture)) as Recording
const teacherPage = () => saved('moodle', 'participants-teacher-4x.html')

describe('a saved Moodle page', () => {
  it.each([
    ['participants-teacher-4x.html', '[data-region="participant-count"]'],
    ['participants-38.html', '#participants'],
  ])('%s has its button at %s', (fixture, anchor) => {
    const doc = open(saved('moodle', fixture))
    const page = recognise([adapter], doc, new URL(rosterUrl))?.page
    expect(page?.anchor).toBe(doc.querySelector(anchor))
    expect(page?.kind).toBe('roster')
  })

  it.each([
    ['course-home.html', homeUrl, 'BIO 101: Introductory Biology'],
    ['forum.html', 'https://moodle.example.edu/mod/forum/view.php?id=9', 'BIO101-F26'],
  ])('%s is a page of the course, which is called %s', (fixture, url, courseName) => {
    const page = recognise([adapter], open(saved('moodle', fixture)), new URL(url))?.page
    expect(page).toMatchObject({ kind: 'course', courseId: '2', courseName, anchor: null, root: '' })
  })

  it('below a path has that for its root, also where the host in it is another', () => {
    const behindProxy = saved('moodle', 'participants-subfolder.html').replaceAll(
      'school.example.edu',
      'inner.example.org',
    )
    const url = new URL('https://school.example.edu/moodle/user/index.php?id=2')
    expect(recognise([adapter], open(behindProxy), url)?.page.root).toBe('/moodle')
  })

  it('is not asked anything for rows that come later', async () => {
    const played = replay(notAllowed)
    const state = await readPage(open(teacherPage()), new URL(rosterUrl), { ...deps(played.fetch), pageOnly: true })
    expect(state).toMatchObject({ kind: 'ready', roster: { source: 'page', people: { length: 7 } } })
    expect(played.asked).toEqual([])
  })

  it('is read as it stands then: all rows, once they are shown', async () => {
    const doc = open(teacherPage())
    const read = () => readPage(doc, new URL(rosterUrl), deps(replay(notAllowed).fetch))
    expect(await read()).toMatchObject({ roster: { complete: false, people: { length: 7 } } })
    const region = open(saved('moodle', 'participants-one-page.html')).querySelector(
      '[data-region="core_table/dynamic"]',
    )
    doc.querySelector('[data-region="core_table/dynamic"]')?.replaceWith(region ?? '')
    expect(await read()).toMatchObject({ roster: { complete: true, total: 22, people: { length: 22 } } })
  })
})

describe('a recorded answer of Moodle', () => {
  const waits: Record<string, number[]> = { 'error-429.json': [5000, 5000, 5000], 'error-429-once.json': [5000] }

  it.each(apiCases)('$fixture asks little', async (row) => {
    const { html, recording } = materialOf('moodle', row)
    const played = replay(recording)
    const told = deps(played.fetch)
    await readPage(open(html), new URL(row.url), told)
    expect(told.waits).toEqual(waits[row.fixture] ?? [])
    const pages = played.asked.filter((line) => /service\.php|perpage=/.test(line)).length
    expect(played.asked.length - pages).toBeLessThanOrEqual(2)
    expect(played.asked.length).toBeLessThanOrEqual(3 + 4)
  })

  /** What the table's service is asked for. */
  const bodiesFor = async (page: string, fixture: string): Promise<unknown[]> => {
    const bodies: unknown[] = []
    const { fetch } = replay(recordingOf(fixture))
    await readPage(open(page), new URL(rosterUrl), {
      ...deps((input, init) => {
        if (init?.body) bodies.push(JSON.parse(String(init.body)))
        return fetch(input, init)
      }),
    })
    return bodies
  }

  it('is asked for everybody of this course, all columns, and under a name that leaves the page’s own choices alone', async () => {
    const { page = '' } = recordingOf('table-filtered-page.json')
    expect(page).toContain('data-table-last-initial="T"')
    const [body, ...more] = await bodiesFor(page, 'table-filtered-page.json')
    expect(more).toEqual([])
    expect(body).toEqual([
      {
        index: 0,
        methodname: 'core_table_get_dynamic_table_content',
        args: {
          component: 'core_user',
          handler: 'participants',
          uniqueid: 'roster-read',
          sortdata: [
            { sortby: 'email', sortorder: 4 },
            { sortby: 'lastname', sortorder: 4 },
            { sortby: 'firstname', sortorder: 4 },
          ],
          jointype: 2,
          filters: [{ name: 'courseid', jointype: 1, values: [2] }],
          firstinitial: '',
          lastinitial: '',
          pagenumber: 1,
          pagesize: 250,
          hiddencolumns: [],
          resetpreferences: false,
        },
      },
    ])
  })

  it('is asked for one page after the other', async () => {
    const bodies = await bodiesFor(teacherPage(), 'table-pages.json')
    expect(bodies.map((body) => (body as [{ args: { pagenumber: number } }])[0].args.pagenumber)).toEqual([1, 2])
  })

  it('that says who may not is not asked about that again', async () => {
    const played = replay(recordingOf('error-nopermissions.json'))
    await readPage(open(teacherPage()), new URL(rosterUrl), deps(played.fetch))
    expect(played.asked.filter((line) => line === `GET ${rosterUrl}`)).toEqual([])
  })

  it('takes a new key once, and goes on with it', async () => {
    const played = replay(recordingOf('error-invalidsesskey.json'))
    await readPage(open(teacherPage()), new URL(rosterUrl), deps(played.fetch))
    expect(played.asked.map((line) => /sesskey=(\w+)/.exec(line)?.[1] ?? line)).toEqual([
      'xOKRcT3ejT',
      `GET ${rosterUrl}`,
      'n3wK3y0000',
    ])
  })

  it('is not asked for where the participants page says that there is no such service', async () => {
    const played = replay(recordingOf('pages-38.json'))
    await readPage(open(saved('moodle', 'participants-38.html')), new URL(rosterUrl), deps(played.fetch))
    expect(played.asked.filter((line) => line.startsWith('POST'))).toEqual([])
  })

  it('keeps everything else about people out', async () => {
    const state = await readPage(
      open(saved('moodle', 'participants-idnumber-first.html')),
      new URL(rosterUrl),
      deps(replay(notAllowed).fetch),
    )
    expect(state.kind).toBe('ready')
    expect(JSON.stringify(state)).not.toMatch(/000110|"Biology"|4 days|September|Manual enrolments/)
  })

  it('stops with its signal', async () => {
    const stop = new AbortController()
    const { fetch } = replay(recordingOf('table-pages.json'))
    let asked = 0
    const halfway: typeof globalThis.fetch = async (input, init) => {
      if (++asked === 2) {
        stop.abort()
        throw new DOMException('Aborted', 'AbortError')
      }
      return fetch(input, init)
    }
    expect(await readPage(open(teacherPage()), new URL(rosterUrl), deps(halfway, stop.signal))).toMatchObject({
      kind: 'problem',
      problem: 'stopped',
    })
    expect(asked).toBe(2)
  })

  it('tells how far it is', async () => {
    const steps: (readonly [number, number | undefined])[] = []
    await readPage(open(teacherPage()), new URL(rosterUrl), {
      ...deps(replay(recordingOf('table-pages.json')).fetch),
      onProgress: (read, total) => void steps.push([read, total]),
    })
    expect(steps).toEqual([
      [15, 22],
      [22, 22],
    ])
  })
})
