import type { Adapter, Source } from './adapter.ts'
import { detect } from './generic/detect.ts'
import { pageSource } from './generic/page.ts'

/** Any page with people and their addresses on it. */
export const adapter: Adapter = { id: 'generic', label: 'This page', hosts: [], fallback: true, detect }

export const sources: readonly Source[] = [pageSource]
