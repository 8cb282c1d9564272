import type { KnownAddress } from '../contract/schemas.ts'

/** An address that a course's Group knows, or one that a section has in it. */
export interface Known extends KnownAddress {
  /** How the Groups of sections know it. */
  readonly inSections?: readonly InSection[]
}

interface InSection extends KnownAddress {
  readonly groupId: string
}
