import { createHmac, randomBytes } from 'node:crypto'
import { isSame } from '../hooks/isSame.ts'
import type { Secrets } from '../secrets.ts'

/**
 * What a browser keeps that has signed in with an address. It signs nobody in: it is counted by itself when codes are
 * asked for, so that strangers who ask for codes to an address do not keep its owner from one.
 */
export const knownBrowser = (secrets: Pick<Secrets, 'keyFor'>, email: string): string => {
  const id = randomBytes(12).toString('base64url')
  return `${id}.${proof(secrets, id, email)}`
}

/** The id of the browser, where it has signed in with this address. */
export const knownBrowserId = (
  secrets: Pick<Secrets, 'keyFor'>,
  kept: string | undefined,
  email: string,
): string | undefined => {
  const [id, given] = kept?.split('.') ?? []
  return id && given && isSame(given, proof(secrets, id, email)) ? id : undefined
}

const proof = (secrets: Pick<Secrets, 'keyFor'>, id: string, email: string) =>
  createHmac('sha256', secrets.keyFor('knownBrowser')).update(`${id}.${email}`).digest('base64url')
