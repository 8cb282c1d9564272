import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { style } from '../../../lib/inpage/style.ts'

describe('the look of what stands on a page of others', () => {
  it('has the colours of the token file', () => {
    const tokens = readFileSync('components/tokens.css', 'utf8')
    const used = [...style.matchAll(/oklch\([^()]*\)/g)].map(([colour]) => colour)
    expect(used.length).toBeGreaterThan(10)
    expect(used.filter((colour) => !tokens.includes(colour))).toEqual([])
  })

  it('does not grow or shrink with the page’s font size', () => {
    expect(style).not.toMatch(/\d(?:r?em|ex|ch)\b/)
  })
})
