import type { LinkAccess, ShareLink } from '../../lib/contract/schemas.ts'
import type { Say } from '../../lib/words.ts'
import { roleName } from '../roleWords.ts'

const accessName = { restricted: 'linkRestricted', anyone: 'linkAnyone', roster: 'linkRoster' } as const

/** "Restricted · Member": what tells a Group's links from each other. A roster link has no role of its own. */
export const linkName = (say: Say, { access, role }: { access: LinkAccess; role: ShareLink['role'] }): string =>
  access === 'roster' ? say('linkRoster') : `${say(accessName[access])} · ${say(roleName[role])}`

const usesOf = (say: Say, { uses, maxUses }: ShareLink): string => {
  if (maxUses !== undefined) return say.count('linkUsesOf', maxUses, uses)
  return uses === 0 ? say('linkUnused') : say.count('linkUses', uses)
}

/** How often it was used, until when it works, whom it knows. */
export const linkFacts = (say: Say, link: ShareLink): readonly string[] => [
  usesOf(say, link),
  ...(link.expiresAt && !link.ended ? [say('linkEndsOn', say.day(link.expiresAt))] : []),
  ...(link.people === undefined ? [] : [say.count('linkPeople', link.people)]),
]
