import { isOnDark, makeHost } from './element.ts'

/** The panel beside a roster: a page of the extension in a frame, at the inline end of the window. */
export interface Panel {
  open(url: string): void
  close(): void
  readonly isOpen: boolean
}

export const createPanel = (doc: Document, title: string, closed: () => void, signal: AbortSignal): Panel => {
  let host: HTMLElement | null = null

  const close = () => {
    if (!host) return
    host.remove()
    host = null
    closed()
  }

  // Escape inside the frame is the panel page's to hear; it asks us to close.
  doc.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && host) {
        event.preventDefault()
        event.stopPropagation()
        close()
      }
    },
    { signal, capture: true },
  )
  signal.addEventListener('abort', close)

  return {
    get isOpen() {
      return host?.isConnected === true
    },
    open: (url) => {
      host?.remove()
      const made = makeHost(doc)
      host = made.host
      host.toggleAttribute('data-dark', isOnDark(doc.body))
      const frame = doc.createElement('iframe')
      frame.title = title
      frame.src = url
      frame.allow = 'clipboard-write'
      frame.addEventListener('load', () => frame.focus(), { once: true })
      made.root.append(frame)
      doc.body.append(host)
    },
    close,
  }
}
