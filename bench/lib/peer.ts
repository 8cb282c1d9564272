import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { organization } from 'better-auth/plugins'
import { PostgresDialect } from 'kysely'
import pg from 'pg'

/** The peer, on a database of its own: invites these people into an organization, and resolves with the seconds it took. */
export const inviteByPeer = async (server: string, emails: readonly string[]): Promise<number> => {
  const admin = new pg.Client(server)
  await admin.connect()
  await admin.query('create database peer')
  await admin.end()
  const pool = new pg.Pool({ connectionString: Object.assign(new URL(server), { pathname: '/peer' }).href, max: 10 })
  const options = {
    baseURL: 'http://127.0.0.1:4710',
    secret: 'a secret of the benchmark, and of nothing else',
    database: { dialect: new PostgresDialect({ pool }), type: 'postgres' as const },
    emailAndPassword: { enabled: true },
    telemetry: { enabled: false },
    plugins: [organization({ invitationLimit: emails.length + 1, sendInvitationEmail: async () => {} })],
  }
  try {
    const auth = betterAuth(options)
    await (await getMigrations(options)).runMigrations()
    const signUp = { email: 'ada@example.edu', password: 'nothing to be guessed', name: 'Ada' }
    const { headers: signedUp } = await auth.api.signUpEmail({ body: signUp, returnHeaders: true })
    const cookie = signedUp
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
    const headers = new Headers({ cookie })
    const school = await auth.api.createOrganization({ body: { name: 'Northgate School', slug: 'northgate' }, headers })
    const invite = (email: string) =>
      auth.api.createInvitation({ body: { email, role: 'member', organizationId: school.id }, headers })
    const begun = performance.now()
    for (const email of emails) await invite(email)
    return (performance.now() - begun) / 1000
  } finally {
    await pool.end()
  }
}
