import type { CallInput } from '../../lib/contract/index.ts'

/** Whom of a Group's people a list is about, and in which order: as the service takes it. */
export type ListOptions = Pick<CallInput<'members.list'>, 'role' | 'origin' | 'sort'>

/** Of everybody, by name. */
export const everybody: ListOptions = {}

export const isNarrowed = ({ role, origin }: ListOptions): boolean => role !== undefined || origin !== undefined
