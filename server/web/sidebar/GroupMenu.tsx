import { Archive, Copy, Link2, LogOut, type LucideIcon, MoreHorizontal, Settings, Users } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { Confirm } from '../../../components/kit/Confirm.tsx'
import { Menu } from '../../../components/kit/Menu.tsx'
import { Problem } from '../../../components/Problem.tsx'
import { useServices } from '../../../components/services.ts'
import { MAX_GROUP_NAME } from '../../../lib/contract/limits.ts'
import type { Group } from '../../../lib/contract/schemas.ts'
import type { MessageKey } from '../../../lib/words.ts'
import { useAct } from '../kit/useAct.ts'

interface Item {
  readonly word: MessageKey
  readonly icon: LucideIcon
  readonly act: () => void
}

/** What can be done with a Group from the sidebar: only what the role allows is there. */
export const GroupMenu = ({ group }: { group: Group }) => {
  const { say } = useServices()
  const [, go] = useLocation()
  const copy = useAct('groups.copy', ({ id }) => go(`/groups/${id}`))
  const archive = useAct('groups.archive', () => go('/archive'))
  const at = `/groups/${group.id}`
  const view: Item = { word: 'viewMembers', icon: Users, act: () => go(at) }
  const [leaving, setLeaving] = useState(false)
  const leave = useAct('members.leave', () => go('/'))
  const leaveItem: Item = { word: 'leaveGroup', icon: LogOut, act: () => setLeaving(true) }
  const items: Record<Group['role'], readonly Item[]> = {
    owner: [
      { word: 'groupSettings', icon: Settings, act: () => go(`${at}/settings`) },
      view,
      { word: 'shareLink', icon: Link2, act: () => go(`${at}/link`) },
      {
        word: 'duplicate',
        icon: Copy,
        act: () => copy.mutate({ groupId: group.id, name: say('copyOf', group.name).slice(0, MAX_GROUP_NAME) }),
      },
      { word: 'archive', icon: Archive, act: () => archive.mutate({ groupId: group.id }) },
    ],
    facilitator: [view, leaveItem],
    member: [leaveItem],
  }
  return (
    <>
      <Menu
        label={say('moreOf', group.name)}
        align="end"
        className="w-52"
        button={(given) => (
          <button
            type="button"
            {...given}
            aria-label={say('moreOf', group.name)}
            title={say('moreOf', group.name)}
            className="flex size-8 flex-none items-center justify-center rounded-control text-quiet opacity-0 group-hover:opacity-100 hover:text-text focus-visible:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100"
          >
            <MoreHorizontal aria-hidden className="size-4" />
          </button>
        )}
      >
        {(close) =>
          items[group.role].map(({ word, icon: Icon, act }) => (
            <button
              key={word}
              type="button"
              onClick={() => {
                close()
                act()
              }}
              className="flex w-full items-center gap-2.5 rounded-control px-2 py-2 text-start font-normal text-text transition-colors hover:bg-well"
            >
              <Icon aria-hidden className="size-4 text-quiet" />
              {say(word)}
            </button>
          ))
        }
      </Menu>
      {leaving && (
        <Confirm
          title={say('leaveTitle', group.name)}
          deed={say('leaveGroup')}
          busy={leave.isPending}
          onDo={() => leave.mutate({ groupId: group.id }, { onSuccess: () => setLeaving(false) })}
          onClose={() => setLeaving(false)}
        >
          <p>{say('leaveNow')}</p>
          {leave.error && <Problem problem={leave.error} />}
        </Confirm>
      )}
    </>
  )
}
