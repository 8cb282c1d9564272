import { useEffect, useState } from 'react'
import type { Group, GroupRole } from '../../lib/contract/schemas.ts'
import { useGroups } from '../queries.ts'
import { useServices } from '../services.ts'
import { useUsualRoles } from './useUsualRoles.ts'

export interface Chosen {
  readonly group: Group | undefined
  readonly role: GroupRole
  readonly setGroup: (group: Group) => void
  readonly setRole: (role: GroupRole) => void
}

interface Choosing {
  readonly groupId?: string
  readonly role: GroupRole
  /** Something was chosen here: what was stored comes too late. */
  readonly touched?: true
}

/**
 * Group and role as last time for this course; else the Group that it is `linked` with; else the only Group there is, and
 * the usual role. A link goes before what was chosen last, unless that is linked as well.
 */
export const useChoice = (courseKey: string, linked: readonly string[] = []): Chosen => {
  const { choices } = useServices()
  const groups = useGroups().data
  const [choice, setChoice] = useState<Choosing>({ role: 'member' })
  useEffect(() => {
    let here = true
    choices.get(courseKey).then(
      (stored) => here && stored && setChoice((now) => (now.touched ? now : stored)),
      // Nothing remembered is as good as nothing stored.
      () => {},
    )
    return () => {
      here = false
    }
  }, [choices, courseKey])
  const owned = groups?.filter(({ role }) => role === 'owner')
  const byHand =
    choice.touched || linked.length === 0 || (choice.groupId !== undefined && linked.includes(choice.groupId))
  const find = (wanted: string | undefined) => groups?.find(({ id }) => id === wanted)
  const group =
    (byHand ? undefined : find(linked[0])) ?? find(choice.groupId) ?? (owned?.length === 1 ? owned[0] : undefined)
  const choose = (next: Choosing) => {
    setChoice({ ...next, touched: true })
    if (next.groupId) void choices.set(courseKey, { groupId: next.groupId, role: next.role })
  }
  const usual = useUsualRoles(group)
  // What nobody has chosen yet is as the Workspace says.
  const untold = !choice.touched && choice.groupId === undefined && choice.role === 'member'
  const role = untold ? (usual?.student ?? choice.role) : choice.role
  return {
    group,
    role,
    setGroup: ({ id }) => choose({ groupId: id, role }),
    setRole: (role) => choose({ role, ...(group ? { groupId: group.id } : {}) }),
  }
}
