import type { Look } from '../look.ts'
import { inGroup } from './inGroup.ts'
import { inviting } from './inviting.ts'
import { linked } from './linked.ts'
import { reading } from './reading.ts'
import { sending } from './sending.ts'

/** Every state of the popup. */
export const popupStates: readonly Look[] = [...inviting, ...linked, ...reading, ...sending, ...inGroup]
