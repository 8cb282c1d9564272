import { z } from 'zod'
import { EmailDomain, GroupName, Language } from '../lib/contract/schemas.ts'

const number = (name: string, least: number, most: number) => {
  const sentence = `${name} must be a number from ${least} to ${most}.`
  return z.coerce.number(sentence).min(least, sentence).max(most, sentence)
}

const wholeNumber = (name: string, least: number, most: number) => {
  const sentence = `${name} must be a whole number from ${least} to ${most}.`
  return z.coerce.number(sentence).int(sentence).min(least, sentence).max(most, sentence)
}

const zeroOrOne = (name: string) => z.enum(['0', '1'], `${name} must be 0 or 1.`)

/** Whoever has a `#`, `/` or `?` in a password has to write it as `%23` and the like; the sentence must not repeat it. */
const address = (name: string, start: RegExp, sentence: string) =>
  z
    .string()
    .refine((text) => start.test(text), { error: sentence, abort: true })
    // PostgreSQL's may name a socket instead of a server.
    .refine(
      (text) => URL.canParse(text.replace('@/', '@socket/')),
      `${name} cannot be read: in a user name or password, write #, / and ? as %23, %2F and %3F.`,
    )

const isOrigin = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
}

/** Chrome's 32 letters; Firefox's text like an address, or a UUID in braces. */
const isExtensionId = (id: string): boolean =>
  /^[a-p]{32}$/.test(id) || /^[\w.-]*@[\w.-]+$/.test(id) || /^\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/i.test(id)

const notAnExtension = (id: string): string =>
  `EXTENSIONS has "${id}", which is no extension id: Chrome's are 32 letters from a to p, Firefox's look like name@example.org.`

/** Several in one variable, between commas; `read` says what is wrong with one. */
const list = (read: (one: string, context: z.RefinementCtx) => string) =>
  z
    .string()
    .default('')
    .transform((text, context) => text.split(',').flatMap((one) => (one.trim() ? read(one.trim(), context) : [])))

/** The service's settings, from the environment: one documented line per variable, one sentence when it is wrong. */
export const Environment = z.object({
  /** Port to listen on; 0 takes a free one. */
  PORT: wholeNumber('PORT', 0, 65_535).default(4710),
  /** Address to listen on. */
  HOST: z.string().default('127.0.0.1'),
  /** Where people reach the service; every mailed link starts with it. Default: http://HOST:PORT. */
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'PUBLIC_URL must be an address without a path, such as https://groups.example.edu.')
    .optional(),
  /** A PostgreSQL connection string. Without it the embedded store in DATA_DIR is used. */
  DATABASE_URL: address('DATABASE_URL', /^postgres(ql)?:\/\//, 'DATABASE_URL must start with postgres://.').optional(),
  /** Folder of the embedded store and of a generated secret. */
  DATA_DIR: z.string().default('.data/service'),
  /** At least 32 characters; keys are derived from it. Without it one is made and kept in DATA_DIR. */
  SECRET: z.string().min(32, 'SECRET must have at least 32 characters.').optional(),
  /** smtp://user:password@host:port. Without it mails stay on the outbox page. */
  SMTP_URL: address('SMTP_URL', /^smtps?:\/\/./, 'SMTP_URL must start with smtp:// or smtps://.').optional(),
  /** 0: mails may go to the server of an smtp:// address unencrypted, where it offers no STARTTLS. Default: 1, but on this computer. */
  SMTP_REQUIRE_TLS: zeroOrOne('SMTP_REQUIRE_TLS').optional(),
  /** The From address of mails. */
  MAIL_FROM: z.email('MAIL_FROM must be one email address.').default('rollcall@localhost.localdomain'),
  /** Mails that leave in a second, all instances together: what the mail server allows. */
  MAILS_PER_SECOND: number('MAILS_PER_SECOND', 0.1, 10_000).default(14),
  /** Where mails that come back go: bounces@… becomes bounces+<mail>@…, so that each says which mail it was. */
  MAIL_RETURN_PATH: z
    .email('MAIL_RETURN_PATH must be one email address, with at most 31 characters before the @.')
    .regex(/^[^+]{1,31}@/, 'MAIL_RETURN_PATH must be one email address, with at most 31 characters before the @.')
    .optional(),
  /** At least 32 characters. Whoever knows it may report bounces and complaints to POST /hooks/mail. */
  MAIL_HOOK_SECRET: z.string().min(32, 'MAIL_HOOK_SECRET must have at least 32 characters.').optional(),
  /** At least 16 characters. Whoever knows it may read GET /metrics; without it, this computer alone may. */
  METRICS_TOKEN: z.string().min(16, 'METRICS_TOKEN must have at least 16 characters.').optional(),
  /** Seconds a mail is held before it leaves, so that Undo is real. */
  HOLD_SECONDS: number('HOLD_SECONDS', 0, 3_600).default(10),
  /** Days until an invitation expires. */
  INVITATION_DAYS: wholeNumber('INVITATION_DAYS', 1, 365).default(30),
  /** What mails and pages are written in where neither a reader nor a Workspace says. */
  SERVICE_LANGUAGE: z
    .enum(Language.options, `SERVICE_LANGUAGE must be one of ${Language.options.join(', ')}.`)
    .default('en'),
  /** Who may make another Workspace when there is one: owners of one, everyone who signs in, or nobody by the API. */
  NEW_WORKSPACES: z
    .enum(['owners', 'everyone', 'nobody'], 'NEW_WORKSPACES must be owners, everyone or nobody.')
    .default('owners'),
  /** People in one Workspace. */
  WORKSPACE_PEOPLE: wholeNumber('WORKSPACE_PEOPLE', 1, 10_000_000).default(50_000),
  /** Groups in one Workspace that are not deleted. */
  WORKSPACE_GROUPS: wholeNumber('WORKSPACE_GROUPS', 1, 10_000_000).default(10_000),
  /** Invitations that one Workspace makes in a day. */
  WORKSPACE_INVITATIONS_A_DAY: wholeNumber('WORKSPACE_INVITATIONS_A_DAY', 1, 10_000_000).default(50_000),
  /** Mails about its Groups that one Workspace asks for in a day. */
  WORKSPACE_MAILS_A_DAY: wholeNumber('WORKSPACE_MAILS_A_DAY', 1, 10_000_000).default(100_000),
  /** Ids of the extensions that may connect, comma-separated: Chrome's 32 letters, or a Firefox add-on id. */
  EXTENSIONS: list((id, context) => {
    if (!isExtensionId(id)) context.addIssue(notAnExtension(id))
    return id
  }),
  /** 1: make a demo Workspace and offer a sign-in without a code. Refused unless HOST is a loopback address. */
  DEMO: zeroOrOne('DEMO').default('0'),
  /** 1: take the client's address from X-Forwarded-For. Only behind a proxy that sets it. */
  TRUST_PROXY: zeroOrOne('TRUST_PROXY').default('0'),
  /** 1: a Workspace's sign-in provider may be on this computer or in a private network. */
  SSO_PRIVATE_NETWORKS: zeroOrOne('SSO_PRIVATE_NETWORKS').default('0'),
  /** Domains that a Workspace may connect to its sign-in provider without a DNS record, comma-separated. */
  SSO_DOMAINS: list((text, context) => {
    const domain = EmailDomain.safeParse(text)
    if (!domain.success) context.addIssue(`SSO_DOMAINS has "${text}", which is no domain such as example.edu.`)
    return domain.data ?? text
  }),
  /** 1: codes sign in also where a Workspace requires its provider; for the day on which that is gone. */
  SSO_OPTIONAL: zeroOrOne('SSO_OPTIONAL').default('0'),
  /** With WORKSPACE_NAME: who owns the first Workspace, made when there is none. */
  OWNER_EMAIL: z.email('OWNER_EMAIL must be one email address.').toLowerCase().optional(),
  /** With OWNER_EMAIL: the name of the first Workspace. */
  WORKSPACE_NAME: z
    .string()
    .trim()
    .refine(
      (name) => GroupName.safeParse(name).success,
      'WORKSPACE_NAME must be one line of at most 80 characters, without a link or an address.',
    )
    .optional(),
})
