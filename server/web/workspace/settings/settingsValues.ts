import * as z from 'zod/mini'
import { Language, WorkspaceSettings } from '../../../../lib/contract/schemas.ts'

/** Its usual roles have a part of their own. */
const Settings = z.omit(WorkspaceSettings, { usualRoles: true })
type Settings = z.infer<typeof Settings>

/** Settings as they stand in fields: text, empty for "as the service is set up". */
export type SettingsFields = Readonly<Record<keyof Settings, string>>

const text = (value: string | number | null) => (value === null ? '' : String(value))

export const toForm = (settings: Settings): SettingsFields => ({
  name: settings.name,
  emailDomains: settings.emailDomains.join(', '),
  anyoneRole: settings.anyoneRole,
  invitationDays: text(settings.invitationDays),
  holdSeconds: text(settings.holdSeconds),
  mailsPerMinute: text(settings.mailsPerMinute),
  termEndsOn: text(settings.termEndsOn),
  atTermEnd: settings.atTermEnd,
  language: text(settings.language),
})

/** People write domains as they are used to: with commas, on lines, with the @. */
export const domainsIn = (text: string): string[] =>
  text
    .split(/[\s,;]+/)
    .map((domain) => domain.replace(/^@/, ''))
    .filter(Boolean)

const number = (field: string) => (field.trim() === '' ? null : Number(field))

/** What the fields say, or which of them the contract does not take. */
export const readSettings = (
  fields: SettingsFields,
): { readonly settings?: Settings; readonly odd: ReadonlySet<string> } => {
  const parsed = Settings.safeParse({
    name: fields.name,
    emailDomains: domainsIn(fields.emailDomains),
    anyoneRole: fields.anyoneRole,
    invitationDays: number(fields.invitationDays),
    holdSeconds: number(fields.holdSeconds),
    mailsPerMinute: number(fields.mailsPerMinute),
    termEndsOn: fields.termEndsOn || null,
    atTermEnd: fields.atTermEnd,
    language: z.safeParse(Language, fields.language).data ?? null,
  })
  return parsed.success
    ? { settings: parsed.data, odd: new Set() }
    : { odd: new Set(parsed.error.issues.map(({ path }) => String(path[0]))) }
}
