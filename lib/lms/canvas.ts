import type { Adapter, Source } from './adapter.ts'
import { apiSource } from './canvas/api.ts'
import { detect, refuses } from './canvas/detect.ts'
import { pageSource } from './canvas/page.ts'

/** Canvas by Instructure, hosted or self-hosted, on any host. */
export const adapter: Adapter = {
  id: 'canvas',
  label: 'Canvas',
  hosts: ['https://*.instructure.com/*'],
  detect,
  refuses,
}

export const sources: readonly Source[] = [apiSource, pageSource]
