import type { LmsPage } from '../adapter.ts'
import { attr, textOf } from '../reading/text.ts'

const numberIn = (pattern: RegExp, text: string): string => pattern.exec(text)?.[1] ?? ''

interface About {
  readonly courseId: string
  /** It is about the school itself, which is listed like a course: its people are no class. */
  readonly isSchool: boolean
}

/**
 * Brightspace answers below `/d2l/` on every host (several public extensions rely on it). Its older pages end in `.d2l`; the newer ones
 * carry what they are about in two attributes of `html`.
 */
const about = (doc: Document, { pathname, searchParams }: URL): About | null => {
  if (!/^\/d2l\/(?!home\/?$)/.test(pathname)) return null
  const html = doc.documentElement
  const here = attr(html, 'data-he-context')
  if (!/\.d2l$/.test(pathname) && !here && !doc.querySelector('d2l-navigation, .d2l-body')) return null
  const courseId =
    searchParams.get('ou') ??
    (numberIn(/^\/d2l\/(?:home|le|le\/content|le\/lessons)\/(\d+)/, pathname) || numberIn(/"orgUnitId":"?(\d+)/, here))
  if (!/^\d+$/.test(courseId)) return null
  return { courseId, isSchool: courseId === numberIn(/"orgId":"?(\d+)/, attr(html, 'data-global-context')) }
}

export const refuses = (doc: Document, url: URL): boolean => about(doc, url)?.isSchool === true

export const detect = (doc: Document, url: URL): LmsPage | null => {
  const page = about(doc, url)
  if (!page || page.isSchool) return null
  const { courseId } = page
  const isRoster = /\/lms\/classlist\/(?:classlist|print_email)\.d2l$/.test(url.pathname)
  return {
    courseId,
    root: '',
    kind: isRoster ? 'roster' : 'course',
    courseName: textOf(doc.querySelector(`.d2l-navigation-s-link[href*="/d2l/home/${courseId}"]`)),
    anchor: isRoster ? doc.querySelector('.d2l-action-buttons, table') : null,
  }
}
