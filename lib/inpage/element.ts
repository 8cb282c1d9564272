import { style } from './style.ts'

/**
 * A host element with a shadow root and our style in it, not yet on the page. `closed`: the page's own scripts reach
 * nothing of what is in it.
 */
export const makeHost = (doc: Document, mode: ShadowRootMode): { host: HTMLElement; root: ShadowRoot } => {
  const host = doc.createElement('rollcall-inpage')
  const root = host.attachShadow({ mode })
  const sheet = doc.createElement('style')
  sheet.textContent = style
  root.append(sheet)
  return { host, root }
}

const svg = 'http://www.w3.org/2000/svg'

/** The mark, as components/kit/Mark.tsx draws it: a short list of three lines, the last one ticked. */
export const makeMark = (doc: Document): SVGElement => {
  const mark = doc.createElementNS(svg, 'svg')
  for (const [name, value] of Object.entries({
    viewBox: '0 0 16 16',
    width: '16',
    height: '16',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  })) {
    mark.setAttribute(name, value)
  }
  const path = doc.createElementNS(svg, 'path')
  path.setAttribute('d', 'M2 3h12M2 8h12M2 13h4.5M9 12.8l2 2 4-4.6')
  mark.append(path)
  return mark
}

/** Whether the page around an element is dark: the first ground behind it that is not see-through decides. */
export const isOnDark = (element: Element): boolean => {
  const view = element.ownerDocument.defaultView
  for (let at: Element | null = element; at && view; at = at.parentElement) {
    const parts =
      view
        .getComputedStyle(at)
        .backgroundColor.match(/[\d.]+/g)
        ?.map(Number) ?? []
    const [red = 0, green = 0, blue = 0, alpha = 1] = parts
    if (parts.length >= 3 && alpha > 0.5) return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 110
  }
  return false
}
