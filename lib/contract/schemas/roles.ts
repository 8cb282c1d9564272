import * as z from 'zod/mini'

/** Roles in a Group, highest first. */
export const GroupRole = z.enum(['owner', 'facilitator', 'member'])
export type GroupRole = z.infer<typeof GroupRole>

/** Roles in a Workspace, highest first. */
export const WorkspaceRole = z.enum(['owner', 'editor', 'member'])
export type WorkspaceRole = z.infer<typeof WorkspaceRole>

/** `workspace`: shared with everyone; `shared`: people invited; `private`: only its creator, until somebody is invited. */
export const GroupType = z.enum(['workspace', 'shared', 'private'])
export type GroupType = z.infer<typeof GroupType>

/** Where a Group at the top stands: `workspace`, Shared, for the Owners of its Workspace to see; `private`, for one person alone. */
export const GroupSpace = z.enum(['workspace', 'private'])
export type GroupSpace = z.infer<typeof GroupSpace>

/** Whom a link lets in: whoever signs in; whoever was invited into the Workspace; whoever is on a list of addresses. */
export const LinkAccess = z.enum(['anyone', 'restricted', 'roster'])
export type LinkAccess = z.infer<typeof LinkAccess>
