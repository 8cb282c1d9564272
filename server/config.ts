import type { Language } from '../lib/contract/schemas.ts'
import { Environment } from './environment.ts'
import { isLoopback } from './loopback.ts'

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
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) throw new ConfigProblem(parsed.error.issues.map((issue) => issue.message).join('\n'))
  const e = parsed.data
  if (e.DEMO === '1' && !isLoopback(e.HOST))
    throw new ConfigProblem('DEMO=1 lets anybody in, so HOST must be a loopback address such as 127.0.0.1.')
  if (e.DEMO === '1' && e.PUBLIC_URL && !isLoopback(new URL(e.PUBLIC_URL).hostname))
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
      domains: e.SSO_DOMAINS,
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

const isOnThisComputer = (url: string | undefined): boolean =>
  url !== undefined && URL.canParse(url) && isLoopback(new URL(url).hostname)

/** Listening on every address is reached, from this machine, as localhost. */
const defaultUrl = (host: string, port: number): string => {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}
