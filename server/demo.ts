import type { GroupType } from '../lib/contract/schemas.ts'
import { createGroup } from './store/groups.ts'
import type { Database } from './store/open.ts'
import { ensurePerson } from './store/people.ts'
import { createWorkspace } from './store/workspaces.ts'

/** Who owns everything in the demo; the sign-in page offers to go on as her. */
export const demoOwner = { email: 'ada.instructor@example.edu', name: 'Ada Instructor' } as const

interface Sketch {
  readonly name: string
  readonly type: GroupType
  readonly inside?: readonly string[]
}

const sketches: readonly Sketch[] = [
  { name: 'Biology 101', type: 'shared', inside: ['Lab section A', 'Lab section B'] },
  { name: 'Chemistry 210', type: 'shared' },
  { name: 'Staff room', type: 'workspace' },
  { name: 'Drafts for next term', type: 'private' },
]

/** A school to try things in: an Owner and a few empty Groups. */
export const makeDemo = async (tx: Database): Promise<void> => {
  const owner = await ensurePerson(tx, demoOwner.email, demoOwner.name)
  const workspaceId = await createWorkspace(tx, 'Demo School', owner.id)
  for (const { name, type, inside = [] } of sketches) {
    const { id } = await createGroup(tx, { workspaceId, parent: null, name, createdBy: owner.id })
    await tx.updateTable('groups').set({ type }).where('id', '=', id).execute()
    const parent = { id, type }
    for (const nested of inside) await createGroup(tx, { workspaceId, parent, name: nested, createdBy: owner.id })
  }
}
