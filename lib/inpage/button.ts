import type { Say } from '../words.ts'
import { isOnDark, makeHost, makeMark } from './element.ts'

/** The one button beside a roster's heading. */
export interface InPageButton {
  /** Puts it beside the anchor, once; moving it is putting it elsewhere. */
  place(anchor: Element): void
  /** `quiet`: nothing to invite, or not yet. `news`: read out to people who cannot see the line change. */
  show(label: string, quiet: boolean, news: boolean): void
  /** Which language its words are in, for who reads them aloud, and which way they run. */
  speak(words: Pick<Say, 'language' | 'dir'>): void
  expanded(open: boolean): void
  remove(): void
  focus(): void
  readonly isPlaced: boolean
}

export const createButton = (doc: Document, pressed: () => void): InPageButton => {
  // Open: there is nothing in it that the page does not know but how many of its own people are new, and what reads pages aloud or tests them may look in.
  const { host, root } = makeHost(doc, 'open')
  const button = doc.createElement('button')
  button.type = 'button'
  button.setAttribute('aria-haspopup', 'dialog')
  button.setAttribute('aria-expanded', 'false')
  const label = doc.createElement('span')
  button.append(makeMark(doc), label)
  // A press is a person's: a script of the page may say that one was made.
  button.addEventListener('click', ({ isTrusted }) => isTrusted && pressed())
  const status = doc.createElement('div')
  status.setAttribute('role', 'status')
  root.append(button, status)
  let placedBy: Element | null = null

  return {
    get isPlaced() {
      return host.isConnected && placedBy?.isConnected === true
    },
    place: (anchor) => {
      placedBy = anchor
      // A table or list of people has its button above it; beside everything else, as high as what it stands beside.
      const row =
        anchor.matches('table, textarea, [role="table"], [role="grid"], [role="treegrid"]') ||
        (anchor.matches('ul, ol') && anchor.textContent.includes('@'))
      host.toggleAttribute('data-dark', isOnDark(anchor))
      const laid = (ownLine: boolean) => {
        host.toggleAttribute('data-row', ownLine)
        // Inline, so that the shadow root's own `all: initial` does not win over it.
        host.style.marginInline = ownLine ? '0' : '8px auto'
      }
      laid(row)
      const { bottom, height } = anchor.getBoundingClientRect()
      if (!row && height >= 28 && height <= 44) host.style.setProperty('--height', `${Math.round(height)}px`)
      if (row) anchor.before(host)
      else anchor.after(host)
      // What takes the whole line has the button below it.
      if (height > 0 && host.getBoundingClientRect().top >= bottom) laid(true)
    },
    show: (text, quiet, news) => {
      if (label.textContent !== text) label.textContent = text
      button.title = text
      button.toggleAttribute('data-quiet', quiet)
      if (news) status.textContent = text
    },
    speak: ({ language, dir }) => {
      for (const part of [button, status]) {
        part.lang = language
        part.dir = dir
      }
    },
    expanded: (open) => button.setAttribute('aria-expanded', String(open)),
    remove: () => host.remove(),
    focus: () => button.focus(),
  }
}
