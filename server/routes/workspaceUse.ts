import { sendTestMail } from '../actions/sendTestMail.ts'
import type { Handler, Handlers } from '../mount.ts'
import { usageOf } from '../store/usage.ts'

const usage: Handler<'workspaces.usage'> = async ({ workspace, service, tx }) => ({
  ...(await usageOf(tx, workspace.id)),
  quotas: service.config.quotas,
})

const testMail: Handler<'workspaces.testMail'> = async ({ actor, workspace, service }) =>
  await sendTestMail(service, actor, workspace.id)

export const workspaceUseHandlers = {
  'workspaces.usage': usage,
  'workspaces.testMail': testMail,
} satisfies Partial<Handlers>
