import type { Adapter, Source } from './adapter.ts'
import { apiSource } from './brightspace/api.ts'
import { detect, refuses } from './brightspace/detect.ts'
import { pageSource } from './brightspace/page.ts'

/** D2L Brightspace, on any host. */
export const adapter: Adapter = { id: 'brightspace', label: 'Brightspace', hosts: [], detect, refuses }

export const sources: readonly Source[] = [apiSource, pageSource]
