import type { Workspace } from '../../lib/contract/schemas.ts'
import { useMe } from '../queries.ts'

/** Workspaces in which this person may create Groups. */
export const useCreatable = (): readonly Workspace[] =>
  useMe()?.workspaces.filter(({ role }) => role === 'owner' || role === 'editor') ?? []
