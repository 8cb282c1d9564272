import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { atPort, loadConfig } from '../../server/config.ts'
import { Environment } from '../../server/environment.ts'
import { keptSecret } from '../../server/keptSecret.ts'
import { isLoopback } from '../../server/loopback.ts'

const secret = 's'.repeat(32)

/** One sentence for each setting that cannot be used. */
const wrong: readonly [env: Readonly<Record<string, string>>, sentence: string][] = [
  [{ PORT: 'http' }, 'PORT must be a whole number from 0 to 65535.'],
  [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535.'],
  [
    { PUBLIC_URL: 'groups.example.edu' },
    'PUBLIC_URL must be an address without a path, such as https://groups.example.edu.',
  ],
  [
    { PUBLIC_URL: 'https://example.edu/groups' },
    'PUBLIC_URL must be an address without a path, such as https://groups.example.edu.',
  ],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must start with postgres://.'],
  [{ DATABASE_URL: 'postgres://x/y' }, 'With DATABASE_URL, SECRET must be set: every instance needs the same one.'],
  [{ SECRET: 'short' }, 'SECRET must have at least 32 characters.'],
  [{ SMTP_URL: 'mail.example.edu' }, 'SMTP_URL must start with smtp:// or smtps://.'],
  [{ NEW_WORKSPACES: 'some' }, 'NEW_WORKSPACES must be owners, everyone or nobody.'],
  [{ WORKSPACE_PEOPLE: '0' }, 'WORKSPACE_PEOPLE must be a whole number from 1 to 10000000.'],
  [{ SMTP_REQUIRE_TLS: 'yes' }, 'SMTP_REQUIRE_TLS must be 0 or 1.'],
  [
    { EXTENSIONS: 'rollcall@rollcall.example, chrome-extension://abc/' },
    `EXTENSIONS has "chrome-extension://abc/", which is no extension id: Chrome's are 32 letters from a to p, Firefox's look like name@example.org.`,
  ],
  [
    { EXTENSIONS: 'ABCDEFGHIJKLMNOPABCDEFGHIJKLMNOP' },
    `EXTENSIONS has "ABCDEFGHIJKLMNOPABCDEFGHIJKLMNOP", which is no extension id: Chrome's are 32 letters from a to p, Firefox's look like name@example.org.`,
  ],
  [{ MAIL_FROM: 'Rollcall' }, 'MAIL_FROM must be one email address.'],
  [{ MAILS_PER_SECOND: '0' }, 'MAILS_PER_SECOND must be a number from 0.1 to 10000.'],
  [
    { MAIL_RETURN_PATH: 'bounces+x@example.edu' },
    'MAIL_RETURN_PATH must be one email address, with at most 31 characters before the @.',
  ],
  [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN must have at least 16 characters.'],
  [{ MAIL_HOOK_SECRET: 'short' }, 'MAIL_HOOK_SECRET must have at least 32 characters.'],
  [{ HOLD_SECONDS: '-1' }, 'HOLD_SECONDS must be a number from 0 to 3600.'],
  [{ INVITATION_DAYS: '1.5' }, 'INVITATION_DAYS must be a whole number from 1 to 365.'],
  [{ DEMO: 'yes' }, 'DEMO must be 0 or 1.'],
  [{ DEMO: '1', HOST: '0.0.0.0' }, 'DEMO=1 lets anybody in, so HOST must be a loopback address such as 127.0.0.1.'],
  [{ OWNER_EMAIL: 'ada@example.edu' }, 'OWNER_EMAIL and WORKSPACE_NAME must be set together.'],
  [
    { DEMO: '1', PUBLIC_URL: 'https://groups.example.edu' },
    'DEMO=1 lets anybody in, so PUBLIC_URL must be a loopback address such as http://127.0.0.1:4710.',
  ],
  [{ PORT: 'x', DEMO: 'x' }, 'PORT must be a whole number from 0 to 65535.\nDEMO must be 0 or 1.'],
  [
    { SMTP_URL: 'smtp://user:pass#word@mail.example.edu' },
    'SMTP_URL cannot be read: in a user name or password, write #, / and ? as %23, %2F and %3F.',
  ],
  [
    { DATABASE_URL: 'postgres://user:pass#word@db/x', SECRET: 's'.repeat(32) },
    'DATABASE_URL cannot be read: in a user name or password, write #, / and ? as %23, %2F and %3F.',
  ],
  [{ SERVICE_LANGUAGE: 'xx' }, 'SERVICE_LANGUAGE must be one of en, es, fr, de, pt, ar, zh-Hans.'],
  [{ WORKSPACE_GROUPS: '1.5' }, 'WORKSPACE_GROUPS must be a whole number from 1 to 10000000.'],
  [{ WORKSPACE_INVITATIONS_A_DAY: '-1' }, 'WORKSPACE_INVITATIONS_A_DAY must be a whole number from 1 to 10000000.'],
  [{ WORKSPACE_MAILS_A_DAY: 'many' }, 'WORKSPACE_MAILS_A_DAY must be a whole number from 1 to 10000000.'],
  [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY must be 0 or 1.'],
  [{ SSO_PRIVATE_NETWORKS: 'true' }, 'SSO_PRIVATE_NETWORKS must be 0 or 1.'],
  [{ SSO_OPTIONAL: 'true' }, 'SSO_OPTIONAL must be 0 or 1.'],
  [
    { SSO_DOMAINS: 'example.edu, https://lab.example.edu' },
    'SSO_DOMAINS has "https://lab.example.edu", which is no domain such as example.edu.',
  ],
  [{ OWNER_EMAIL: 'Ada', WORKSPACE_NAME: 'School' }, 'OWNER_EMAIL must be one email address.'],
  [
    { OWNER_EMAIL: 'ada@example.edu', WORKSPACE_NAME: 'https://school.example.edu' },
    'WORKSPACE_NAME must be one line of at most 80 characters, without a link or an address.',
  ],
]

describe('settings', () => {
  it('have a default for everything', () => {
    expect(loadConfig({})).toEqual({
      port: 4710,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:4710',
      databaseUrl: undefined,
      dataDir: '.data/service',
      secret: undefined,
      smtpUrl: undefined,
      smtpRequireTls: true,
      mailFrom: 'rollcall@localhost.localdomain',
      mailsPerSecond: 14,
      mailReturnPath: undefined,
      mailHookSecret: undefined,
      metricsToken: undefined,
      holdSeconds: 10,
      invitationDays: 30,
      language: 'en',
      newWorkspaces: 'owners',
      quotas: { people: 50_000, groups: 10_000, invitations: 50_000, mails: 100_000 },
      extensions: [],
      demo: false,
      trustProxy: false,
      sso: { privateNetworks: false, domains: [], optional: false },
      firstWorkspace: undefined,
    })
  })

  it('set to nothing count as not set', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: '', SECRET: '', HOLD_SECONDS: ' ' })).toEqual(loadConfig({}))
  })

  it('are taken as they are given', () => {
    const config = loadConfig({
      PUBLIC_URL: 'https://groups.example.edu/',
      DATABASE_URL: 'postgres://rollcall@db/rollcall',
      SECRET: secret,
      EXTENSIONS: ' abcdefghijklmnopabcdefghijklmnop, rollcall@rollcall.example ,',
      HOLD_SECONDS: '0',
      OWNER_EMAIL: 'Ada@Example.edu',
      WORKSPACE_NAME: 'Northgate School',
    })
    expect(config).toMatchObject({
      publicUrl: 'https://groups.example.edu',
      extensions: ['abcdefghijklmnopabcdefghijklmnop', 'rollcall@rollcall.example'],
      holdSeconds: 0,
      firstWorkspace: { owner: 'ada@example.edu', name: 'Northgate School' },
    })
  })

  it.each(wrong)('that cannot be used are refused with a sentence each: %j', (env, sentence) => {
    expect(() => loadConfig(env)).toThrow(expect.objectContaining({ name: 'ConfigProblem', message: sentence }))
  })

  it('each have a wrong value above, but for what is anything', () => {
    const named = (name: string) => wrong.some(([, sentence]) => sentence.startsWith(`${name} `))
    // An address that cannot be listened on, and a folder that cannot be written, are found at the start.
    expect(Object.keys(Environment.shape).filter((name) => !named(name))).toEqual(['HOST', 'DATA_DIR'])
  })

  it('take a database by its socket, and what is escaped in a password', () => {
    for (const DATABASE_URL of [
      'postgres:///rollcall?host=/run/postgresql',
      'postgres://rollcall:x@/rollcall?host=/run/postgresql',
      'postgresql://rollcall:a%23b@db.example.edu:5432/rollcall?sslmode=require',
    ])
      expect(loadConfig({ DATABASE_URL, SECRET: secret }).databaseUrl).toBe(DATABASE_URL)
  })

  it('ask for encrypted mail off this computer, unless told otherwise', () => {
    const asks = (SMTP_URL?: string, SMTP_REQUIRE_TLS?: string) =>
      loadConfig({ SMTP_URL, SMTP_REQUIRE_TLS }).smtpRequireTls
    expect(asks('smtp://user:secret@mail.example.edu:587')).toBe(true)
    expect(asks('smtp://10.0.0.1')).toBe(true)
    expect(asks('smtp://localhost.example.edu')).toBe(true)
    expect(asks('smtp://127.0.0.1:25')).toBe(false)
    expect(asks('smtp://[::1]:25')).toBe(false)
    expect(asks('smtp://localhost')).toBe(false)
    expect(asks('smtp://10.0.0.1', '0')).toBe(false)
    expect(asks('smtp://127.0.0.1', '1')).toBe(true)
  })

  it('know the public address once the port is known', () => {
    expect(atPort(loadConfig({ PORT: '0' }), 5123).publicUrl).toBe('http://127.0.0.1:5123')
    expect(atPort(loadConfig({ PORT: '0', HOST: '0.0.0.0' }), 5123).publicUrl).toBe('http://localhost:5123')
    expect(atPort(loadConfig({ PORT: '0', HOST: '::1' }), 5123).publicUrl).toBe('http://[::1]:5123')
    expect(atPort(loadConfig({ PORT: '0', PUBLIC_URL: 'https://g.example.edu' }), 5123).publicUrl).toBe(
      'https://g.example.edu',
    )
  })

  it('tell loopback addresses', () => {
    expect(['127.0.0.1', '127.1.2.3', '::1', '[::1]', 'localhost'].every(isLoopback)).toBe(true)
    expect(['0.0.0.0', '::', '[::]', '[::1', '10.0.0.1', '127.evil.example', 'example.edu'].some(isLoopback)).toBe(
      false,
    )
  })
})

it('a kept secret is made once, for its owner alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-test-'))
  try {
    const data = join(folder, 'data')
    const first = keptSecret(data)
    expect(first).toMatch(/^[\w-]{43}$/)
    expect(keptSecret(data)).toBe(first)
    expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(data, 'secret'), 'utf8')).toBe(first)
    expect(readdirSync(data)).toEqual(['secret'])
    // As a disk that was full, or a kill between two calls, could leave it: no keys are made from that.
    writeFileSync(join(data, 'secret'), '')
    expect(() => keptSecret(data)).toThrow(/^The secret in .* is not whole/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it('every setting has its line in the operator’s page', () => {
  const names = Object.keys(Environment.shape)
  const page = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8')
  const lines = page.split('\n').filter((line) => line.startsWith('| `'))
  for (const name of names) expect(lines.filter((line) => line.split('|')[1]?.includes(`\`${name}\``))).toHaveLength(1)
})
