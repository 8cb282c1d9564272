import type { ColumnType, Generated } from 'kysely'

/** Times are `timestamptz`. */
export type Time = ColumnType<Date, Date | string | undefined, Date | string>
export type MaybeTime = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>

/** The tables of those who sign in, and of what acts for them. */
export interface SignInTables {
  /** The OpenID provider that signs in the people of a Workspace. */
  workspace_sso: {
    workspace_id: string
    issuer: string
    client_id: string
    /** Sealed. */
    secret: Buffer
    required: boolean
    trusted: boolean
    /** When somebody first signed in through it. */
    worked_at: MaybeTime
  }
  /** The domains it answers for; one that is proved is so in one Workspace alone. */
  sso_domains: { workspace_id: string; domain: string; proved_at: MaybeTime }
  /** Sign-ins on their way to a provider and back. */
  sso_sign_ins: {
    /** SHA-256 of the cookie of the browser that began it. */
    hash: Buffer
    /** SHA-256 of what the provider has to bring back. */
    state_hash: Buffer
    workspace_id: string
    sealed: Buffer
    expires_at: Time
  }
  sessions: {
    hash: Buffer
    /** What its person calls it by; it signs nobody in. */
    id: Generated<string>
    person_id: string
    browser: Generated<string>
    /** The issuer of the provider that signed it in; null: a code or a mailed link. */
    via: string | null
    created_at: Time
    /** To the hour. */
    last_used_at: Time
    expires_at: Time
  }
  sign_in_codes: {
    id: Generated<string>
    email: string
    code_hash: Buffer
    /** SHA-256 of the cookie that asked: a code works only where it was asked for. */
    nonce_hash: Buffer
    tries: Generated<number>
    created_at: Time
    expires_at: Time
    used_at: MaybeTime
  }
  oauth: {
    kind: string
    hash: Buffer
    grant_hash: Buffer | null
    alias: Buffer | null
    account: string | null
    client: string | null
    payload: Buffer
    consumed: MaybeTime
    expires: MaybeTime
    /** Of a Grant, from here on: what its person calls it by, where it was consented to, and which build it is if not ours. */
    id: Generated<string>
    created: Time
    browser: Generated<string>
    extension: string | null
    /** As of the session in which it was consented to. */
    via: string | null
    /** To the hour. */
    last_used: MaybeTime
  }
}
