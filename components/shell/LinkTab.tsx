import type { Group } from '../../lib/contract/schemas.ts'
import type { Chosen } from '../group/useChoice.ts'
import { ShareLinkScreen } from '../link/ShareLinkScreen.tsx'
import { GroupTab } from './GroupTab.tsx'

const mayMakeLinks = ({ role }: Group) => role === 'owner'

export const LinkTab = ({ chosen }: { chosen: Chosen }) => (
  <GroupTab chosen={chosen} pickable={mayMakeLinks}>
    {(group, picker) => <ShareLinkScreen key={group.id} group={group} picker={picker} />}
  </GroupTab>
)
