import * as z from 'zod/mini'
import { addressPattern } from '../address.ts'
import { MAX_EMAIL_LENGTH, MAX_GROUP_NAME } from '../limits.ts'

/** How the service names everything it keeps. */
export const Id = z.uuid()

/** An address as it is stored and compared: trimmed, lower case, one `@`, no controls or separators. */
export const Email = z.string().check(z.trim(), z.toLowerCase(), z.maxLength(MAX_EMAIL_LENGTH), z.regex(addressPattern))

/** By what the service tells a name that cannot be used from other input that it does not understand. */
export const badName = 'badName'

/** A Group's name: one line, nothing that is not seen or turns the words round it, nothing that reads as a link in a mail. */
export const GroupName = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, badName),
    z.maxLength(MAX_GROUP_NAME, badName),
    z.regex(/^[^\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]*$/u, badName),
    z.regex(/^(?!.*(?:https?:|www\.|\/\/|\p{L}\.\p{L}{2,}\/|@[^\s@]+\.\p{L}{2,}))/iu, badName),
  )

/** A domain of mail addresses, without the `@`. */
export const EmailDomain = z
  .string()
  .check(z.trim(), z.toLowerCase(), z.maxLength(MAX_EMAIL_LENGTH), z.regex(/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u))

/** The languages of mails and of the pages for strangers, as BCP 47 writes them. */
export const Language = z.enum(['en', 'es', 'fr', 'de', 'pt', 'ar', 'zh-Hans'])
export type Language = z.infer<typeof Language>
