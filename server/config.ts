import { z } from 'zod'
import { Language } from '../lib/contract/schemas.ts'

/** The service's settings, from the environment: one documented line per variable, one sentence when it is wrong. */
const Environment = z.object({
  /** Port to listen on; 0 takes a free one. */
  PORT: z.coerce
    .number('PORT must be a whole number from 0 to 65535.')
    .int('PORT must be a whole number from 0 to 65535.')
    .min(0, 'PORT must be a whole number from 0 to 65535.')
    .max(65_535, 'PORT must be a whole number from 0 to 65535.')
    .default(4710),
  /** Address to listen on. */
  HOST: z.string().default('127.0.0.1'),
  /** Where people reach the service; every mailed link starts with it. Default: http://HOST:PORT. */
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'PUBLIC_URL must be an address without a path, such as https://groups.example.edu.')
    .optional(),
  /** A PostgreSQL connection string. Without it the embedded store in DATA_DIR is used. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must start with postgres://.')
    .optional(),
  /** Folder of the embedded store and of a generated secret. */
  DATA_DIR: z.string().default('.data/service'),
  /** At least 32 characters; keys are derived from it. Without it one is made and kept in DATA_DIR. */
  SECRET: z.string().min(32, 'SECRET must have at least 32 characters.').optional(),
  /** smtp://user:password@host:port. Without it mails stay on the outbox page. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/./, 'SMTP_URL must start with smtp:// or smtps://.')
    .optional(),
  /** 0: mails may go to the server of an smtp:// address unencrypted, where it offers no STARTTLS. Default: 1, but on this computer. */
  SMTP_REQUIRE_TLS: z.enum(['0', '1'], 'SMTP_REQUIRE_TLS must be 0 or 1.').optional(),
  /** The From address of mails. */
  MAIL_FROM: z.email('MAIL_FROM must be one email address.').default('rollcall@localhost.localdomain'),
  /** Mails that leave in a second, all instances together: what the mail server allows. */
  MAILS_PER_SECOND: z.coerce
    .number('MAILS_PER_SECOND must be a number from 0.1 to 10000.')
    .min(0.1, 'MAILS_PER_SECOND must be a number from 0.1 to 10000.')
    .max(10_000, 'MAILS_PER_SECOND must be a number from 0.1 to 10000.')
    .default(14),
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
  HOLD_SECONDS: z.coerce
    .number('HOLD_SECONDS must be a number from 0 to 3600.')
    .min(0, 'HOLD_SECONDS must be a number from 0 to 3600.')
    .max(3600, 'HOLD_SECONDS must be a number from 0 to 3600.')
    .default(10),
  /** Days until an invitation expires. */
  INVITATION_DAYS: z.coerce
    .number('INVITATION_DAYS must be a whole number from 1 to 365.')
    .int('INVITATION_DAYS must be a whole number from 1 to 365.')
    .min(1, 'INVITATION_DAYS must be a whole number from 1 to 365.')
    .max(365, 'INVITATION_DAYS must be a whole number from 1 to 365.')
    .default(30),
  /** What mails and pages are written in where neither a reader nor a Workspace says. */
  SERVICE_LANGUAGE: z
    .enum(Language.options, `SERVICE_LANGUAGE must be one of ${Language.options.join(', ')}.`)
    .default('en'),
  /** Who may make another Workspace when there is one: owners of one, everyone who signs in, or nobody by the API. */
  NEW_WORKSPACES: z
    .enum(['owners', 'everyone', 'nobody'], 'NEW_WORKSPACES must be owners, everyone or nobody.')
    .default('owners'),
  /** People in one Workspace. */
  WORKSPACE_PEOPLE: atMost('WORKSPACE_PEOPLE').default(50_000),
  /** Groups in one Workspace that are not deleted. */
  WORKSPACE_GROUPS: atMost('WORKSPACE_GROUPS').default(10_000),
  /** Invitations that one Workspace makes in a day. */
  WORKSPACE_INVITATIONS_A_DAY: atMost('WORKSPACE_INVITATIONS_A_DAY').default(50_000),
  /** Mails about its Groups that one Workspace asks for in a day. */
  WORKSPACE_MAILS_A_DAY: atMost('WORKSPACE_MAILS_A_DAY').default(100_000),
  /** Ids of the extensions that may connect, comma-separated: Chrome's 32 letters, or a Firefox add-on id. */
  EXTENSIONS: z
    .string()
    .default('')
    .transform((text, context) => {
      const ids = text.split(',').flatMap((id) => id.trim() || [])
      for (const id of ids) if (!isExtensionId(id)) context.addIssue(notAnExtension(id))
      return ids
    }),
  /** 1: make a demo Workspace and offer a sign-in without a code. Refused unless HOST is a loopback address. */
  DEMO: z.enum(['0', '1'], 'DEMO must be 0 or 1.').default('0'),
  /** 1: take the client's address from X-Forwarded-For. Only behind a proxy that sets it. */
  TRUST_PROXY: z.enum(['0', '1'], 'TRUST_PROXY must be 0 or 1.').default('0'),
  /** 1: a Workspace's sign-in provider may be on this computer or in a private network. */
  SSO_PRIVATE_NETWORKS: z.enum(['0', '1'], 'SSO_PRIVATE_NETWORKS must be 0 or 1.').default('0'),
  /** Domains that a Workspace may connect to its sign-in provider without a DNS record, comma-separated. */
  SSO_DOMAINS: z.string().default(''),
  /** 1: codes sign in also where a Workspace requires its provider; for the day on which that is gone. */
  SSO_OPTIONAL: z.enum(['0', '1'], 'SSO_OPTIONAL must be 0 or 1.').default('0'),
  /** With WORKSPACE_NAME: who owns the first Workspace, made when there is none. */
  OWNER_EMAIL: z.email('OWNER_EMAIL must be one email address.').toLowerCase().optional(),
  /** With OWNER_EMAIL: the name of the first Workspace. */
  WORKSPACE_NAME: z.string().trim().min(1).max(80, 'WORKSPACE_NAME must have at most 80 characters.').optional(),
})

/** What one Workspace may have; invitations and mails in a day. */
export interface Quotas {
  readonly people: number
  readonly groups: number
  readonly invitations: number
  readonly mails: number
}

export interface Config {
  readonly port: number
  readonly host: string
  /** An origin, without a slash at the end. */
  readonly publicUrl: string
  readonly databaseUrl: string | undefined
  readonly dataDir: string
  /** Undefined: the one kept in dataDir. */
  readonly secret: string | undefined
  readonly smtpUrl: string | undefined
  /** Nothing is said to the mail server unencrypted but the wish to encrypt. */
  readonly smtpRequireTls: boolean
  readonly mailFrom: string
  readonly mailsPerSecond: number
  readonly mailReturnPath: string | undefined
  readonly mailHookSecret: string | undefined
  readonly metricsToken: string | undefined
  readonly holdSeconds: number
  readonly invitationDays: number
  readonly language: Language
  readonly newWorkspaces: 'owners' | 'everyone' | 'nobody'
  /** Of each Workspace. */
  readonly quotas: Quotas
  readonly extensions: readonly string[]
  readonly demo: boolean
  readonly trustProxy: boolean
  readonly sso: {
    readonly privateNetworks: boolean
    readonly domains: readonly string[]
    readonly optional: boolean
  }
  readonly firstWorkspace: { readonly owner: string; readonly name: string } | undefined
}

/** A setting that cannot be used. The message is one sentence per variable, for the person who starts the service. */
export class ConfigProblem extends Error {
  override name = 'ConfigProblem'
}

/** Reads the settings; a variable that is set to nothing counts as not set. Throws ConfigProblem. */
export const loadConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) throw new ConfigProblem(parsed.error.issues.map((issue) => issue.message).join('\n'))
  const e = parsed.data
  if (e.DEMO === '1' && !isLoopback(e.HOST))
    throw new ConfigProblem('DEMO=1 lets anybody in, so HOST must be a loopback address such as 127.0.0.1.')
  if (e.DEMO === '1' && e.PUBLIC_URL && !isLoopback(new URL(e.PUBLIC_URL).hostname.replace(/^\[|\]$/g, '')))
    throw new ConfigProblem(
      'DEMO=1 lets anybody in, so PUBLIC_URL must be a loopback address such as http://127.0.0.1:4710.',
    )
  if (e.DATABASE_URL && !e.SECRET)
    throw new ConfigProblem('With DATABASE_URL, SECRET must be set: every instance needs the same one.')
  if (Boolean(e.OWNER_EMAIL) !== Boolean(e.WORKSPACE_NAME))
    throw new ConfigProblem('OWNER_EMAIL and WORKSPACE_NAME must be set together.')
  return {
    port: e.PORT,
    host: e.HOST,
    publicUrl: e.PUBLIC_URL ? new URL(e.PUBLIC_URL).origin : defaultUrl(e.HOST, e.PORT),
    databaseUrl: e.DATABASE_URL,
    dataDir: e.DATA_DIR,
    secret: e.SECRET,
    smtpUrl: e.SMTP_URL,
    smtpRequireTls: e.SMTP_REQUIRE_TLS ? e.SMTP_REQUIRE_TLS === '1' : !isOnThisComputer(e.SMTP_URL),
    mailFrom: e.MAIL_FROM,
    mailsPerSecond: e.MAILS_PER_SECOND,
    mailReturnPath: e.MAIL_RETURN_PATH,
    mailHookSecret: e.MAIL_HOOK_SECRET,
    metricsToken: e.METRICS_TOKEN,
    holdSeconds: e.HOLD_SECONDS,
    invitationDays: e.INVITATION_DAYS,
    language: e.SERVICE_LANGUAGE,
    newWorkspaces: e.NEW_WORKSPACES,
    quotas: {
      people: e.WORKSPACE_PEOPLE,
      groups: e.WORKSPACE_GROUPS,
      invitations: e.WORKSPACE_INVITATIONS_A_DAY,
      mails: e.WORKSPACE_MAILS_A_DAY,
    },
    extensions: e.EXTENSIONS,
    demo: e.DEMO === '1',
    trustProxy: e.TRUST_PROXY === '1',
    sso: {
      privateNetworks: e.SSO_PRIVATE_NETWORKS === '1',
      domains: e.SSO_DOMAINS.toLowerCase()
        .split(',')
        .flatMap((domain) => domain.trim() || []),
      optional: e.SSO_OPTIONAL === '1',
    },
    firstWorkspace: e.OWNER_EMAIL && e.WORKSPACE_NAME ? { owner: e.OWNER_EMAIL, name: e.WORKSPACE_NAME } : undefined,
  }
}

/** The settings once the port is known: with PORT=0 the default PUBLIC_URL follows the port that was free. */
export const atPort = (config: Config, port: number): Config => ({
  ...config,
  port,
  publicUrl:
    config.publicUrl === defaultUrl(config.host, config.port) ? defaultUrl(config.host, port) : config.publicUrl,
})

function atMost(name: string) {
  const sentence = `${name} must be a whole number from 1 to 10000000.`
  return z.coerce.number(sentence).int(sentence).min(1, sentence).max(10_000_000, sentence)
}

/** Chrome's 32 letters; Firefox's text like an address, or a UUID in braces. */
function isExtensionId(id: string): boolean {
  return (
    /^[a-p]{32}$/.test(id) ||
    /^[\w.-]*@[\w.-]+$/.test(id) ||
    /^\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/i.test(id)
  )
}

function notAnExtension(id: string): string {
  return `EXTENSIONS has "${id}", which is no extension id: Chrome's are 32 letters from a to p, Firefox's look like name@example.org.`
}

function isOnThisComputer(url: string | undefined): boolean {
  return url !== undefined && URL.canParse(url) && isLoopback(new URL(url).hostname.replace(/^\[|\]$/g, ''))
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

/** Listening on every address is reached, from this machine, as localhost. */
function defaultUrl(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
}
