import type { LmsPage } from '../adapter.ts'

/** People, stream and classwork of a class; `/u/1` stands before it for a second account. */
const classPath = /^(\/u\/\d+)?\/([rcw])\/([\w-]+)/

export const detect = (doc: Document, url: URL): LmsPage | null => {
  const [, root = '', view, courseId] = classPath.exec(url.pathname) ?? []
  if (!courseId || url.hostname !== 'classroom.google.com') return null
  return {
    courseId,
    root,
    kind: view === 'r' ? 'roster' : 'course',
    courseName: /^People in (.+) - Classroom$/.exec(doc.title)?.[1] ?? '',
    // Pages that were left stay in the document, hidden.
    anchor: view === 'r' ? doc.querySelector('c-wiz:not([aria-hidden="true"], [style*="none"]) h2') : null,
  }
}
