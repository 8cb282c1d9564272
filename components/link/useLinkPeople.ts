import { useMemo } from 'react'
import type { Group } from '../../lib/contract/schemas.ts'
import { courseKey, type Roster } from '../../lib/lms/roster.ts'
import { roleFor } from '../../lib/people/roles.ts'
import { useRoles } from '../invite/useRoles.ts'
import type { LinkPeople } from './useShareLink.ts'

/** Everybody of a roster who has an address and a role in the Group: whom its roster link would let in. */
export const useLinkPeople = (roster: Roster | undefined, group: Group): LinkPeople => {
  const { mapping, labels } = useRoles(roster && courseKey(roster.course), group)
  return useMemo(
    () =>
      roster?.people.flatMap((person) => {
        const role = person.email === undefined ? null : roleFor(person, { mapping, labels, role: 'member' })
        return person.email !== undefined && role ? [{ email: person.email, role }] : []
      }) ?? [],
    [roster, mapping, labels],
  )
}
