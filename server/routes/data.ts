import { exportGroup } from '../actions/exportGroup.ts'
import { purgeGroup } from '../actions/purgeGroup.ts'
import type { Handler, Handlers } from '../mount.ts'

const exportRecord: Handler<'groups.export'> = async ({ actor, group, service, tx }, { format, inside }) =>
  await exportGroup(tx, actor, group, {
    format,
    inside: inside === 'true',
    leaves: service.config.smtpUrl !== undefined,
  })

const purge: Handler<'groups.purge'> = async ({ actor, group, tx }, input) => await purgeGroup(tx, actor, group, input)

export const dataHandlers = { 'groups.export': exportRecord, 'groups.purge': purge } satisfies Partial<Handlers>
