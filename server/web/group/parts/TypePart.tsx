import { Lock, School, Users } from 'lucide-react'
import { Radios } from '../../../../components/kit/Radios.tsx'
import { Problem } from '../../../../components/Problem.tsx'
import { useMe } from '../../../../components/queries.ts'
import { useServices } from '../../../../components/services.ts'
import type { Group, GroupType } from '../../../../lib/contract/schemas.ts'
import { Part } from '../../kit/Part.tsx'
import { useAct } from '../../kit/useAct.ts'

const mark = 'mt-0.5 size-4 flex-none text-quiet'

/** Who is in a Group without having been invited to it. */
export const TypePart = ({ group }: { group: Group }) => {
  const { say } = useServices()
  const me = useMe()
  const change = useAct('groups.change')
  const ownsWorkspace = me?.workspaces.some(({ id, role }) => id === group.workspaceId && role === 'owner') ?? false
  const alone = (group.members ?? 0) <= 1 && (group.pending ?? 0) === 0
  const set = (type: GroupType) => change.mutate({ groupId: group.id, type })
  return (
    <Part title={say('setType')} line={say('setTypeLine')}>
      <div className="w-full">
        <Radios
          legend={say('setType')}
          headed
          value={group.type}
          onChange={set}
          choices={[
            {
              id: 'private',
              label: say('typePrivate'),
              line: say(alone || group.type === 'private' ? 'typePrivateLine' : 'typePrivateOff'),
              off: !alone && group.type !== 'private',
              icon: <Lock aria-hidden className={mark} />,
            },
            {
              id: 'shared',
              label: say('typeShared'),
              line: say('typeSharedLine'),
              icon: <Users aria-hidden className={mark} />,
            },
            {
              id: 'workspace',
              label: say('typeWorkspace'),
              line: say(ownsWorkspace ? 'typeWorkspaceLine' : 'typeWorkspaceOff'),
              off: !ownsWorkspace && group.type !== 'workspace',
              icon: <School aria-hidden className={mark} />,
            },
          ]}
        />
      </div>
      {change.error && <Problem problem={change.error} />}
    </Part>
  )
}
