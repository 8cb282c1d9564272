import { useMemo } from 'react'
import type { Group, Workspace } from '../../lib/contract/schemas.ts'
import type { Place, Places } from '../../lib/groups/places.ts'
import { groupTree } from '../../lib/groups/tree.ts'
import { SelectField } from '../kit/Field.tsx'
import { useServices } from '../services.ts'

interface Props {
  readonly label: string
  /** All that this person sees: they say where the offered ones lie. */
  readonly groups: readonly Group[]
  readonly offers: readonly { readonly workspace: Workspace; readonly places: Places }[]
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A place as the value of an option: a Workspace's id, its private space, or a Group's id. */
export const placeValue = (workspaceId: string, { parentId, space }: Place): string =>
  parentId ?? (space === 'private' ? `private ${workspaceId}` : workspaceId)

/** What `placeValue` wrote. */
export const readPlace = (value: string, groups: readonly Group[]): Place & { readonly workspaceId: string } => {
  const parent = groups.find(({ id }) => id === value)
  if (parent) return { workspaceId: parent.workspaceId, parentId: parent.id }
  const [first = '', own] = value.split(' ')
  return own
    ? { workspaceId: own, parentId: null, space: 'private' }
    : { workspaceId: first, parentId: null, space: 'workspace' }
}

/** Where a Group lies: at the top of a Workspace, in a private space, or inside another Group. */
export const PlaceSelect = ({ label, groups, offers, value, onChange }: Props) => {
  const { say } = useServices()
  const tree = useMemo(() => groupTree(groups, say.language), [groups, say.language])
  return (
    <SelectField label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {offers.map(({ workspace: { id, name }, places }) => {
        const offered = new Set(places.groups.map((group) => group.id))
        const options = (
          <>
            {places.spaces.map((space) => (
              <option key={space} value={placeValue(id, { parentId: null, space })}>
                {space === 'workspace' ? say('groupAtTop', name) : say('groupPrivateSpace')}
              </option>
            ))}
            {tree
              .filter(({ group }) => offered.has(group.id))
              .map(({ group, path }) => (
                <option key={group.id} value={group.id}>
                  {[...path, group.name].join(' › ')}
                </option>
              ))}
          </>
        )
        return offers.length === 1 ? (
          options
        ) : (
          <optgroup key={id} label={name}>
            {options}
          </optgroup>
        )
      })}
    </SelectField>
  )
}
