import { createPrivateKey } from 'node:crypto'
import type { JWK } from 'oidc-provider'

/** RFC 8410: the fixed start of a PKCS #8 Ed25519 key, before its 32-byte seed. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The provider's signing key from a 32-byte seed: the same on every instance that shares SECRET. */
export const signingKey = (seed: Buffer): JWK => {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  return { ...key.export({ format: 'jwk' }), use: 'sig', alg: 'Ed25519' }
}
