// @vitest-environment-options { "settings": { "handleDisabledFileLoadingAsSuccess": true } }
import { describe, expect, it } from 'vitest'
import { adapters } from '../../../lib/lms/adapters.ts'
import { recognise } from '../../../lib/lms/recognise.ts'
import type { Case } from './support/case.ts'
import { materialOf } from './support/fixtures.ts'
import { open } from './support/reading.ts'

const tables = Object.entries(import.meta.glob<readonly Case[]>('./*/cases.ts', { eager: true, import: 'cases' })).map(
  ([path, cases]) => ({ lms: path.split('/')[1] ?? '', cases }),
)

/** The LMSs that say yes to a page; where none does, whoever is asked then. */
const sayingYes = (doc: Document, url: URL): string[] => {
  const yes = adapters.filter((adapter) => !adapter.fallback && adapter.detect(doc, url)).map(({ id }) => id)
  const asked = recognise(adapters, doc, url)
  return yes.length > 0 || !asked ? yes : [asked.course.lms]
}

describe.each(tables)('on a page of $lms', ({ lms, cases }) => {
  it.each(cases.filter(({ frames }) => !frames))('$fixture at $url, exactly one adapter says yes', (row) => {
    const { html } = materialOf(lms, row)
    const yes = sayingYes(open(html), new URL(row.url))
    if (row.expected.kind === 'none') expect(yes).toEqual([])
    else expect(yes).toEqual([lms])
  })
})

it('every adapter has its table', () => {
  expect(tables.map(({ lms }) => lms).toSorted()).toEqual(adapters.map(({ id }) => id).toSorted())
})
