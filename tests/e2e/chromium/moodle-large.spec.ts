import { expect, test } from '@playwright/test'
import { plainMix, startMoodle } from '../../stand-in/moodle/standIn.ts'
import { bundleReaders } from '../support/readers.ts'

/** Whole courses of Moodle over real HTTP, parsed by a real browser: the table comes as pages of HTML. */
let script = ''
test.beforeAll(async () => {
  script = await bundleReaders()
})

const pages = ['/course/view.php?id=2', '/user/index.php?id=2']

for (const [size, path] of [300, 5000, 10_000].flatMap((size) => pages.map((path) => [size, path] as const)))
  test(`${size} people, from ${path}`, async ({ context, page }) => {
    const moodle = await startMoodle({ courses: [{ id: 2, name: 'Large', size, mix: plainMix }] })
    try {
      const [name = '', value = ''] = (await moodle.signIn()).split('=')
      await context.addCookies([{ name, value, url: moodle.url, httpOnly: true }])
      await page.goto(moodle.url + path)
      await page.evaluate(script)
      moodle.log.length = 0
      const state = await page.evaluate(() => globalThis.readFromSite())
      if (state.kind !== 'ready') throw new Error(JSON.stringify(state))
      expect(state.roster).toMatchObject({ complete: true, total: size, source: 'api' })
      const made = moodle.course(2).people.map(({ given, family, email }) => `${given} ${family} ${email}`)
      const read = state.roster.people.map((person) => `${person.name} ${person.email}`)
      expect(read.toSorted()).toEqual(made.toSorted())
      const courses = moodle.calls.map((call) => (call as { filters: unknown }).filters)
      expect(courses).toEqual(courses.map(() => [{ name: 'courseid', jointype: 1, values: [2] }]))
      expect(moodle.log.length).toBeLessThanOrEqual(Math.ceil(size / 250) + 4)
      expect(Math.max(...moodle.log.map(({ inFlight }) => inFlight))).toBeLessThanOrEqual(3)
    } finally {
      await moodle.stop()
    }
  })
