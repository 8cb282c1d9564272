import { expect, it } from 'vitest'
import { covers } from '../../lib/sites.ts'

it.each([
  ['https://canvas.example.edu/*', 'https://canvas.example.edu', true],
  ['https://canvas.example.edu/*', 'https://canvas.example.edu:8443', true],
  ['https://canvas.example.edu/*', 'http://canvas.example.edu', false],
  ['https://canvas.example.edu/*', 'https://moodle.example.edu', false],
  ['https://*.example.edu/*', 'https://canvas.example.edu', true],
  ['https://*.example.edu/*', 'https://example.edu', true],
  ['https://*.example.edu/*', 'https://notexample.edu', false],
  ['https://*/*', 'https://canvas.example.edu', true],
  ['*://*/*', 'http://canvas.example.edu', true],
  ['<all_urls>', 'https://canvas.example.edu', false],
])('%s, %s: %s', (pattern, origin, expected) => expect(covers(pattern, origin)).toBe(expected))
