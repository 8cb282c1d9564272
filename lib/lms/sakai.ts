import type { Adapter, Source } from './adapter.ts'
import { apiSource } from './sakai/api.ts'
import { detect } from './sakai/detect.ts'
import { pageSource } from './sakai/page.ts'

/** Sakai, on any host and below any path. */
export const adapter: Adapter = { id: 'sakai', label: 'Sakai', hosts: [], detect }

export const sources: readonly Source[] = [apiSource, pageSource]
