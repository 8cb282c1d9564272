import type { Adapter, Source } from './adapter.ts'
import { apiSource } from './moodle/api.ts'
import { detect, refuses } from './moodle/detect.ts'
import { pageSource } from './moodle/page.ts'

/** Moodle from 3.4 on, on any host and below any path. */
export const adapter: Adapter = { id: 'moodle', label: 'Moodle', hosts: [], detect, refuses }

export const sources: readonly Source[] = [apiSource, pageSource]
