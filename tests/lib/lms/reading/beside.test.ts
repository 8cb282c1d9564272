import { expect, it } from 'vitest'
import { beside } from '../../../../lib/lms/reading/beside.ts'

const found = (list: Element | null) => (list ? beside(list, 'input, nav').map(({ id }) => id) : [])

it('finds what stands before, behind and round a list, and nothing in it', () => {
  document.body.innerHTML =
    '<div><input id="before"></div><nav id="round"><p><input id="near"></p><ul><li><input id="within"></li></ul></nav><input id="behind">'
  expect(found(document.querySelector('ul')).toSorted()).toEqual(['before', 'behind', 'near', 'round'])
})

it('looks out of an open shadow root', () => {
  document.body.innerHTML = '<input id="outside"><div id="host"></div>'
  const root = document.getElementById('host')?.attachShadow({ mode: 'open' })
  if (root) root.innerHTML = '<input id="inside"><ul></ul>'
  expect(found(root?.querySelector('ul') ?? null).toSorted()).toEqual(['inside', 'outside'])
})
