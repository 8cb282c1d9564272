import type { Language } from '../../lib/contract/schemas.ts'
import { account as arAccount } from './ar/account.ts'
import { invitations as arInvitations } from './ar/invitations.ts'
import { mails as arMails } from './ar/mails.ts'
import { signIn as arSignIn } from './ar/signIn.ts'
import { sso as arSso } from './ar/sso.ts'
import { account as deAccount } from './de/account.ts'
import { invitations as deInvitations } from './de/invitations.ts'
import { mails as deMails } from './de/mails.ts'
import { signIn as deSignIn } from './de/signIn.ts'
import { sso as deSso } from './de/sso.ts'
import { account as enAccount } from './en/account.ts'
import { invitations as enInvitations } from './en/invitations.ts'
import { mails as enMails } from './en/mails.ts'
import { signIn as enSignIn } from './en/signIn.ts'
import { sso as enSso } from './en/sso.ts'
import { account as esAccount } from './es/account.ts'
import { invitations as esInvitations } from './es/invitations.ts'
import { mails as esMails } from './es/mails.ts'
import { signIn as esSignIn } from './es/signIn.ts'
import { sso as esSso } from './es/sso.ts'
import { account as frAccount } from './fr/account.ts'
import { invitations as frInvitations } from './fr/invitations.ts'
import { mails as frMails } from './fr/mails.ts'
import { signIn as frSignIn } from './fr/signIn.ts'
import { sso as frSso } from './fr/sso.ts'
import { account as ptAccount } from './pt/account.ts'
import { invitations as ptInvitations } from './pt/invitations.ts'
import { mails as ptMails } from './pt/mails.ts'
import { signIn as ptSignIn } from './pt/signIn.ts'
import { sso as ptSso } from './pt/sso.ts'
import { account as zhAccount } from './zh-Hans/account.ts'
import { invitations as zhInvitations } from './zh-Hans/invitations.ts'
import { mails as zhMails } from './zh-Hans/mails.ts'
import { signIn as zhSignIn } from './zh-Hans/signIn.ts'
import { sso as zhSso } from './zh-Hans/sso.ts'

const en = { ...enMails, ...enInvitations, ...enSignIn, ...enSso, ...enAccount }
export type English = typeof en

/** Words for a count, in the forms that the language has. */
type Counted = { readonly [R in Intl.LDMLPluralRule]?: string } & { readonly other: string }
/** The keys of English with one language's words: a language that lacks one does not compile. */
type Words = { readonly [K in keyof English]: English[K] extends string ? string : Counted }

export const tables: Readonly<Record<Language, Words>> = {
  en,
  es: { ...esMails, ...esInvitations, ...esSignIn, ...esSso, ...esAccount },
  fr: { ...frMails, ...frInvitations, ...frSignIn, ...frSso, ...frAccount },
  de: { ...deMails, ...deInvitations, ...deSignIn, ...deSso, ...deAccount },
  pt: { ...ptMails, ...ptInvitations, ...ptSignIn, ...ptSso, ...ptAccount },
  ar: { ...arMails, ...arInvitations, ...arSignIn, ...arSso, ...arAccount },
  'zh-Hans': { ...zhMails, ...zhInvitations, ...zhSignIn, ...zhSso, ...zhAccount },
}
