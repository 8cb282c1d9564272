import { UserCog } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../components/kit/Button.tsx'
import { TickAll } from '../../../../components/kit/TickAll.tsx'
import { useServices } from '../../../../components/services.ts'
import type { WorkspaceRole } from '../../../../lib/contract/schemas.ts'
import { WorkspaceRoleDialog } from './WorkspaceRoleDialog.tsx'

interface Props {
  readonly total: number
  /** People listed so far, and those of them who are ticked. */
  readonly listed: number
  readonly ticked: readonly { readonly id: string; readonly role: WorkspaceRole }[]
  readonly tabIndex: number
  readonly busy: boolean
  readonly onTickAll: (on: boolean) => void
  readonly onRole: (role: WorkspaceRole) => void
}

/** Above the people of a Workspace: how many there are; with ticks, one role for all who are ticked. */
export const PeopleHead = ({ total, listed, ticked, tabIndex, busy, onTickAll, onRole }: Props) => {
  const { say } = useServices()
  const [asking, setAsking] = useState(false)
  const [first] = ticked
  // Of several roles none is more likely meant; the least one does no harm.
  const shared = first && ticked.every(({ role }) => role === first.role) ? first.role : 'member'
  return (
    <div className="flex h-9 items-center gap-3 bg-surface px-4 text-13">
      <TickAll listed={listed} ticked={ticked.length} tabIndex={tabIndex} onTickAll={onTickAll} />
      <span className="font-medium">
        {ticked.length > 0 ? say.count('ticked', ticked.length) : say('peopleIn', say('tabPeople'), total)}
      </span>
      {ticked.length > 0 && (
        <Button
          small
          look="plain"
          className="ms-auto"
          tabIndex={tabIndex}
          busy={busy}
          icon={<UserCog aria-hidden className="size-4" />}
          onClick={() => setAsking(true)}
        >
          {say('actRole')}
        </Button>
      )}
      {asking && (
        <WorkspaceRoleDialog
          title={say.count('roleForTicked', ticked.length)}
          first={shared}
          onPick={(role) => {
            setAsking(false)
            onRole(role)
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
