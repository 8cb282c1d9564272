import type { Service } from '../service.ts'
import { type OpenLink, openLink } from '../store/openLink.ts'

/** Addresses of one link that are remembered as replaced; older ones are not known any more. */
const REMEMBERED = 100

/** The share link that a token stands for; undefined when it is none of ours. */
export const findLink = async (
  { db, secrets }: Pick<Service, 'db' | 'secrets'>,
  token: string,
): Promise<OpenLink | undefined> => {
  const read = secrets.readToken('link', token)
  if (!read) return undefined
  const row = await db.selectFrom('share_links').select('generation').where('id', '=', read.id).executeTakeFirst()
  const generation = row && generationOf(read, row.generation)
  return generation ? await openLink(db, { id: read.id, generation }, 'toLook') : undefined
}

/** Of which address of a link a token is, the latest or one before; undefined: of none that is remembered. */
export const generationOf = (read: { isOf(generation: number): boolean }, latest: number): number | undefined => {
  for (let generation = latest; generation > Math.max(0, latest - REMEMBERED); generation -= 1)
    if (read.isOf(generation)) return generation
  return undefined
}
