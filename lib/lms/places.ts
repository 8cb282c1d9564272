/** A document and its address. */
export interface Place {
  readonly doc: Document
  readonly url: URL
}

/** Frames deeper than this, or more than so many, are not looked into: LMSs nest one or two. */
const DEEPEST = 3
const MOST = 20

/**
 * A tab's document and, after it, those of its frames on the same origin: LMSs show older pages in a frame of newer ones.
 * Frames of other origins are closed to us, and are not asked for.
 */
export const places = (doc: Document, url: URL): Place[] => {
  const all: Place[] = [{ doc, url }]
  const look = (within: Document, depth: number) => {
    // A window knows how many frames it has; looking for them goes through the whole of a long list.
    if (within.defaultView?.length === 0) return
    for (const frame of within.querySelectorAll<HTMLIFrameElement | HTMLFrameElement>('iframe, frame')) {
      if (all.length > MOST) return
      const place = placeIn(frame, url.origin)
      if (!place) continue
      all.push(place)
      if (depth < DEEPEST) look(place.doc, depth + 1)
    }
  }
  look(doc, 1)
  return all
}

const placeIn = (frame: HTMLIFrameElement | HTMLFrameElement, origin: string): Place | null => {
  const doc = documentIn(frame)
  if (!doc?.body || !URL.canParse(doc.URL)) return null
  const url = new URL(doc.URL)
  return url.origin === origin ? { doc, url } : null
}

const documentIn = (frame: HTMLIFrameElement | HTMLFrameElement): Document | null => {
  try {
    return frame.contentDocument
  } catch {
    return null
  }
}
