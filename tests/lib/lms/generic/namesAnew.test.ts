import { expect, it } from 'vitest'
import type { FollowRoster } from '../../../../lib/lms/adapter.ts'
import { adapters } from '../../../../lib/lms/adapters.ts'
import { readRoster } from '../../../../lib/lms/read.ts'
import { recognise } from '../../../../lib/lms/recognise.ts'
import { sourcesOf } from '../../../../lib/lms/sources.ts'
import { deps, open } from '../support/reading.ts'
import { replay } from '../support/recording.ts'

const row = (name: string, id: number) => `<tr><td>${name}</td><td>person${id}@example.edu</td></tr>`
const heading = '<tr><th>Name</th><th>E-mail</th></tr>'

const read = async (names: readonly string[]) => {
  const doc = open(`<title>People</title><table>${heading}<tbody>${names.map(row).join('')}</tbody></table>`)
  const page = recognise(adapters, doc, new URL('https://www.example.edu/people'))
  if (!page) throw new Error('The page is no roster.')
  let follow: FollowRoster | undefined
  const state = await readRoster(page, sourcesOf(page.course.lms), {
    ...deps(replay({ answers: [] }).fetch),
    onFollow: (given) => {
      follow = given
    },
  })
  if (state.kind !== 'ready') throw new Error('The page was not read.')
  /** What becomes of the list when as many rows more come. */
  const grow = async (more: readonly string[]) => {
    const table = open(`<table>${more.map((name, index) => row(name, 1000 + index)).join('')}</table>`)
    const came = [...table.querySelectorAll('tr')].map((one) => doc.importNode(one, true))
    doc.querySelector('tbody')?.append(...came)
    return follow?.({ came, went: [] })
  }
  return { names: state.roster.people.map(({ name }) => name), grow }
}

const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)

it('names are turned by what most of a list says, whatever its first rows say', async () => {
  const { names } = await read([...times(14, 'Avery Stone'), ...times(40, 'Stone, Avery')])
  expect(names).toEqual(times(54, 'Avery Stone'))
})

it('a list that comes to say otherwise is read anew', async () => {
  const { names, grow } = await read(times(20, 'Avery Stone'))
  expect(names).toEqual(times(20, 'Avery Stone'))
  expect(await grow(times(10, 'Stone, Avery'))).not.toBeNull()
  expect(await grow(times(30, 'Stone, Avery'))).toBeNull()
})
