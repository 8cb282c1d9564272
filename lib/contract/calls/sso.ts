import * as z from 'zod/mini'
import { call, inWorkspace } from '../call.ts'
import { MAX_EMAIL_DOMAINS } from '../limits.ts'
import { EmailDomain } from '../schemas.ts'

const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(1000), z.regex(/^[^\p{Cc}]*$/u))

const own = {
  /** As the provider's own document writes it. */
  issuer: text,
  /** The client id that the provider gave. */
  client: text,
  /** Codes and mailed links sign these domains in no more, once somebody has signed in through the provider. */
  required: z.boolean(),
  /** The provider alone gives out addresses at these domains, so that they count without `email_verified`. */
  trusted: z.boolean(),
}

const Sso = z.object({
  sso: z.nullable(
    z.object({
      ...own,
      /** `proved`: the domain's DNS names this Workspace. Only then does the provider answer for it. */
      domains: z.array(z.object({ domain: z.string(), proved: z.boolean() })),
      /** Somebody has signed in through it. */
      worked: z.boolean(),
    }),
  ),
  /** What the provider has to be told. */
  redirectUri: z.string(),
  /** The TXT record that proves a domain, at `_rollcall.` and the domain. */
  record: z.string(),
})

/** A Workspace's own sign-in. */
export const ssoCalls = {
  'sso.get': call({
    method: 'GET',
    path: '/api/workspaces/:workspaceId/sso',
    allow: 'workspace.change',
    input: z.object(inWorkspace),
    output: Sso,
    refuses: ['notAllowed'],
    summary: 'The OpenID provider that signs in the people of a Workspace, without its secret.',
  }),
  'sso.set': call({
    method: 'POST',
    path: '/api/workspaces/:workspaceId/sso',
    allow: 'workspace.change',
    input: z.object({
      ...inWorkspace,
      ...own,
      /** Left out: the one that is kept stays. It is never read back. */
      secret: z.optional(text),
      domains: z.array(EmailDomain).check(z.minLength(1), z.maxLength(MAX_EMAIL_DOMAINS)),
    }),
    output: Sso,
    refuses: ['notAllowed'],
    summary: 'Set the OpenID provider of a Workspace. It answers for a domain after that was proved by `sso.test`.',
  }),
  'sso.remove': call({
    method: 'DELETE',
    path: '/api/workspaces/:workspaceId/sso',
    allow: 'workspace.change',
    input: z.object(inWorkspace),
    output: z.object({}),
    refuses: ['notAllowed'],
    summary: 'Forget the provider; codes work again for its domains.',
  }),
  'sso.test': call({
    method: 'POST',
    path: '/api/workspaces/:workspaceId/sso/test',
    allow: 'workspace.change',
    reachesOut: true,
    input: z.object(inWorkspace),
    output: z.object({
      /** `none`: there is nothing to ask. */
      provider: z.enum(['none', 'answers', 'unreachable', 'privateNetwork', 'notAProvider']),
      domains: z.array(z.object({ domain: z.string(), state: z.enum(['proved', 'noRecord', 'taken']) })),
    }),
    refuses: ['notAllowed'],
    summary: 'Ask the provider who it is, and the DNS of each domain whether it names this Workspace.',
  }),
} as const
