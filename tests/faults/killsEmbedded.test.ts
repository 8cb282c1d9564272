import { it } from 'vitest'
import { killMany } from './support/killMany.ts'

it('a hundred kills on the embedded store lose nothing that was acknowledged', async () => {
  await killMany('SIGKILL, embedded store', undefined, 100)
}, 1_800_000)
