import type { LmsPage } from '../adapter.ts'
import { toldIn } from './told.ts'

/** Portal pages of a site, and the tools that older portals put into frames. */
const portalPath = /^(.*?)\/portal\/(?:site\/([^/]+)|tool\/)/

/** A site's id is its own, or for the pages of one person (`~`) and of the system (`!`) no class. */
const siteId = /^[\w.-][\w.~-]*$/

export const detect = (doc: Document, { pathname }: URL): LmsPage | null => {
  const [found, root = '', inPath = ''] = portalPath.exec(pathname) ?? []
  if (found === undefined) return null
  const roster = doc.querySelector('#roster_navbar, #rosterMainContainer')
  if (!roster && !doc.querySelector('.Mrphs-html, .Mrphs-portalBody, .portal-main-container')) return null
  const courseId = toldIn(doc, 'siteId') || inPath
  if (!siteId.test(courseId)) return null
  return {
    courseId,
    root,
    kind: roster ? 'roster' : 'course',
    courseName: toldIn(doc, 'siteTitle'),
    anchor: roster,
  }
}
