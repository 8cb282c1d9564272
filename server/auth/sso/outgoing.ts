import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import type { CustomFetch } from 'openid-client'
import { isPublic, PrivateNetwork, publicLookup } from './publicNetwork.ts'

/** More than any document of a provider holds. */
const LONGEST = 1024 * 1024

/**
 * Asks a server whose address somebody typed: nothing in a private network unless that is allowed, no redirects, no
 * shared connections, no endless answers. The platform's fetch does not say where it connects.
 */
export const createOutgoing =
  (privateNetworks: boolean): CustomFetch =>
  async (address, { method, headers, body, signal }) => {
    const url = new URL(address)
    const host = url.hostname.replace(/^\[|\]$/g, '')
    // The look-up is not asked for an address that is written out.
    if (!privateNetworks && isIP(host) && !isPublic(host)) throw new PrivateNetwork('A private address.')
    const ask = url.protocol === 'https:' ? requestHttps : requestHttp
    return await new Promise((resolve, reject) => {
      const lookup = privateNetworks ? {} : { lookup: publicLookup }
      const request = ask(url, { method, headers, agent: false, ...(signal && { signal }), ...lookup })
      request.once('error', (problem) => reject(signal?.aborted ? signal.reason : problem))
      request.once('response', (answer) => readAnswer(answer).then(resolve, reject))
      request.end(body instanceof URLSearchParams ? body.toString() : (body ?? undefined))
    })
  }

const readAnswer = async (answer: IncomingMessage): Promise<Response> => {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of answer) {
    length += part.length
    if (length > LONGEST) {
      answer.destroy()
      throw new Error('The answer is too long.')
    }
    parts.push(part)
  }
  const status = answer.statusCode ?? 502
  const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  )
  const isEmpty = status === 204 || status === 205 || status === 304
  return new Response(isEmpty ? null : Buffer.concat(parts), { status, headers })
}
