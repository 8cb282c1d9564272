/** Elements that a selector names, in the open shadow roots below as well. */
export const deep = (root: ParentNode, selector: string): Element[] => {
  const found = [...root.querySelectorAll(selector)]
  for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) found.push(...deep(shadowRoot, selector))
  return found
}

/** An element's parent, or the host of the shadow root that it stands in. */
export const parentOf = (element: Element): Element | null => {
  if (element.parentElement) return element.parentElement
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? root.host : null
}
