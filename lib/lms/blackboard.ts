import type { Adapter, Source } from './adapter.ts'
import { apiSource } from './blackboard/apiSource.ts'
import { detect, refuses } from './blackboard/detect.ts'
import { pageSource } from './blackboard/page.ts'

/** Blackboard Learn, its Original pages and Ultra, hosted or on a school's own host. */
export const adapter: Adapter = {
  id: 'blackboard',
  label: 'Blackboard',
  hosts: ['https://*.blackboard.com/*'],
  detect,
  refuses,
}

export const sources: readonly Source[] = [apiSource, pageSource]
