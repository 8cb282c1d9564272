import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { MAX_GROUP_NAME } from '../../lib/contract/limits.ts'
import type { Group } from '../../lib/contract/schemas.ts'
import { Button } from '../kit/Button.tsx'
import { Field } from '../kit/Field.tsx'
import { focusOnMount } from '../kit/focusOnMount.ts'
import { Problem } from '../Problem.tsx'
import { keys, useMe } from '../queries.ts'
import { useServices } from '../services.ts'
import { PlaceList } from './PlaceList.tsx'
import { placeValue, readPlace } from './placeValue.ts'
import { useCreatable } from './useCreatable.ts'

const hasLink = (name: string) => /https?:|www\.|\/\//iu.test(name)

interface Props {
  readonly groups: readonly Group[]
  /** A name to start from: the course's. */
  readonly name?: string
  readonly onCreated: (group: Group) => void
  readonly onCancel: () => void
}

/** A new Group: its name, and where it lies. */
export const NewGroup = ({ groups, name: first = '', onCreated, onCancel }: Props) => {
  const { call, say } = useServices()
  const me = useMe()
  const workspaces = useCreatable()
  const client = useQueryClient()
  const [name, setName] = useState(first.slice(0, MAX_GROUP_NAME))
  // A Group is its creator's alone until somebody is invited, unless it is put where others see it.
  const [where, setWhere] = useState(placeValue(workspaces[0]?.id ?? '', { parentId: null, space: 'private' }))
  const create = useMutation({
    mutationFn: () => call('groups.create', { ...readPlace(where, groups), name: name.trim() }),
    onSuccess: (group) => {
      client.setQueryData<readonly Group[]>(keys.groups(me?.id), (before) => [...(before ?? []), group])
      onCreated(group)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() && !hasLink(name)) create.mutate()
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <Field
        label={say('groupName')}
        value={name}
        maxLength={MAX_GROUP_NAME}
        ref={focusOnMount}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setName(event.target.value)}
        needsChange={hasLink(name)}
        note={hasLink(name) ? say('groupNameNoLink') : undefined}
      />
      <PlaceList
        label={say('groupWhere')}
        groups={groups}
        offers={workspaces.map((workspace) => ({
          workspace,
          places: {
            spaces: ['workspace', 'private'],
            groups: groups.filter(({ role, workspaceId }) => role === 'owner' && workspaceId === workspace.id),
          },
        }))}
        value={where}
        onChange={setWhere}
      />
      {create.error && <Problem problem={create.error} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={create.isPending} off={!name.trim() || hasLink(name)}>
          {say('groupCreate')}
        </Button>
        <Button onClick={onCancel}>{say('cancel')}</Button>
      </div>
    </form>
  )
}
