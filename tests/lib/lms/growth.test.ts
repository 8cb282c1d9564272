// @vitest-environment-options { "settings": { "handleDisabledFileLoadingAsSuccess": true } }
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FollowRoster, Growth } from '../../../lib/lms/adapter.ts'
import { adapters } from '../../../lib/lms/adapters.ts'
import { readRoster } from '../../../lib/lms/read.ts'
import { recognise } from '../../../lib/lms/recognise.ts'
import type { RosterState } from '../../../lib/lms/roster.ts'
import { sourcesOf } from '../../../lib/lms/sources.ts'
import { saved } from './support/fixtures.ts'
import { deps, open } from './support/reading.ts'
import { replay } from './support/recording.ts'

/** A page that was read, and what it says of rows that come and go. */
const followed = async (html: string | Document, address: string) => {
  const doc = typeof html === 'string' ? open(html) : html
  const page = recognise(adapters, doc, new URL(address))
  if (!page) throw new Error('The page is no roster.')
  let follow: FollowRoster | undefined
  const state = await readRoster(page, sourcesOf(page.course.lms), {
    ...deps(replay({ answers: [] }).fetch),
    pageOnly: true,
    onFollow: (given) => {
      follow = given
    },
  })
  const grow = (growth: Partial<Growth>) => follow?.({ came: [], went: [], ...growth })
  return { doc, state, grow }
}

const names = (state: RosterState | null | undefined) =>
  state?.kind === 'ready' ? state.roster.people.map(({ name }) => name) : state

const canvasRow = (id: number, name: string) =>
  `<table><tr id="user_${id}" class="rosterUser StudentEnrollment"><td></td><td><a class="roster_user_name" data-student_id="${id}">${name}</a></td><td data-testid="section-column-cell"><div class="section">A</div></td><td><div>Student</div></td></tr></table>`
const tableRow = (id: number, name: string) =>
  `<table><tr><td>${name}</td><td>person${id}@example.edu</td><td>101-A</td></tr></table>`

describe.each([
  {
    what: 'Canvas',
    html: () => saved('canvas', 'people-a-full.html'),
    url: 'https://canvas.example.edu/courses/4711/users',
    list: 'table.roster tbody',
    row: 'tr.rosterUser',
    made: canvasRow,
  },
  {
    what: 'a page of no LMS',
    html: () => saved('generic', 'table.html'),
    url: 'https://www.example.edu/people',
    list: 'tbody',
    row: 'tbody tr',
    made: tableRow,
  },
])('on $what', ({ html, url, list, row, made }) => {
  const rowsOf = (doc: Document, markup: string) =>
    [...open(markup).querySelectorAll('tr')].map((one) => doc.importNode(one, true))

  it('rows that come are read, and no other again', async () => {
    const { doc, state, grow } = await followed(html(), url)
    const before = names(state) as string[]
    // Nobody is told of this: whoever reads the row again would see it.
    for (const old of doc.querySelectorAll(row)) old.textContent = 'Somebody Else'
    const [one, two] = [...rowsOf(doc, made(901, 'Mina Sato')), ...rowsOf(doc, made(902, 'Greta Lind'))]
    doc.querySelector(list)?.append(one as Element, two as Element)
    expect(names(await grow({ came: [one as Element, two as Element] }))).toEqual([
      ...before,
      'Mina Sato',
      'Greta Lind',
    ])
    expect(names(await grow({ came: [two as Element] }))).toEqual([...before, 'Mina Sato', 'Greta Lind'])
  })

  it('rows that came inside something else, and what is none of the list', async () => {
    const { doc, state, grow } = await followed(html(), url)
    const before = names(state) as string[]
    const body = doc.createElement('tbody')
    body.append(...rowsOf(doc, made(903, 'Liat Bendavid')))
    const note = doc.createElement('p')
    note.textContent = 'Saved.'
    doc.querySelector(list)?.after(body)
    doc.body.append(note)
    expect(names(await grow({ came: [note, body] }))).toEqual([...before, 'Liat Bendavid'])
  })

  it('is read anew when rows went, and not for anything else that did', async () => {
    const { doc, state, grow } = await followed(html(), url)
    const gone = doc.querySelector(row) as Element
    gone.remove()
    expect(await grow({ went: [gone] })).toBeNull()
    const other = await followed(html(), url)
    expect(names(await other.grow({ went: [doc.createElement('p')] }))).toEqual(names(state))
  })

  it('a row that came and went again is nobody', async () => {
    const { doc, state, grow } = await followed(html(), url)
    const [brief] = rowsOf(doc, made(904, 'Dee Signer'))
    expect(names(await grow({ came: [brief as Element], went: [brief as Element] }))).toEqual(names(state))
  })
})

/** The first row of a list, made into another person's. `person`: what tells the people of the list apart, from one to another. */
const another = (doc: Document, row: string, name: string, [from, to]: readonly [string, string], called: string) => {
  const next = doc.querySelector(row)?.cloneNode(true) as Element
  next.innerHTML = next.innerHTML.replaceAll(from, to)
  for (const { name, value } of next.attributes) next.setAttribute(name, value.replaceAll(from, to))
  const own = next.querySelector(name)
  if (own) own.textContent = called
  own?.removeAttribute('title')
  return next
}

describe.each([
  {
    what: 'Sakai’s roster',
    html: () => saved('sakai', 'roster-spreadsheet.html'),
    url: 'https://sakai.example.edu/portal/site/bio-101/tool/77',
    row: '.roster-entry',
    name: '.roster-name-cell span',
    person: ['b3f0c1d2', 'another1'],
  },
  {
    what: 'Ultra’s roster',
    html: () => saved('blackboard', 'ultra-roster-list.html'),
    url: 'https://blackboard.example.edu/ultra/courses/_4711_1/outline/roster',
    row: '.js-roster-members-list-item:not(.ftue-enroll)',
    name: 'bb-username',
    person: ['', ''],
  },
  {
    what: 'the Users page of Original courses',
    html: () => saved('blackboard', 'users.html'),
    url: 'https://blackboard.example.edu/webapps/blackboard/execute/userManager?course_id=_4711_1',
    row: '#listContainer_databody > tr',
    name: 'td:nth-of-type(2) .table-data-cell-value',
    person: ['_501_1', '_901_1'],
  },
  {
    what: 'the Roster tool of Original courses',
    html: () => saved('blackboard', 'roster-original.html'),
    url: 'https://blackboard.example.edu/webapps/bb-roster/searchRoster?course_id=_4711_1',
    row: '#listContainer_databody > tr',
    name: 'td',
    person: ['', ''],
  },
  {
    what: 'Moodle’s participants',
    html: () => saved('moodle', 'participants-teacher-4x.html'),
    url: 'https://moodle.example.edu/user/index.php?id=2',
    row: '#participants tbody tr',
    name: 'a[href*="/user/view.php?"]',
    person: ['110', '910'],
  },
  {
    what: 'Brightspace’s class list',
    html: () => saved('brightspace', 'classlist-with-email.html'),
    url: 'https://learn.example.edu/d2l/lms/classlist/classlist.d2l?ou=123456',
    row: 'tr:has(> th[scope="row"])',
    name: 'th[scope="row"] a',
    person: ['astone1', 'msato1'],
  },
  {
    what: 'the print view of Brightspace’s class list',
    html: () => saved('brightspace', 'print-email.html'),
    url: 'https://learn.example.edu/d2l/lms/classlist/print_email.d2l?pageOption=email&ou=123456',
    row: 'tr',
    name: 'th',
    person: ['kim.rolle', 'mina.sato'],
  },
  {
    what: 'Gradescope’s memberships',
    html: () => saved('gradescope', 'memberships-cells.html'),
    url: 'https://www.gradescope.com/courses/753413/memberships',
    row: 'tr.rosterRow',
    name: 'td',
    person: ['', ''],
  },
  {
    what: 'Banner’s class list application',
    html: () => saved('banner', 'banner9-class-list.html'),
    url: 'https://ssb.example.edu/FacultySelfService/ssb/classListApp/classListPage#!/202601/62576/courseDetails/classList',
    row: 'tr.ng-scope',
    name: '[data-name="studentName"] a',
    person: ['', ''],
  },
  {
    what: 'Banner’s class list in self-service 8',
    html: () => saved('banner', 'banner8-no-counts.html'),
    url: 'https://ssb.example.edu/SSBPROD/bwlkfcwl.P_FacClaListSum',
    row: 'tr:has(a[href*="P_FacSelectAtypView"])',
    name: 'a[href*="P_FacSelectAtypView"]',
    person: ['MTAx', 'MTBx'],
  },
  {
    what: 'Schoology’s members',
    html: () => saved('schoology', 'members-no-total.html'),
    url: 'https://app.schoology.com/course/7921261672/members',
    row: '.enrollment-user-list tr',
    name: '.user-name a',
    person: ['130780673', '930780673'],
  },
  {
    what: 'Google Classroom’s people',
    html: () => saved('classroom', 'people-list.html'),
    url: 'https://classroom.google.com/r/NTAwMDAwMDAwMTAx/sort-last-name',
    row: '[data-current-student-id]',
    name: '[id^="rtsc-"]',
    person: ['901', '951'],
  },
] as const)('on $what', ({ what, html, url, row, name, person }) => {
  it('rows that come are read, and no other again', async () => {
    const { doc, state, grow } = await followed(html(), url)
    const before = names(state) as string[]
    const next = another(doc, row, name, person, 'Mina Sato')
    // Nobody is told of this: whoever reads the row again would see it.
    for (const old of doc.querySelectorAll(`${row} ${name}`)) {
      old.textContent = 'Somebody Else'
      old.removeAttribute('title')
    }
    const list = doc.querySelector(row)?.parentElement
    list?.append(next)
    const after = names(await grow({ came: [next] })) as string[]
    expect(after.slice(0, -1)).toEqual(before)
    expect(after.at(-1)).toContain('Mina Sato')
  })

  it('is read anew when a row went, and not for what is none of the list', async () => {
    const { doc, state, grow } = await followed(html(), url)
    const note = doc.createElement('p')
    doc.body.append(note)
    expect(names(await grow({ came: [note] }))).toEqual(names(state))
    const [first] = doc.querySelectorAll(row)
    first?.remove()
    expect(await grow({ went: [first as Element] })).toBeNull()
  })

  it('a row that something came to is read once more', async () => {
    const { doc, state, grow } = await followed(html(), url)
    const [first] = doc.querySelectorAll(row)
    const note = doc.createElement('b')
    note.textContent = 'Mina Sato'
    first?.querySelector(name)?.replaceChildren(note)
    const after = await grow({ came: [note] })
    if (what === 'Moodle’s participants')
      expect(names(after)).toEqual(['Mina Sato', ...(names(state) as string[]).slice(1)])
    else expect(after).toBeNull()
  })
})

it('rows of Open edX’s grid stay listed when they are out of view', async () => {
  const { doc, state, grow } = await followed(
    saved('openedx', 'data-download.html'),
    'https://openedx.example.edu/courses/course-v1:ExampleU+BIO101+2026/instructor#view-data_download',
  )
  const [first] = doc.querySelectorAll('.slick-row')
  const next = first?.cloneNode(true) as Element
  for (const cell of next.children) cell.textContent = `${cell.textContent}9`
  first?.replaceWith(next)
  const after = await grow({ came: [next], went: [first as Element] })
  expect(names(after)).toEqual([...(names(state) as string[]), expect.any(String)])
})

describe('on a page of no LMS', () => {
  it('a row whose address comes later is read then', async () => {
    const { doc, grow } = await followed(saved('generic', 'table.html'), 'https://www.example.edu/people')
    const cell = doc.querySelectorAll('tbody tr')[2]?.children[1] as Element
    cell.textContent = 'chloe@example.edu'
    expect(await grow({ came: [cell] })).toBeNull()
  })

  it('a second list of the same kind is read with the first', async () => {
    const { doc, grow } = await followed(saved('generic', 'table.html'), 'https://www.example.edu/people')
    const table = open(
      '<table><tr><th>Name</th><th>E-mail</th><th>Section</th></tr><tr><td>Mina Sato</td><td>mina@example.edu</td><td>B</td></tr></table>',
    ).querySelector('table') as Element
    doc.querySelector('table')?.after(table)
    expect(names(await grow({ came: [table] }))).toContain('Mina Sato')
  })

  it('rows of a grid that draws the few that are seen stay listed when they go', async () => {
    const row = (index: number) =>
      `<div role="row" aria-rowindex="${index + 2}"><div role="gridcell">Avery Stone${'abcdefgh'[index]}</div><div role="gridcell">avery${index}@example.edu</div></div>`
    const { doc, state, grow } = await followed(
      `<h1>People</h1><div role="grid" aria-rowcount="7"><div role="row" aria-rowindex="1"><div role="columnheader">Name</div><div role="columnheader">Email</div></div>${[0, 1, 2].map(row).join('')}</div>`,
      'https://www.example.edu/people',
    )
    expect(state).toMatchObject({ roster: { complete: false, partial: 'rowsOnPage', total: 6 } })
    const grid = doc.querySelector('[role="grid"]') as Element
    const went = [...grid.querySelectorAll('[role="row"]')].slice(1)
    const came = [...open([3, 4, 5].map(row).join('')).body.children].map((one) => doc.importNode(one, true))
    for (const one of went) one.remove()
    grid.append(...came)
    expect(await grow({ came, went })).toMatchObject({
      roster: { complete: false, partial: 'maybeMore', people: { length: 6 } },
    })
  })
})

describe('on Brightspace’s class list', () => {
  const url = 'https://learn.example.edu/d2l/lms/classlist/classlist.d2l?ou=123456'
  const table = (people: string) => `<table><tbody>${people}</tbody></table>`
  const row = (name: string, email = '') => `<tr><th scope="row">${name}</th><td>${email}</td></tr>`

  it('addresses that come with later rows make a column of theirs', async () => {
    const { doc, grow } = await followed(
      `<div id="d_content_r">${table(row('Avery Stone') + row('Jun Okafor'))}</div>`,
      url,
    )
    const [next] = open(table(row('Mina Sato', 'mina.sato@example.edu'))).querySelectorAll('tr')
    doc.querySelector('tbody')?.append(next as Element)
    expect(await grow({ came: [next as Element] })).toBeNull()
  })

  it('another table with people in it has all of the page read anew', async () => {
    const { doc, grow } = await followed(saved('brightspace', 'classlist-with-email.html'), url)
    const other = open(table(row('Mina Sato', 'mina.sato@example.edu'))).querySelector('table') as Element
    doc.body.append(other)
    expect(await grow({ came: [other] })).toBeNull()
  })
})

describe('on Google Classroom’s people', () => {
  const page = async () => {
    const all = await followed(
      saved('classroom', 'classroom-people.html'),
      'https://classroom.google.com/r/NTAwMDAwMDAwMTAx/sort-last-name',
    )
    const [hidden, shown] = all.doc.querySelectorAll<HTMLElement>('c-wiz')
    const come = (where: Element | undefined) => {
      const next = where?.querySelector('[data-current-student-id]')?.cloneNode(true) as Element
      next.setAttribute('data-current-student-id', '951')
      where?.querySelector('tbody')?.append(next)
      return all.grow({ came: [next] })
    }
    return { ...all, hidden, shown, come }
  }

  it('rows of a class whose page is hidden are no matter', async () => {
    const { state, hidden, come } = await page()
    expect(names(await come(hidden))).toEqual(names(state))
  })

  it('rows of a page that shows beside it have all of it read anew', async () => {
    const { hidden, come } = await page()
    if (hidden) hidden.style.display = ''
    expect(await come(hidden)).toBeNull()
  })
})

describe.each([
  {
    what: 'Ultra’s roster',
    html: () => saved('blackboard', 'ultra-roster-mui.html'),
    url: 'https://blackboard.example.edu/ultra/courses/_4711_1/outline/roster',
    other: 'https://blackboard.example.edu/ultra/courses/_4712_1/outline/roster',
    row: '[role="row"].MuiBox-root',
    name: 'bdi',
    partial: 'rowsOnPage',
  },
  {
    what: 'Banner’s class list application',
    html: () => saved('banner', 'banner9-class-list.html'),
    url: 'https://ssb.example.edu/FacultySelfService/ssb/classListApp/classListPage#!/202601/62576/courseDetails/classList',
    other:
      'https://ssb.example.edu/FacultySelfService/ssb/classListApp/classListPage#!/202601/62577/courseDetails/classList',
    row: 'tr.ng-scope',
    name: '[data-name="studentName"] a',
    partial: 'maybeMore',
  },
] as const)('on $what, which keeps the rows alone that are to be seen', ({ html, url, other, row, name, partial }) => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
  afterEach(() => void vi.useRealTimers())

  const IN_VIEW = 3
  const classOf = (many: number) => Array.from({ length: many }, (_, at) => `Student ${'abcdefghijklmnopqrst'[at]}`)

  /** A list that shows three people of a class. */
  const scrolled = async (everybody: readonly string[]) => {
    const doc = open(html())
    const all = [...doc.querySelectorAll(row)]
    const [model] = all
    const list = model?.parentElement as Element
    for (const one of all) one.remove()
    const rowOf = (who: string) => {
      const made = model?.cloneNode(true) as Element
      for (const link of made.querySelectorAll('a[href^="mailto:"]')) link.remove()
      const own = made.querySelector(name)
      if (own) own.textContent = who
      return made
    }
    const inView = (from: number) => everybody.slice(from, from + IN_VIEW)
    list.append(...inView(0).map(rowOf))
    const read = await followed(doc.documentElement.outerHTML, url)
    const rows = () => [...read.doc.querySelectorAll(row)]
    /** `isReused`: each row becomes another's; else it goes, and another comes. */
    const show = (from: number, isReused: boolean) => {
      const now = inView(from)
      const before = rows()
      if (isReused) {
        for (const [at, one] of before.entries()) one.querySelector(name)?.replaceChildren(now[at] ?? '')
        return read.grow({ came: before.flatMap((one) => one.querySelector(name) ?? []) })
      }
      const came = now.map((who) => read.doc.importNode(rowOf(who), true))
      before[0]?.parentElement?.append(...came)
      for (const one of before) one.remove()
      return read.grow({ came, went: before })
    }
    const scroll = (from: number, isReused: boolean) => {
      rows()[0]?.parentElement?.dispatchEvent(new Event('scroll'))
      return show(from, isReused)
    }
    const press = (kind: string) => {
      const button = read.doc.createElement('button')
      read.doc.body.prepend(button)
      button.dispatchEvent(new Event(kind, { bubbles: true }))
    }
    return { ...read, rows, rowOf, show, scroll, press }
  }

  it('whoever was seen stays listed once, in whatever order it is scrolled, and nobody else is', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: IN_VIEW, max: 20 }).chain((many) =>
          fc.record({
            many: fc.constant(many),
            steps: fc.array(fc.tuple(fc.integer({ min: 0, max: many - IN_VIEW }), fc.boolean()), { maxLength: 12 }),
          }),
        ),
        async ({ many, steps }) => {
          const everybody = classOf(many)
          const { state, scroll } = await scrolled(everybody)
          const seen = new Set(everybody.slice(0, IN_VIEW))
          expect(names(state)).toEqual([...seen])
          for (const [from, isReused] of steps) {
            for (const who of everybody.slice(from, from + IN_VIEW)) seen.add(who)
            const now = await scroll(from, isReused)
            expect(names(now)).toEqual([...seen])
            expect(now).toMatchObject({ roster: { complete: false, partial } })
          }
        },
      ),
      { numRuns: 40 },
    ))

  it('keeps a person’s key as it is scrolled', async () => {
    const { state, scroll } = await scrolled(classOf(9))
    await scroll(6, true)
    const back = await scroll(0, false)
    const people = back?.kind === 'ready' ? back.roster.people : []
    expect(people.slice(0, IN_VIEW)).toEqual(state.kind === 'ready' && state.roster.people)
    expect(new Set(people.map(({ key }) => key)).size).toBe(6)
  })

  it('two of one name in view are two, however often they are seen', async () => {
    const { scroll } = await scrolled(['Kim Lee', 'Kim Lee', 'Noor Haddad', 'Mina Sato'])
    await scroll(1, true)
    expect(names(await scroll(0, false))).toEqual(['Kim Lee', 'Kim Lee', 'Noor Haddad', 'Mina Sato'])
  })

  it.each(['click', 'input', 'change', 'keydown'])('is another list after a %s beside it', async (kind) => {
    const { scroll, press } = await scrolled(classOf(9))
    await scroll(3, true)
    press(kind)
    expect(await scroll(6, true)).toBeNull()
  })

  it('is another list where rows change and nobody has scrolled', async () => {
    const { show } = await scrolled(classOf(9))
    expect(await show(3, true)).toBeNull()
  })

  it('nobody of one course stays listed in the next, though it was drawn when the address was the next one’s', async () => {
    const { doc, rows, rowOf, scroll } = await scrolled(classOf(9))
    await scroll(3, false)
    const late = doc.importNode(rowOf('Late Row'), true)
    rows()[0]?.before(late)
    const next = await followed(doc, other)
    expect(names(next.state)).toEqual(['Late Row'])
    doc.dispatchEvent(new Event('scroll'))
    const own = doc.importNode(rowOf('Own Row'), true)
    const went = rows()
    late.before(own)
    for (const one of went) one.remove()
    expect(await next.grow({ came: [own], went })).toBeNull()
  })

  it('a press that may still change the list holds for the next reading of it', async () => {
    const { doc, press, scroll } = await scrolled(classOf(9))
    press('click')
    expect(await scroll(3, true)).toBeNull()
    const again = await followed(doc, url)
    doc.dispatchEvent(new Event('scroll'))
    const went = [...doc.querySelectorAll(row)].slice(1)
    for (const one of went) one.remove()
    expect(await again.grow({ went })).toBeNull()
    vi.advanceTimersByTime(10_001)
    expect(names(await again.grow({ went }))).toEqual(classOf(6).slice(3))
  })

  it('is the same after a press that changed nothing, or one in a row', async () => {
    const { rows, scroll, press } = await scrolled(classOf(9))
    press('click')
    vi.advanceTimersByTime(10_001)
    rows()[0]
      ?.querySelector(name)
      ?.dispatchEvent(new Event('click', { bubbles: true }))
    expect(names(await scroll(3, true))).toEqual(classOf(6))
  })
})

it('Ultra’s roster is another list when something else is searched for', async () => {
  const { doc, grow } = await followed(
    saved('blackboard', 'ultra-roster-search.html'),
    'https://blackboard.example.edu/ultra/courses/_4711_1/outline/roster',
  )
  const [one] = doc.querySelectorAll('.js-roster-members-list-item')
  doc.dispatchEvent(new Event('scroll'))
  for (const field of doc.querySelectorAll('input')) field.value = 'other'
  one?.remove()
  expect(await grow({ went: [one as Element] })).toBeNull()
})
