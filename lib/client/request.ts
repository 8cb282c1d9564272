import type { Call } from '../contract/call.ts'

export interface CallRequest {
  readonly method: Call['method']
  /** From the service's root, query included. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

/** One flat input taken apart as its row says: what the path names goes there, the rest into query or body. */
export const requestFor = ({ method, path }: Pick<Call, 'method' | 'path'>, input: object): CallRequest => {
  const rest = new Map<string, unknown>(Object.entries(input))
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest.get(name)
    rest.delete(name)
    // Ids alone stand in paths; anything else could lead to another call.
    if (typeof value !== 'string' || !/^[\w-]+$/.test(value)) throw new TypeError(`${path} needs ${name}.`)
    return value
  })
  const accept = { accept: 'application/json' }
  if (method === 'POST')
    return {
      method,
      path: filled,
      headers: { ...accept, 'content-type': 'application/json' },
      body: JSON.stringify(Object.fromEntries(rest)),
    }
  const query = new URLSearchParams()
  for (const [name, value] of rest) if (value !== undefined && value !== null) query.set(name, String(value))
  return { method, path: query.size > 0 ? `${filled}?${query}` : filled, headers: accept, body: undefined }
}
