/** Proof Key for Code Exchange, RFC 7636: the code that comes back is worth nothing without the verifier kept here. */

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** 256 random bits in 43 characters: a verifier, a state, a ticket. */
export const randomText = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)))

/** S256: the SHA-256 of the verifier. */
export const challengeOf = async (verifier: string): Promise<string> =>
  base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))))
