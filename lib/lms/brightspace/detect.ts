import type { LmsPage } from '../adapter.ts'
import { attr, textOf } from '../reading/text.ts'

const numberIn = (pattern: RegExp, text: string): string => pattern.exec(text)?.[1] ?? ''

/**
 * Brightspace answers below `/d2l/` on every host (several public extensions rely on it). Its older pages end in `.d2l`; the newer ones
 * carry what they are about in two attributes of `html`.
 */
export const detect = (doc: Document, { pathname, searchParams }: URL): LmsPage | null => {
  if (!/^\/d2l\/(?!home\/?$)/.test(pathname)) return null
  const html = doc.documentElement
  const here = attr(html, 'data-he-context')
  if (!/\.d2l$/.test(pathname) && !here && !doc.querySelector('d2l-navigation, .d2l-body')) return null
  const courseId =
    searchParams.get('ou') ??
    (numberIn(/^\/d2l\/(?:home|le|le\/content|le\/lessons)\/(\d+)/, pathname) || numberIn(/"orgUnitId":"?(\d+)/, here))
  // The school itself is listed like a course: its people are no class.
  if (!/^\d+$/.test(courseId) || courseId === numberIn(/"orgId":"?(\d+)/, attr(html, 'data-global-context')))
    return null
  const isRoster = /\/lms\/classlist\/(?:classlist|print_email)\.d2l$/.test(pathname)
  return {
    courseId,
    root: '',
    kind: isRoster ? 'roster' : 'course',
    courseName: textOf(doc.querySelector(`.d2l-navigation-s-link[href*="/d2l/home/${courseId}"]`)),
    anchor: isRoster ? doc.querySelector('.d2l-action-buttons, table') : null,
  }
}
