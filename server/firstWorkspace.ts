import { sql } from 'kysely'
import { makeDemo } from './demo.ts'
import type { Service } from './service.ts'
import { insertBeginLink } from './store/beginLinks.ts'
import type { Database } from './store/open.ts'
import { ensurePerson } from './store/people.ts'
import { createWorkspace } from './store/workspaces.ts'
import { beginUrl } from './urls.ts'

/** A store without any Workspace gets its first: the one that the settings name, or the demo. Once, with several instances too. */
export const makeFirstWorkspace = async ({ db, config }: Pick<Service, 'db' | 'config'>): Promise<void> => {
  const { firstWorkspace, demo } = config
  if (!firstWorkspace && !demo) return
  await db.transaction().execute(async (tx) => {
    await sql`lock table workspaces in share row exclusive mode`.execute(tx)
    if (await hasWorkspace(tx)) return
    if (firstWorkspace) {
      const owner = await ensurePerson(tx, firstWorkspace.owner)
      await createWorkspace(tx, firstWorkspace.name, owner.id)
    } else await makeDemo(tx)
  })
}

/**
 * Where the first Workspace is made by hand, once; undefined: there is one. Only what recognises the link is stored, so each
 * start makes another. Several instances may each say theirs: the first that is used ends the others.
 */
export const firstLink = async ({
  db,
  config,
}: Pick<Service, 'db' | 'config'>): Promise<{ url: string; until: string } | undefined> => {
  if (await hasWorkspace(db)) return undefined
  const { token, expiresAt } = await insertBeginLink(db, 'first')
  return { url: beginUrl({ config }, token), until: expiresAt.toISOString() }
}

const hasWorkspace = async (tx: Database): Promise<boolean> =>
  (await tx.selectFrom('workspaces').select('id').limit(1).executeTakeFirst()) !== undefined
