import { type FormEvent, useState } from 'react'
import { Button } from '../../../../components/kit/Button.tsx'
import { Field } from '../../../../components/kit/Field.tsx'
import { Problem } from '../../../../components/Problem.tsx'
import { useServices } from '../../../../components/services.ts'
import { MAX_GROUP_NAME } from '../../../../lib/contract/limits.ts'
import type { Group } from '../../../../lib/contract/schemas.ts'
import { Part } from '../../kit/Part.tsx'
import { useAct } from '../../kit/useAct.ts'

export const NamePart = ({ group }: { group: Group }) => {
  const { say } = useServices()
  const [name, setName] = useState(group.name)
  const change = useAct('groups.change')
  const same = name.trim() === '' || name.trim() === group.name
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!same) change.mutate({ groupId: group.id, name: name.trim() })
  }
  return (
    <Part title={say('setName')} line={say('setNameLine')}>
      <form onSubmit={submit} className="flex w-full flex-col items-start gap-3">
        <div className="w-full">
          <Field
            label={say('setName')}
            headed
            value={name}
            maxLength={MAX_GROUP_NAME}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        {change.error && <Problem problem={change.error} />}
        <Button type="submit" off={same} busy={change.isPending}>
          {say('save')}
        </Button>
      </form>
    </Part>
  )
}
