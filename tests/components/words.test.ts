import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json'

const root = resolve(import.meta.dirname, '..', '..')
const catalogue = Object.entries(messages)
const code = execFileSync(
  'git',
  [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    'components',
    'entrypoints',
    'lib',
    'server/web',
    'wxt.config.ts',
  ],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((name) => /\.tsx?$/.test(name) && existsSync(join(root, name)))
  .map((name) => readFileSync(join(root, name), 'utf8'))
  .join('\n')

describe('the words', () => {
  it('are calm', () => {
    const loud = /\b(error|invalid|oops|sorry|failed|illegal|please)\b|!|^$/i
    expect(catalogue.filter(([, { message }]) => loud.test(message))).toEqual([])
  })

  it('have both plural forms, and what is put in for one is put in for many', () => {
    const holes = (text: string) => new Set(text.match(/\$\d/g))
    for (const [key, { message }] of catalogue) {
      if (!key.endsWith('_one')) continue
      const other = catalogue.find(([name]) => name === key.replace(/_one$/, '_other'))
      expect(other, key).toBeDefined()
      const many = holes(other?.[1].message ?? '')
      // "1 person" may go without its number.
      const one = holes(message)
      expect(
        [...one].filter((hole) => !many.has(hole)),
        key,
      ).toEqual([])
      expect(
        [...many].filter((hole) => hole !== '$1' && !one.has(hole)),
        key,
      ).toEqual([])
    }
  })

  it('are all said somewhere', () => {
    const unsaid = catalogue
      .map(([key]) => key.replace(/_(one|other)$/, ''))
      .filter((key) => !code.includes(`'${key}'`) && !code.includes(`__MSG_${key}__`))
    expect(unsaid).toEqual([])
  })
})
