import { expect, it } from 'vitest'
import { remembered } from '../../../../lib/lms/reading/remembered.ts'

const cells = (html: string): Element[] => {
  document.body.innerHTML = `<table><tbody><tr>${html}</tr></tbody></table>`
  return [...document.querySelectorAll('td')]
}

const reading = () => {
  let asked = 0
  const read = remembered((cell) => {
    asked++
    return [...cell.querySelectorAll('div')].map(({ textContent }) => textContent)
  })
  return { read, asked: () => asked }
}

it('equal cells are read once, and others by themselves', () => {
  const { read, asked } = reading()
  const all = cells('<td><div>AB</div></td><td><div>A</div><div>B</div></td><td><div>AB</div></td><td>AB</td>')
  expect(all.map(read)).toEqual([['AB'], ['A', 'B'], ['AB'], []])
  expect(asked()).toBe(3)
})

it('a cell that the page draws anew says what it says now', () => {
  const { read } = reading()
  const [one, two] = cells('<td><div>A</div></td><td><div>B</div></td>')
  if (!one || !two) throw new Error('There are no cells.')
  expect(read(one)).toEqual(['A'])
  one.innerHTML = '<div>B</div>'
  expect([read(one), read(two)]).toEqual([['B'], ['B']])
})

it('keeps no copy of what may load or be alive', () => {
  const { read, asked } = reading()
  cells('<td><img alt=""></td><td><img alt=""></td>').map(read)
  expect(asked()).toBe(2)
})
