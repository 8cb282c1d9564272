import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { createClient } from '../../lib/client.ts'
import {
  CallProblem,
  type CallService,
  type GroupRole,
  type GroupType,
  type WorkspaceRole,
} from '../../lib/contract/index.ts'
import { oauthHash } from '../../server/auth/oauthAdapter.ts'
import { startSession } from '../../server/auth/sessions.ts'
import { loadConfig } from '../../server/config.ts'
import type { Log } from '../../server/log.ts'
import type { Service } from '../../server/service.ts'
import { start } from '../../server/start.ts'
import type { Database } from '../../server/store/open.ts'
import { ensurePerson } from '../../server/store/people.ts'
import { freshStore } from './freshStore.ts'

/** Somebody with an account, who talks to the service as the extension does. */
export interface Caller {
  readonly id: string
  readonly email: string
  readonly name: string
  /** A live access token. */
  readonly token: string
  readonly call: CallService
}

/** A whole service in this process, on a free port, over a store of its own. */
export interface TestService {
  readonly url: string
  readonly service: Service
  readonly db: Database
  /** Every line that the service logged. */
  readonly lines: { readonly msg: string; readonly fields: Readonly<Record<string, unknown>> }[]
  /** A person with an account: by default a new invented one. */
  person(email?: string, name?: string): Promise<Caller>
  /** What a signed-in browser's cookie would hold. */
  session(person: { id: string }): Promise<string>
  workspace(owner: Caller, name?: string): Promise<{ id: string; name: string }>
  joinWorkspace(workspace: { id: string }, person: { id: string }, role?: WorkspaceRole): Promise<void>
  /** A Group made in the store, with its creator as Owner. */
  group(workspace: { id: string }, owner: Caller, options?: GroupOptions): Promise<{ id: string; name: string }>
  joinGroup(group: { id: string }, person: { id: string }, role?: GroupRole): Promise<void>
  /** Somebody who asks without a token. */
  readonly stranger: CallService
  /** Ends it and starts it again over the same store. */
  restart(): Promise<void>
  /** Ends it and leaves its store and port to a process of its own, started with these settings. */
  leave(): Promise<Readonly<Record<string, string | undefined>>>
  stop(): Promise<void>
}

interface GroupOptions {
  readonly name?: string
  readonly type?: GroupType
  readonly parent?: { id: string }
}

export interface StartOptions {
  /** Settings as in the environment. Defaults: no mail server, mails held for 0 seconds. */
  readonly env?: Readonly<Record<string, string>>
  /** A PostgreSQL server to make the store on. Default: the one of TEST_DATABASE_URL, else the embedded store. */
  readonly server?: string | undefined
}

export const startService = async ({ env, server }: StartOptions = {}): Promise<TestService> => {
  const store = await freshStore(server)
  const lines: { msg: string; fields: Readonly<Record<string, unknown>> }[] = []
  const log: Log = (msg, fields = {}) => lines.push({ msg, fields })
  const settings = {
    PORT: '0',
    DATA_DIR: store.dataDir,
    DATABASE_URL: store.databaseUrl,
    SECRET: randomBytes(32).toString('hex'),
    HOLD_SECONDS: '0',
    ...env,
  }
  const config = loadConfig(settings)
  let running = await start(config, log)
  let ended = false
  const { url } = running
  const db = () => running.service.db
  const client = (token: string | null) => createClient({ baseUrl: url, fetch, token: async () => token })
  const { person, ...builders } = createBuilders(db, client)
  return {
    url,
    lines,
    get service() {
      return running.service
    },
    get db() {
      return db()
    },
    stranger: client(null),
    person,
    ...builders,
    restart: async () => {
      await running.stop()
      running = await start({ ...config, port: running.port, publicUrl: url }, log)
    },
    leave: async () => {
      await running.stop()
      ended = true
      return { ...settings, PORT: String(running.port) }
    },
    stop: async () => {
      if (!ended) await running.stop()
      await store.remove()
    },
  }
}

const createBuilders = (db: () => Database, client: (token: string) => CallService) => {
  const joinWorkspace = async (workspace: { id: string }, person: { id: string }, role: WorkspaceRole = 'member') => {
    await db()
      .insertInto('workspace_members')
      .values({ workspace_id: workspace.id, person_id: person.id, role, origin: 'manual', batch: null })
      .onConflict((oc) => oc.columns(['workspace_id', 'person_id']).doUpdateSet({ role }))
      .execute()
  }
  const joinGroup = async (group: { id: string }, person: { id: string }, role: GroupRole = 'member') => {
    const { workspace_id } = await db()
      .selectFrom('groups')
      .select('workspace_id')
      .where('id', '=', group.id)
      .executeTakeFirstOrThrow()
    await db()
      .insertInto('workspace_members')
      .values({ workspace_id, person_id: person.id, role: 'member', origin: 'manual', batch: null })
      .onConflict((oc) => oc.doNothing())
      .execute()
    await db()
      .insertInto('members')
      .values({ group_id: group.id, person_id: person.id, role, origin: 'manual', batch: null })
      .execute()
  }
  return {
    joinWorkspace,
    joinGroup,
    person: async (email = `person.${randomUUID().slice(0, 8)}@example.edu`, name = ''): Promise<Caller> => {
      const known = await ensurePerson(db(), email, name)
      const token = await accessToken(db(), known.id)
      return { ...known, token, call: client(token) }
    },
    session: (person: { id: string }) => startSession(db(), person.id),
    workspace: async (owner: Caller, name = 'Northgate School') => {
      const { id } = await db().insertInto('workspaces').values({ name }).returning('id').executeTakeFirstOrThrow()
      await joinWorkspace({ id }, owner, 'owner')
      return { id, name }
    },
    group: async (workspace: { id: string }, owner: Caller, options: GroupOptions = {}) => {
      const { name = 'Biology 101', type = 'shared', parent } = options
      const { id } = await db()
        .insertInto('groups')
        .values({ workspace_id: workspace.id, parent_id: parent?.id ?? null, name, type, created_by: owner.id })
        .returning('id')
        .executeTakeFirstOrThrow()
      await joinGroup({ id }, owner, 'owner')
      return { id, name }
    },
  }
}

/** The rows that a finished OAuth flow leaves behind: an access token and the grant it belongs to. */
const accessToken = async (db: Database, personId: string): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  const grant = oauthHash('Grant', randomUUID())
  const expires = sql<Date>`now() + interval '1 hour'`
  const row = { account: personId, client: null, alias: null, payload: Buffer.alloc(0), expires }
  await db
    .insertInto('oauth')
    .values([
      { ...row, kind: 'Grant', hash: grant, grant_hash: null },
      { ...row, kind: 'AccessToken', hash: oauthHash('AccessToken', token), grant_hash: grant },
    ])
    .execute()
  return token
}

/** The code with which a call was refused; a call that was not refused fails the test. */
export const refusal = async (answer: Promise<unknown>): Promise<string> => {
  try {
    await answer
  } catch (problem) {
    if (problem instanceof CallProblem) return problem.code
    throw problem
  }
  throw new Error('The call was answered, and should have been refused.')
}
