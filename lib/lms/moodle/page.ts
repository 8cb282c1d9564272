import type { Source } from '../adapter.ts'

export const pageSource: Source = { id: 'page', read: async () => ({ ok: false, problem: 'unreadable' }) }
