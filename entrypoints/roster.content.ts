import { defineContentScript } from 'wxt/utils/define-content-script'
import { findNative } from '../lib/inpage/native.ts'
import { startInPage } from '../lib/inpage/start.ts'
import { adapters } from '../lib/lms/adapters.ts'

/** Runs on sites that were granted, and on a page whose toolbar icon was clicked. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  noScriptStartedPostMessage: true,
  main: () => {
    const native = findNative(globalThis)
    // Called through an arrow: a bare `fetch` belongs to its window.
    startInPage({ native, view: window, adapters, fetch: (input, init) => fetch(input, init) })
  },
})
