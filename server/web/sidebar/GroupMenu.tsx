import {
  Archive,
  Copy,
  FolderInput,
  Link2,
  LogOut,
  type LucideIcon,
  MoreHorizontal,
  Settings,
  Users,
} from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useCreatable } from '../../../components/group/useCreatable.ts'
import { Confirm } from '../../../components/kit/Confirm.tsx'
import { Dialog } from '../../../components/kit/Dialog.tsx'
import { Menu } from '../../../components/kit/Menu.tsx'
import { Problem } from '../../../components/Problem.tsx'
import { useServices } from '../../../components/services.ts'
import { MAX_GROUP_NAME } from '../../../lib/contract/limits.ts'
import type { Group } from '../../../lib/contract/schemas.ts'
import type { MessageKey } from '../../../lib/words.ts'
import { useAct } from '../kit/useAct.ts'
import { MoveForm } from '../moves/MoveForm.tsx'
import { usePlaces } from '../moves/usePlaces.ts'

interface Item {
  readonly word: MessageKey
  readonly icon: LucideIcon
  readonly act: () => void
}

interface Props {
  readonly group: Group
  /** Tab stops at its button, after the line. */
  readonly stop: boolean
}

/** What can be done with a Group from the sidebar: only what the role allows is there. */
export const GroupMenu = ({ group, stop }: Props) => {
  const { say } = useServices()
  const [, go] = useLocation()
  const [asking, setAsking] = useState<'copy' | 'leave' | 'move'>()
  const copy = useAct('groups.copy', ({ id }) => {
    setAsking(undefined)
    go(`/groups/${id}`)
  })
  const archive = useAct('groups.archive', () => go('/archive'))
  const maker = useCreatable().some(({ id }) => id === group.workspaceId)
  const at = `/groups/${group.id}`
  const view: Item = { word: 'viewMembers', icon: Users, act: () => go(at) }
  const leave = useAct('members.leave', () => go('/'))
  const leaveItem: Item = { word: 'leaveGroup', icon: LogOut, act: () => setAsking('leave') }
  const close = () => setAsking(undefined)
  const copyItem: Item = {
    word: 'duplicate',
    icon: Copy,
    act: () => setAsking('copy'),
  }
  const items: Record<Group['role'], readonly Item[]> = {
    owner: [
      { word: 'groupSettings', icon: Settings, act: () => go(`${at}/settings`) },
      view,
      { word: 'shareLink', icon: Link2, act: () => go(`${at}/link`) },
      // Only who may create Groups makes one like this.
      ...(maker ? [copyItem] : []),
      { word: 'moveGroup', icon: FolderInput, act: () => setAsking('move') },
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
            tabIndex={stop ? 0 : -1}
            aria-label={say('moreOf', group.name)}
            title={say('moreOf', group.name)}
            className="flex size-8 flex-none items-center justify-center rounded-control text-quiet opacity-0 group-hover:opacity-100 group-focus:opacity-100 hover:text-text focus-visible:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100"
          >
            <MoreHorizontal aria-hidden className="size-4" />
          </button>
        )}
      >
        {(shut) => <Items group={group} items={items[group.role]} shut={shut} />}
      </Menu>
      {asking === 'move' && (
        <Dialog title={say('moveTitle', group.name)} onClose={close}>
          <MoveForm group={group} onMoved={close} onCancel={close} />
        </Dialog>
      )}
      {asking === 'copy' && (
        <Confirm
          title={say('copyTitle', group.name)}
          deed={say('duplicate')}
          busy={copy.isPending}
          onDo={() => copy.mutate({ groupId: group.id, name: say('copyOf', group.name).slice(0, MAX_GROUP_NAME) })}
          onClose={() => {
            copy.reset()
            close()
          }}
        >
          <p>{say('setCopyLine')}</p>
          {copy.error && <Problem problem={copy.error} />}
        </Confirm>
      )}
      {asking === 'leave' && (
        <Confirm
          title={say('leaveTitle', group.name)}
          deed={say('leaveGroup')}
          busy={leave.isPending}
          onDo={() => leave.mutate({ groupId: group.id }, { onSuccess: close })}
          onClose={close}
        >
          <p>{say('leaveNow')}</p>
          {leave.error && <Problem problem={leave.error} />}
        </Confirm>
      )}
      {archive.error && (
        <Dialog title={group.name} onClose={archive.reset}>
          <Problem problem={archive.error} />
        </Dialog>
      )}
    </>
  )
}

/** Drawn when the menu is opened: only then it is looked for where the Group could go. */
const Items = ({ group, items, shut }: { group: Group; items: readonly Item[]; shut: () => void }) => {
  const { say } = useServices()
  const places = usePlaces(group)
  const stuck = places.spaces.length + places.groups.length === 0
  return items
    .filter(({ word }) => word !== 'moveGroup' || !stuck)
    .map(({ word, icon: Icon, act }) => (
      <button
        key={word}
        type="button"
        onClick={() => {
          shut()
          act()
        }}
        className="flex w-full items-center gap-2.5 rounded-control px-2 py-2 text-start font-normal text-text transition-colors hover:bg-well"
      >
        <Icon aria-hidden className="size-4 text-quiet" />
        {say(word)}
      </button>
    ))
}
