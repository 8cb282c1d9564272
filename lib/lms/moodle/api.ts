import type { Source } from '../adapter.ts'

export const apiSource: Source = { id: 'api', read: async () => ({ ok: false, problem: 'unreadable' }) }
