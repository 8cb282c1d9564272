import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { furnish } from '../lib/inpage/furniture.ts'
import { scrollToEnd } from '../lib/inpage/scrollToEnd.ts'
import { readRoster } from '../lib/lms/read.ts'
import { sourcesOf } from '../lib/lms/sources.ts'
import '../lib/inpage/loadReader.ts'

/** Loaded by the content script on pages of a course. */
export default defineUnlistedScript(() => {
  globalThis.rollcallReader = {
    readPage: (page, deps) => readRoster(page, sourcesOf(page.course.lms), deps),
    furnish,
    scrollToEnd,
  }
})
