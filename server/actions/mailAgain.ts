import { sql } from 'kysely'
import { Email } from '../../lib/contract/schemas.ts'
import { sha256 } from '../auth/hash.ts'
import type { Service } from '../service.ts'
import { isOpen } from '../store/groupState.ts'
import { takeFromBucket } from '../store/rateBuckets.ts'

const hour = 3600
/** Mails that anybody can have sent to one address in an hour, invited or not. */
const PER_ADDRESS = 3
/** Tries per network and hour: a whole class sits in one. */
const PER_NETWORK = 300
/** Invitations that are mailed again at once, the newest. */
const AT_ONCE = 5

export type AskedAgain =
  | { readonly state: 'asked' | 'noAddress' }
  | { readonly state: 'tooMany'; readonly wait: number }

/**
 * Mails an address its pending invitations again, into Groups and into Workspaces. The answer is the same whether there are any, and so is the work: one
 * statement, which finds something or nothing.
 */
export const mailAgain = async (
  { db, wakeMail }: Pick<Service, 'db' | 'wakeMail'>,
  ask: { readonly address: string; readonly network: string },
): Promise<AskedAgain> => {
  const email = Email.safeParse(ask.address)
  if (!email.success) return { state: 'noAddress' }
  const wait =
    (await takeFromBucket(db, `again.network:${ask.network}`, PER_NETWORK, hour)) ||
    (await takeFromBucket(db, `again.address:${sha256(email.data).toString('base64url')}`, PER_ADDRESS, hour))
  if (wait) return { state: 'tooMany', wait }
  const isWaiting = sql`v.email = ${email.data} and v.state = 'pending' and v.expires_at > now()`
  const isUnderWay = (mail: string) => sql`exists (
    select from outbox o where ${sql.ref(`o.${mail}`)} = v.id and o.sent_at is null and o.failed_at is null)`
  await sql`
    insert into outbox (kind, email, invitation_id, group_id, workspace_invitation_id, sender_id)
    select kind, email, invitation_id, group_id, workspace_invitation_id, invited_by from (
      select 'invitation' as kind, v.email, v.id as invitation_id, v.group_id, null::uuid as workspace_invitation_id,
             v.invited_by, v.created_at
        from invitations v join groups g on g.id = v.group_id
       where ${isWaiting} and ${isOpen('g.id')} and not ${isUnderWay('invitation_id')}
      union all
      select 'workspaceInvitation', v.email, null, null, v.id, v.invited_by, v.created_at
        from workspace_invitations v join workspaces w on w.id = v.workspace_id and w.deleted_at is null
       where ${isWaiting} and not ${isUnderWay('workspace_invitation_id')}
    ) waiting order by created_at desc limit ${AT_ONCE}`.execute(db)
  wakeMail()
  return { state: 'asked' }
}
