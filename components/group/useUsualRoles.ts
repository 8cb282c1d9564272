import type { Group, UsualRoles } from '../../lib/contract/schemas.ts'
import { useMe } from '../queries.ts'

/** What the Workspace of a Group has roles of a class list become. */
export const useUsualRoles = (group: Pick<Group, 'workspaceId'> | undefined): UsualRoles | undefined =>
  useMe()?.workspaces.find(({ id }) => id === group?.workspaceId)?.usualRoles
