import { expect, it } from 'vitest'
import { sectionNames } from '../../../../lib/lms/canvas/sections.ts'
import type { Ask } from '../../../../lib/lms/reading/ask.ts'

const course = 'https://canvas.example.edu/api/v1/courses/4711'
const first = `${course}/sections?per_page=100`

/** Canvas, which answers each address with sections and where the list goes on. */
const canvas = (pages: Readonly<Record<string, readonly [names: readonly string[], next?: string]>>) => {
  const asked: string[] = []
  const ask: Ask = async (url) => {
    asked.push(url)
    const page = pages[url]
    if (!page) return { ok: false, refusal: 'forbidden' }
    const [names, next] = page
    return {
      ok: true,
      url,
      headers: new Headers(next ? { link: `<${next}>; rel="next"` } : {}),
      body: Promise.resolve({ ok: true, value: names.map((name) => ({ id: name.toLowerCase(), name })) }),
    }
  }
  return { ask, asked }
}
const named = async (ask: Ask, env = {}) => [...(await sectionNames(ask, course, env)).values()]

it('follows the list to its end', async () => {
  const { ask, asked } = canvas({ [first]: [['A'], `${first}&page=2`], [`${first}&page=2`]: [['B']] })
  expect(await named(ask)).toEqual(['A', 'B'])
  expect(asked).toHaveLength(2)
})

it('keeps what it has where the list breaks off, leads elsewhere or goes in a circle', async () => {
  expect(await named(canvas({ [first]: [['A'], `${first}&page=2`] }).ask)).toEqual(['A'])
  const elsewhere = canvas({ [first]: [['A'], 'https://elsewhere.example.org/sections'] })
  expect([await named(elsewhere.ask), elsewhere.asked]).toEqual([['A'], [first]])
  const circle = canvas({ [first]: [['A'], first] })
  expect([await named(circle.ask), circle.asked]).toEqual([['A'], [first]])
})

it('knows those of the page, the concluded ones among them, where the list is refused', async () => {
  const env = {
    SECTIONS: [
      { id: '1', name: 'A' },
      { id: '2', name: 'Last term' },
    ],
    CONCLUDED_SECTIONS: ['section_2'],
  }
  expect(await named(canvas({}).ask, env)).toEqual(['A', 'Last term'])
})
