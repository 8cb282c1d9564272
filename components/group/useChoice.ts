import { useEffect, useState } from 'react'
import type { Group, GroupRole } from '../../lib/contract/schemas.ts'
import { useGroups } from '../queries.ts'
import { useServices } from '../services.ts'

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

/** Group and role as last time for this course; without a last time, the only Group there is, and the usual role. */
export const useChoice = (courseKey: string): Chosen => {
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
  const group = groups?.find(({ id }) => id === choice.groupId) ?? (owned?.length === 1 ? owned[0] : undefined)
  const choose = (next: Choosing) => {
    setChoice({ ...next, touched: true })
    if (next.groupId) void choices.set(courseKey, { groupId: next.groupId, role: next.role })
  }
  return {
    group,
    role: choice.role,
    setGroup: ({ id }) => choose({ groupId: id, role: choice.role }),
    setRole: (role) => choose({ role, ...(group ? { groupId: group.id } : {}) }),
  }
}
