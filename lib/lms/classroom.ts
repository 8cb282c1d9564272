import type { Adapter, Source } from './adapter.ts'
import { detect } from './classroom/detect.ts'
import { pageSource } from './classroom/page.ts'

/** Google Classroom. Its API is closed to a page's session, so there is nothing to read but the People page. */
export const adapter: Adapter = { id: 'classroom', label: 'Google Classroom', hosts: [], detect }

export const sources: readonly Source[] = [pageSource]
