import type { Group } from '../../lib/contract/schemas.ts'
import { changeGroup } from '../actions/changeGroup.ts'
import { copyGroup } from '../actions/copyGroup.ts'
import { moveGroup } from '../actions/moveGroup.ts'
import { restoreGroup, unarchiveGroup } from '../actions/restoreGroup.ts'
import type { Handler, Handlers } from '../mount.ts'
import { type Actor, type AuthorisedGroup, authoriseGroup } from '../policy.ts'
import { type AuditEntry, recordAudit } from '../store/audit.ts'
import { deleteGroup, setArchived } from '../store/groupLife.ts'
import type { Database } from '../store/open.ts'
import { holdGroups } from '../store/quotas.ts'
import { changeTimes, timesOf } from '../store/termEnds.ts'
import { presentOne } from './presentGroup.ts'

interface Context {
  readonly actor: Actor
  readonly group: AuthorisedGroup
  readonly tx: Database
}

const record = async ({ actor, group, tx }: Context, entry: Pick<AuditEntry, 'action' | 'subjectId' | 'details'>) =>
  await recordAudit(tx, { actorId: actor.id, workspaceId: group.workspaceId, groupId: group.id, ...entry })

/** The Group as it is for the caller after what they did. */
const after = async ({ actor, group, tx }: Context, groupId = group.id): Promise<Group> =>
  await presentOne(tx, await authoriseGroup(tx, actor, 'group.see', groupId))

const change: Handler<'groups.change'> = async (context, input) => {
  await changeGroup(context.tx, context.actor, context.group, input)
  await changeTimes(context.tx, context.group.id, input)
  await record(context, {
    action: 'groups.change',
    details: {
      renamed: input.name !== undefined && input.name !== context.group.name,
      type: input.type,
      remindDays: input.remindDays,
      term: input.termEndsOn !== undefined || undefined,
    },
  })
  return await after(context)
}

const tellTimes: Handler<'groups.times'> = async ({ group, tx }) => await timesOf(tx, group.id)

const move: Handler<'groups.move'> = async (context, { parentId, space }) => {
  await moveGroup(context.tx, context.actor, context.group, { parentId, space })
  await record(context, { action: 'groups.move', subjectId: parentId })
  return await after(context)
}

const copy: Handler<'groups.copy'> = async (context, { name }) => {
  const { id } = await copyGroup(context.tx, context.actor, context.group, name)
  await holdGroups(context.tx, context.service.config.quotas, context.group.workspaceId)
  await record(context, { action: 'groups.copy', subjectId: id })
  return await after(context, id)
}

const archive: Handler<'groups.archive'> = async (context) => {
  await setArchived(context.tx, context.group.id, true)
  await record(context, { action: 'groups.archive' })
  return await after(context)
}

const unarchive: Handler<'groups.unarchive'> = async (context) => {
  await unarchiveGroup(context.tx, context.group)
  await record(context, { action: 'groups.unarchive' })
  return await after(context)
}

const remove: Handler<'groups.delete'> = async (context) => {
  const until = await deleteGroup(context.tx, context.group.id)
  await record(context, { action: 'groups.delete' })
  return { restorableUntil: until.toISOString() }
}

const restore: Handler<'groups.restore'> = async (context) => {
  await restoreGroup(context.tx, context.group)
  await holdGroups(context.tx, context.service.config.quotas, context.group.workspaceId)
  await record(context, { action: 'groups.restore' })
  return await after(context)
}

export const groupLifeHandlers = {
  'groups.times': tellTimes,
  'groups.change': change,
  'groups.move': move,
  'groups.copy': copy,
  'groups.archive': archive,
  'groups.unarchive': unarchive,
  'groups.delete': remove,
  'groups.restore': restore,
} satisfies Partial<Handlers>
