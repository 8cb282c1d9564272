import { useEffect, useMemo, useState } from 'react'
import type { Group, GroupRole } from '../../lib/contract/schemas.ts'
import { defaultRoleMapping, type RoleMapping } from '../../lib/people/person.ts'
import {
  labelKey,
  mappingWith,
  noRoleChanges,
  type RoleChanges,
  type RoleLine,
  startingRoles,
} from '../../lib/people/roles.ts'
import { useUsualRoles } from '../group/useUsualRoles.ts'
import { useServices } from '../services.ts'

export interface Roles {
  readonly mapping: RoleMapping
  readonly labels: RoleChanges['labels']
  /** Something differs from the usual roles. */
  readonly changed: boolean
  /** null: leave these people out. */
  readonly give: (line: Pick<RoleLine, 'role' | 'label'>, role: GroupRole | null) => void
  readonly reset: () => void
}

interface Stored {
  readonly byDefault: RoleMapping
  readonly changes: RoleChanges
  /** Something was chosen here: what was stored comes too late. */
  readonly touched?: true
}

const nothing: Stored = { byDefault: defaultRoleMapping, changes: noRoleChanges }

/** What the roles of a course come to in a Group, as it was left last time; without a course, the way it is usual. */
export const useRoles = (courseKey: string | undefined, group: Group | undefined): Roles => {
  const usual = useUsualRoles(group)
  const { roles } = useServices()
  const [{ byDefault, changes }, setStored] = useState(nothing)
  useEffect(() => {
    if (courseKey === undefined) return
    let here = true
    roles.get(courseKey).then(
      (stored) => here && setStored((now) => (now.touched ? now : stored)),
      // Nothing remembered is as good as nothing stored.
      () => {},
    )
    return () => {
      here = false
    }
  }, [roles, courseKey])
  const change = (next: RoleChanges) => {
    setStored({ byDefault, changes: next, touched: true })
    if (courseKey !== undefined) void roles.set(courseKey, next)
  }
  return {
    mapping: useMemo(() => mappingWith(startingRoles(byDefault, usual), changes), [byDefault, usual, changes]),
    labels: changes.labels,
    changed: Object.keys(changes.roles).length + Object.keys(changes.labels).length > 0,
    give: ({ role, label }, given) =>
      change(
        label === undefined
          ? { ...changes, roles: { ...changes.roles, [role]: given } }
          : { ...changes, labels: { ...changes.labels, [labelKey(role, label)]: given } },
      ),
    reset: () => change(noRoleChanges),
  }
}
