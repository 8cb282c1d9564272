/**
 * Every way the service can refuse, by code. `status` is the HTTP status; `title` says in one sentence what happened.
 * What the person can do about it is said by the client, in the person's language, by the code.
 * On the wire: RFC 9457 `application/problem+json` `{type, title, status, code, detail?, errors?}`.
 */
export const problems = {
  notUnderstood: { status: 422, title: 'The request has a part that the service does not understand.' },
  badName: { status: 422, title: 'A name is one line of at most 80 letters, without a link or an address in it.' },
  signedOut: { status: 401, title: 'Nobody is signed in.' },
  notAllowed: { status: 403, title: 'Your role does not allow this.' },
  notFound: { status: 404, title: 'This does not exist, or is not yours to see.' },
  keyReused: { status: 409, title: 'This idempotency key was used for another request.' },
  lastOwner: { status: 409, title: 'The last Owner cannot leave or be given another role.' },
  inherited: { status: 409, title: 'They are here through a Group around this one, or through the Workspace.' },
  archived: { status: 409, title: 'This Group is archived; nothing in it changes until it is brought back.' },
  parentClosed: { status: 409, title: 'A Group around this one is archived or deleted.' },
  insideItself: { status: 409, title: 'A Group cannot be moved into itself.' },
  tooDeep: { status: 409, title: 'Groups are not nested deeper than this.' },
  notAlone: { status: 409, title: 'Somebody else is in this Group, or invited.' },
  notConfirmed: { status: 409, title: 'What was typed to confirm this is not right.' },
  incomplete: { status: 409, title: 'The roster was not read whole, so nobody is removed.' },
  shrinks: { status: 409, title: 'More than a tenth of those who came from the roster would go at once.' },
  overQuota: { status: 409, title: 'This Workspace has as much of it as it may have.' },
  tooLarge: { status: 413, title: 'The request is too large.' },
  tooMany: { status: 429, title: 'Too many requests; wait a little.' },
  busy: { status: 503, title: 'The service is busy; try again in a moment.' },
  internal: { status: 500, title: 'The service could not do this.' },
} as const satisfies Record<string, { status: number; title: string }>

/** Why the service refuses. Stable: clients and people's words go by it. */
export type ProblemCode = keyof typeof problems

/** What a client can meet besides the service's own refusals: there was no answer, or it was not the service's. */
export type ClientProblemCode = 'unreachable' | 'slow' | 'notTheService' | 'versionMismatch'

/** An expected failure of a call. Thrown by the client and, inside the service, by handlers. */
export class CallProblem extends Error {
  readonly code: ProblemCode | ClientProblemCode
  readonly detail: string | undefined
  /** Seconds to wait, where the service said so. */
  readonly retryAfter: number | undefined

  constructor(code: ProblemCode | ClientProblemCode, detail?: string, retryAfter?: number) {
    super(detail ?? (code in problems ? problems[code as ProblemCode].title : code))
    this.name = 'CallProblem'
    this.code = code
    this.detail = detail
    this.retryAfter = retryAfter
  }
}

/** Failures that pass by themselves: the same request can be sent again. */
export const passing: ReadonlySet<string> = new Set([
  'unreachable',
  'slow',
  'notTheService',
  'busy',
  'tooMany',
  'internal',
])
