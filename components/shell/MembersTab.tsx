import { ExternalLink } from 'lucide-react'
import type { Group } from '../../lib/contract/schemas.ts'
import type { Chosen } from '../group/useChoice.ts'
import { Button } from '../kit/Button.tsx'
import { MemberList } from '../members/MemberList.tsx'
import { useServices } from '../services.ts'
import { Foot } from './Foot.tsx'
import { GroupTab } from './GroupTab.tsx'

const maySeeMembers = ({ role }: Group) => role !== 'member'

/** Who has accepted and who has not, and the way to the whole page. */
export const MembersTab = ({ chosen }: { chosen: Chosen }) => {
  const { open, say } = useServices()
  return (
    <GroupTab chosen={chosen} pickable={maySeeMembers}>
      {(group, picker) => (
        <>
          <div className="flex-none px-4 pt-3">{picker}</div>
          <MemberList key={group.id} group={group} />
          <Foot>
            <Button
              className="flex-1"
              icon={<ExternalLink aria-hidden className="size-4" />}
              onClick={() => open(`/groups/${group.id}`)}
            >
              {say('openMembers')}
            </Button>
          </Foot>
        </>
      )}
    </GroupTab>
  )
}
