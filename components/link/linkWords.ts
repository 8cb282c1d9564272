import type { LinkAccess, ShareLink, WorkspaceLink } from '../../lib/contract/schemas.ts'
import type { Say } from '../../lib/words.ts'
import { roleName } from '../roleWords.ts'

/** A share link into a Group or into a Workspace. */
export type AnyLink = Omit<ShareLink, 'role'> & { readonly role: ShareLink['role'] | WorkspaceLink['role'] }

const accessName = { restricted: 'linkRestricted', anyone: 'linkAnyone', roster: 'linkRoster' } as const

const roles = { ...roleName, editor: 'roleEditor' } as const

/** "Restricted · Member": what tells a place's links from each other. A roster link has no role of its own. */
export const linkName = (say: Say, { access, role }: { access: LinkAccess; role: AnyLink['role'] }): string =>
  access === 'roster' ? say('linkRoster') : `${say(accessName[access])} · ${say(roles[role])}`

const usesOf = (say: Say, { uses, maxUses }: AnyLink): string => {
  if (maxUses !== undefined) return say.count('linkUsesOf', maxUses, uses)
  return uses === 0 ? say('linkUnused') : say.count('linkUses', uses)
}

/** How often it was used, until when it works, whom it knows. */
export const linkFacts = (say: Say, link: AnyLink): readonly string[] => [
  usesOf(say, link),
  ...(link.expiresAt && !link.ended ? [say('linkEndsOn', say.day(link.expiresAt))] : []),
  ...(link.people === undefined ? [] : [say.count('linkPeople', link.people)]),
]
