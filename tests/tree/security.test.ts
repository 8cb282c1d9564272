import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** docs/security.md names, for each promise, where it is made and the test that holds it: they have to be there. */
const rows = readFileSync('docs/security.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && /\.(?:test|spec)\./.test(line))
  .map((line) => line.split(' | '))

const unquoted = (text: string) => text.replaceAll(/\\?['’]/g, '')

describe('what is promised about security', () => {
  it.each(rows.map(([promise = '', places = '', tests = '']) => [promise.slice(2), places, tests] as const))(
    '%s',
    (_, places, tests) => {
      for (const [, place = ''] of places.matchAll(/`([^`]+)`/g))
        expect([place, existsSync(place)]).toEqual([place, true])
      const held = [...tests.matchAll(/`([^`]+)` ((?:"[^"]+"(?:, )?)+)/g)]
      expect(held.length).toBe([...tests.matchAll(/`[^`]+\.(?:test|spec)\.tsx?`/g)].length)
      for (const [, file = '', names = ''] of held) {
        const text = unquoted(readFileSync(`tests/${file}`, 'utf8'))
        for (const [, name = ''] of names.matchAll(/"([^"]+)"/g))
          expect([file, name, text.includes(unquoted(name))]).toEqual([file, name, true])
      }
    },
  )
})
