import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** Texts that are prepared; what is written anew each time is not worth it. */
const MOST = 500

/**
 * Gives each statement a name, by which a connection knows it again: it is parsed and planned once instead of every time,
 * and for what the API asks, that is most of what a statement costs.
 */
export const prepared = (pool: pg.Pool): PostgresPool => {
  const names = new Map<string, string>()
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  let last = 0
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (known || names.size >= MOST) return known
    const name = `s${++last}`
    names.set(text, name)
    return name
  }
  const wrap = (client: pg.PoolClient) => {
    const query = async (text: string, values: readonly unknown[]) => {
      const name = values.length > 0 ? nameOf(text) : undefined
      try {
        return await client.query({ text, values: [...values], ...(name && { name }) })
      } catch (problem) {
        // A newer instance changed what a column is; the old plans would fail for ever.
        if (problem instanceof Error && 'code' in problem && problem.code === '0A000') names.clear()
        throw problem
      }
    }
    // Kysely's second form of `query` takes a cursor, which is never used.
    return { query, release: (destroy?: boolean) => client.release(destroy) } as unknown as PostgresPoolClient
  }
  return {
    connect: async () => {
      const client = await pool.connect()
      const wrapped = clients.get(client) ?? wrap(client)
      clients.set(client, wrapped)
      return wrapped
    },
    end: () => pool.end(),
    options: pool.options,
  }
}
