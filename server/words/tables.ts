import type { Language } from '../../lib/contract/schemas.ts'
import { invitations as arInvitations } from './ar/invitations.ts'
import { mails as arMails } from './ar/mails.ts'
import { signIn as arSignIn } from './ar/signIn.ts'
import { invitations as deInvitations } from './de/invitations.ts'
import { mails as deMails } from './de/mails.ts'
import { signIn as deSignIn } from './de/signIn.ts'
import { account } from './en/account.ts'
import { invitations as enInvitations } from './en/invitations.ts'
import { mails as enMails } from './en/mails.ts'
import { signIn as enSignIn } from './en/signIn.ts'
import { sso } from './en/sso.ts'
import { invitations as esInvitations } from './es/invitations.ts'
import { mails as esMails } from './es/mails.ts'
import { signIn as esSignIn } from './es/signIn.ts'
import { invitations as frInvitations } from './fr/invitations.ts'
import { mails as frMails } from './fr/mails.ts'
import { signIn as frSignIn } from './fr/signIn.ts'
import { invitations as ptInvitations } from './pt/invitations.ts'
import { mails as ptMails } from './pt/mails.ts'
import { signIn as ptSignIn } from './pt/signIn.ts'
import { invitations as zhInvitations } from './zh-Hans/invitations.ts'
import { mails as zhMails } from './zh-Hans/mails.ts'
import { signIn as zhSignIn } from './zh-Hans/signIn.ts'

// In English alone so far.
const ours = { ...sso, ...account }
const en = { ...enMails, ...enInvitations, ...enSignIn, ...ours }
export type English = typeof en

/** Words for a count, in the forms that the language has. */
type Counted = { readonly [R in Intl.LDMLPluralRule]?: string } & { readonly other: string }
/** The keys of English with one language's words: a language that lacks one does not compile. */
type Words = { readonly [K in keyof English]: English[K] extends string ? string : Counted }

export const tables: Readonly<Record<Language, Words>> = {
  en,
  es: { ...esMails, ...esInvitations, ...esSignIn, ...ours },
  fr: { ...frMails, ...frInvitations, ...frSignIn, ...ours },
  de: { ...deMails, ...deInvitations, ...deSignIn, ...ours },
  pt: { ...ptMails, ...ptInvitations, ...ptSignIn, ...ours },
  ar: { ...arMails, ...arInvitations, ...arSignIn, ...ours },
  'zh-Hans': { ...zhMails, ...zhInvitations, ...zhSignIn, ...ours },
}
