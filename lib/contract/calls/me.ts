import * as z from 'zod/mini'
import { call } from '../call.ts'
import { Me } from '../schemas.ts'

export const meCalls = {
  me: call({
    method: 'GET',
    path: '/api/me',
    allow: 'person',
    input: z.object({}),
    output: Me,
    refuses: [],
    summary: 'Who is signed in, and their Workspaces.',
  }),
} as const
