import { recordAudit } from '../store/audit.ts'
import type { Database } from '../store/open.ts'
import { markBack } from '../store/outbox.ts'
import { suppress } from '../store/suppressions.ts'

/** What became of a mail after the mail server had taken it. */
export interface MailReport {
  /** `bounced`: for good. */
  readonly kind: 'bounced' | 'complained'
  /** The mail's Message-ID, or the return path that it came back to. */
  readonly mail?: string | undefined
  /** Where the mail is not known: its newest mail is meant. */
  readonly address?: string | undefined
  /** The enhanced status, such as `5.1.1`. */
  readonly code?: string | undefined
}

/** Writes down that a mail came back or was called spam: it shows at the person, and the address is not mailed again. */
export const takeReport = async (tx: Database, report: MailReport): Promise<boolean> => {
  const id = report.mail && idIn(report.mail)
  const where = id ? { id } : report.address ? { email: report.address } : undefined
  if (!where) return false
  const arrived = report.kind === 'complained'
  const failure = arrived ? 'complained' : ['bounced', report.code].filter(Boolean).join(' ')
  const mail = await markBack(tx, where, { failure, arrived })
  if (!mail) return false
  await suppress(tx, mail.email, report.kind)
  if (mail.workspaceId)
    await recordAudit(tx, {
      actorId: null,
      workspaceId: mail.workspaceId,
      groupId: mail.groupId,
      action: arrived ? 'mail.complained' : 'mail.bounced',
      subjectId: mail.invitationId,
    })
  return true
}

/** The mail's id is in both: with hyphens in a Message-ID, without in a return path. */
const idIn = (text: string): string | undefined => {
  const hex = /(?:^|[+<])([0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12})@/i.exec(text)?.[1]?.replaceAll('-', '')
  return hex?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
