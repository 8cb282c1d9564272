import { startPostgres } from '../../tests/helpers/postgres.ts'
import type { Figure } from './report.ts'

/** One of the two stores that the service runs on. */
export interface BenchStore {
  readonly name: 'embedded' | 'PostgreSQL'
  /** Where databases are made; undefined: the embedded store. */
  readonly server: string | undefined
}

/** Measures on the embedded store, then on a PostgreSQL server of our own. */
export const onBothStores = async (measure: (store: BenchStore) => Promise<Figure[]>): Promise<Figure[]> => {
  const figures = await measure({ name: 'embedded', server: undefined })
  const postgres = await startPostgres()
  try {
    return [...figures, ...(await measure({ name: 'PostgreSQL', server: postgres.url }))]
  } finally {
    await postgres.stop()
  }
}
