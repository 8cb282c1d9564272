/** Escape closes the top thing: a list or dialog that is open takes it first, then the panel goes. */
export const closeOnEscape = (doc: Document, close: () => void): void => {
  doc.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !doc.querySelector('dialog[open]')) close()
  })
}
