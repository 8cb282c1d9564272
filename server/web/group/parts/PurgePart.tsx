import { Eraser } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../components/kit/Button.tsx'
import { Confirm } from '../../../../components/kit/Confirm.tsx'
import { Field } from '../../../../components/kit/Field.tsx'
import { Notice } from '../../../../components/kit/Notice.tsx'
import { Problem } from '../../../../components/Problem.tsx'
import { useServices } from '../../../../components/services.ts'
import type { Group } from '../../../../lib/contract/schemas.ts'
import { Part } from '../../kit/Part.tsx'
import { useAct } from '../../kit/useAct.ts'
import { InsideTick } from './InsideTick.tsx'

/** Removes the people of a Group for good. Its name is typed: a click alone is too little for that. */
export const PurgePart = ({ group }: { group: Group }) => {
  const { say } = useServices()
  const [asking, setAsking] = useState(false)
  const [typed, setTyped] = useState('')
  const [inside, setInside] = useState(false)
  const purge = useAct('groups.purge', () => setAsking(false))
  const right = typed.trim() === group.name
  return (
    <Part title={say('setPurge')} line={say('setPurgeLine')}>
      {purge.data && (
        <Notice tone="good" title={say('purged')}>
          {say('purgedNow', purge.data.members, purge.data.invitations, purge.data.mails)}
        </Notice>
      )}
      <Button icon={<Eraser aria-hidden className="size-4" />} onClick={() => setAsking(true)}>
        {say('purge')}
      </Button>
      {asking && (
        <Confirm
          title={say('purgeTitle', group.name)}
          deed={say('purgeDo')}
          busy={purge.isPending}
          off={!right}
          onDo={() => purge.mutate({ groupId: group.id, confirm: typed, ...(inside && { inside }) })}
          onClose={() => setAsking(false)}
        >
          <p>{say('purgeNow')}</p>
          <InsideTick group={group} ticked={inside} onTick={setInside} />
          <Field label={say('purgeType')} value={typed} onChange={(event) => setTyped(event.target.value)} />
          {purge.error && <Problem problem={purge.error} />}
        </Confirm>
      )}
    </Part>
  )
}
