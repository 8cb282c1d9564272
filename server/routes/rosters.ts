import { cleanName } from '../../lib/people/cleanName.ts'
import { compareRoster } from '../actions/compareRoster.ts'
import { removeGone } from '../actions/removeGone.ts'
import type { Handlers } from '../mount.ts'
import { mayInGroup, roleIn } from '../policy.ts'
import { recordAudit } from '../store/audit.ts'
import { findGroup } from '../store/groups.ts'
import {
  linkRoster,
  noteReading,
  type RosterLinkRow,
  rosterLinkOf,
  rosterLinksTo,
  unlinkRoster,
} from '../store/rosterLinks.ts'

const present = (link: RosterLinkRow) => ({ ...link, readAt: link.readAt?.toISOString() ?? null })

export const rosterHandlers = {
  'rosters.find': async ({ actor, tx }, course) => {
    const links: RosterLinkRow[] = []
    for (const link of await rosterLinksTo(tx, course)) {
      const group = await findGroup(tx, link.groupId, actor.id)
      const role = group && !group.archivedAt ? roleIn(group) : null
      if (role && mayInGroup(role, 'group.invite')) links.push(link)
    }
    return { links: links.map(present) }
  },
  'rosters.get': async ({ group, tx }) => {
    const link = await rosterLinkOf(tx, group.id)
    return { link: link ? present(link) : null }
  },
  'rosters.link': async ({ actor, group, tx }, { site, course, name, lms }) => {
    const link = { groupId: group.id, site, course, name: cleanName(name ?? ''), lms: lms ?? null }
    await linkRoster(tx, { ...link, createdBy: actor.id })
    const where = { actorId: actor.id, workspaceId: group.workspaceId, groupId: group.id }
    await recordAudit(tx, { ...where, action: 'rosters.link' })
    return present((await rosterLinkOf(tx, group.id)) ?? { ...link, readAt: null, readPeople: null })
  },
  'rosters.unlink': async ({ actor, group, tx }) => {
    const where = { actorId: actor.id, workspaceId: group.workspaceId, groupId: group.id }
    if (await unlinkRoster(tx, group.id)) await recordAudit(tx, { ...where, action: 'rosters.unlink' })
    return {}
  },
  'rosters.compare': async ({ actor, group, tx }, roster) => {
    const compared = await compareRoster(tx, actor, group, roster)
    if (compared.removal !== 'incomplete') await noteReading(tx, group.id, roster.people.length)
    return compared
  },
  'rosters.removeGone': async ({ actor, group, tx }, input) => await removeGone(tx, actor, group, input),
} satisfies Partial<Handlers>
