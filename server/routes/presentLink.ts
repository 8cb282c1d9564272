import type { LinkLife } from '../store/linkLife.ts'

/** A link into a Group or a Workspace, as those see it who may make it. */
export const presentLink = <Access, Role>(
  link: LinkLife & { readonly access: Access; readonly role: Role },
  url: string,
) => ({
  id: link.id,
  access: link.access,
  role: link.role,
  url,
  uses: link.uses,
  createdAt: link.created_at.toISOString(),
  ...(link.expires_at && { expiresAt: link.expires_at.toISOString() }),
  ...(link.max_uses !== null && { maxUses: link.max_uses }),
  ...(link.ended && { ended: link.ended }),
})
