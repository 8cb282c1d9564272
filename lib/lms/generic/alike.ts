/** A selector for elements that stand as this one does: its own tag and those of the two round it. Classes tell odd from even. */
export const alike = (at: Element): string => {
  let path = ''
  let one: Element | null = at
  for (let level = 0; one && level < 3; level++, one = one.parentElement)
    path = (/^[\w-]+$/.test(one.localName) ? one.localName : '*') + (path && ` > ${path}`)
  return path
}
