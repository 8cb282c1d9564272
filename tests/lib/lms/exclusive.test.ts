// @vitest-environment-options { "settings": { "handleDisabledFileLoadingAsSuccess": true } }
import { describe, expect, it } from 'vitest'
import type { Adapter } from '../../../lib/lms/adapter.ts'
import { adapters } from '../../../lib/lms/adapters.ts'
import type { Case } from './support/case.ts'
import { materialOf } from './support/fixtures.ts'
import { askedFor, open } from './support/reading.ts'

const tables = Object.entries(import.meta.glob<readonly Case[]>('./*/cases.ts', { eager: true, import: 'cases' })).map(
  ([path, cases]) => ({ lms: path.split('/')[1] ?? '', cases }),
)

const sayingYes = (asked: readonly Adapter[], doc: Document, url: URL): string[] =>
  asked.filter((adapter) => adapter.detect(doc, url)).map(({ id }) => id)

describe.each(tables)('on a page of $lms', ({ lms, cases }) => {
  it.each(cases.filter(({ frames }) => !frames))('$fixture at $url, exactly one adapter says yes', (row) => {
    const { html } = materialOf(lms, row)
    const yes = sayingYes(askedFor(lms), open(html), new URL(row.url))
    if (row.expected.kind === 'none') expect(yes).toEqual([])
    else expect(yes).toEqual([lms])
  })
})

it('every adapter has its table', () => {
  expect(tables.map(({ lms }) => lms).toSorted()).toEqual(adapters.map(({ id }) => id).toSorted())
})
