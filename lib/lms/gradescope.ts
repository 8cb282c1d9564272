import type { Adapter, Source } from './adapter.ts'
import { detect } from './gradescope/detect.ts'
import { pageSource } from './gradescope/page.ts'
import { siteSource } from './gradescope/site.ts'

/** Gradescope, on its own hosts alone. */
export const adapter: Adapter = { id: 'gradescope', label: 'Gradescope', hosts: [], detect }

export const sources: readonly Source[] = [siteSource, pageSource]
