import type { Language } from '../../lib/contract/schemas.ts'
import { invitations } from './en/invitations.ts'
import { mails } from './en/mails.ts'
import { signIn } from './en/signIn.ts'

const en = { ...mails, ...invitations, ...signIn }
export type English = typeof en

/** Words for a count, in the forms that the language has. */
type Counted = { readonly [R in Intl.LDMLPluralRule]?: string } & { readonly other: string }
/** The same keys as in English, one language's words for each. */
export type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Counted }
export type Words = Same<English>

export const tables: Readonly<Record<Language, Words>> = { en, es: en, fr: en, de: en, pt: en, ar: en, 'zh-Hans': en }
