import type { Adapter, Source } from './adapter.ts'
import { apiSource } from './brightspace/api.ts'
import { detect } from './brightspace/detect.ts'
import { pageSource } from './brightspace/page.ts'

/** D2L Brightspace, on any host. */
export const adapter: Adapter = { id: 'brightspace', label: 'Brightspace', hosts: [], detect }

export const sources: readonly Source[] = [apiSource, pageSource]
