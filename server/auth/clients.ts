import { createHash } from 'node:crypto'
import { chromiumId, firefoxId } from '../../lib/identity.ts'

/**
 * Where the browser hands an extension the answer of a sign-in: exactly what `identity.getRedirectURL()` gives.
 * Chromium: 32 letters a to p. Firefox: the SHA-1 of the add-on id in hex (its toolkit's child/ext-identity.js, 153).
 */
export const redirectUriOf = (extensionId: string): string =>
  /^[a-p]{32}$/.test(extensionId)
    ? `https://${extensionId}.chromiumapp.org/`
    : `https://${createHash('sha1').update(extensionId).digest('hex')}.extensions.allizom.org/`

/** The redirects that are allowed, ours first; whoever else asks gets no code. */
export const redirectUris = (extensions: readonly string[]): string[] => [
  ...new Set([chromiumId, firefoxId, ...extensions].map(redirectUriOf)),
]
