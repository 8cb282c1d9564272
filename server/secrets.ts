import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

/** What a mailed or shared link stands for. */
type TokenKind = 'invitation' | 'link' | 'workspaceLink' | 'reminders' | 'workspace'

/** A token as read. Its id says which row; `isOf` says whether it was made by us for that row as it is now. */
interface ReadToken {
  readonly id: string
  /** True for the row's present generation alone: raising a row's generation ends every earlier link. */
  isOf(generation: number): boolean
}

/** Everything that is derived from SECRET. Changing SECRET ends every link, session and token. */
export interface Secrets {
  /** A 32-byte key of its own for each purpose. */
  keyFor(purpose: string): Buffer
  /** AES-256-GCM: 12 bytes of nonce, the cipher text, 16 bytes of tag. */
  seal(purpose: string, plain: Uint8Array): Buffer
  /** Null when it was not sealed by us for this purpose, or was changed since. */
  open(purpose: string, sealed: Uint8Array): Buffer | null
  /** 64 characters base64url: the id and an HMAC-SHA256 over kind, id and generation. Never stored. */
  signToken(kind: TokenKind, id: string, generation: number): string
  readToken(kind: TokenKind, token: string): ReadToken | null
}

export const createSecrets = (secret: string): Secrets => {
  const keys = new Map<string, Buffer>()
  const keyFor = (purpose: string): Buffer => {
    const known = keys.get(purpose)
    if (known) return known
    const key = Buffer.from(hkdfSync('sha256', secret, 'rollcall', purpose, 32))
    keys.set(purpose, key)
    return key
  }
  const mac = (kind: TokenKind, id: string, generation: number) =>
    createHmac('sha256', keyFor(`token.${kind}`))
      .update(`${id}.${generation}`)
      .digest()

  return {
    keyFor,
    seal: (purpose, plain) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keyFor(`seal.${purpose}`), nonce)
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    open: (purpose, sealed) => {
      if (sealed.length < 28) return null
      const decipher = createDecipheriv('aes-256-gcm', keyFor(`seal.${purpose}`), sealed.subarray(0, 12), {
        authTagLength: 16,
      })
      decipher.setAuthTag(sealed.subarray(-16))
      try {
        return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
      } catch {
        return null
      }
    },
    signToken: (kind, id, generation) =>
      Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), mac(kind, id, generation)]).toString('base64url'),
    readToken: (kind, token) => {
      if (!/^[\w-]{64}$/.test(token)) return null
      const bytes = Buffer.from(token, 'base64url')
      const id = bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
      const given = bytes.subarray(16)
      return { id, isOf: (generation) => timingSafeEqual(given, mac(kind, id, generation)) }
    },
  }
}
