import * as z from 'zod/mini'
import { type CallName, callNames, calls } from '../../lib/contract/calls.ts'
import { type ProblemCode, problems } from '../../lib/contract/errors.ts'
import { CONTRACT_VERSION } from '../../lib/contract/limits.ts'
import {
  Group,
  KnownAddress,
  Me,
  MemberRow,
  Outcome,
  PersonToInvite,
  ShareLink,
  Workspace,
  WorkspaceOutcome,
  WorkspacePerson,
  WorkspaceSettings,
} from '../../lib/contract/schemas.ts'

/** A JSON Schema, as far as this file and the page look into one. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
}

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly schema: Schema
}

/** One call, in the words of OpenAPI. */
export interface Operation {
  readonly operationId: string
  readonly summary: string
  /** The permission in the contract. */
  readonly 'x-allow': string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: {
    readonly required: true
    readonly content: { readonly 'application/json': { schema: Schema } }
  }
  readonly responses: Readonly<Record<string, object>>
}

/** Refusals that every call can give. */
const common: readonly ProblemCode[] = ['signedOut', 'notFound', 'notUnderstood', 'tooMany', 'busy', 'internal']

const names = z.registry<{ id: string }>()
for (const [id, schema] of Object.entries({
  Group,
  KnownAddress,
  Me,
  MemberRow,
  Outcome,
  PersonToInvite,
  ShareLink,
  Workspace,
  WorkspaceOutcome,
  WorkspacePerson,
  WorkspaceSettings,
}))
  names.add(schema, { id })

const components: Record<string, Schema> = {
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'code'],
    properties: {
      type: { type: 'string', format: 'uri' },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string', enum: Object.keys(problems) },
      detail: { type: 'string' },
      errors: {
        type: 'array',
        items: { type: 'object', properties: { path: { type: 'string' }, rule: { type: 'string' } } },
      },
    },
  },
}

/** The schema as OpenAPI wants it: named parts go to `components`. */
const write = (schema: z.core.$ZodType, io: 'input' | 'output'): Schema => {
  const {
    $schema: _,
    $defs = {},
    ...written
  } = z.toJSONSchema(schema, {
    io,
    metadata: names,
    override: ({ jsonSchema }) => {
      // The format says it, and the pattern is longer than everything else.
      if (jsonSchema.format === 'uuid') delete jsonSchema.pattern
      // A later version may say more; a client reads past what it does not know.
      delete jsonSchema.additionalProperties
    },
  })
  const text = (value: unknown) => JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/')
  for (const [name, part] of Object.entries($defs)) components[name] = JSON.parse(text(part))
  return JSON.parse(text(written))
}

const operation = (name: CallName): Operation => {
  const { input, output, path, method, summary, allow, refuses } = calls[name]
  const { properties = {}, required = [] } = write(input, 'input')
  const inPath = new Set([...path.matchAll(/:(\w+)/g)].map(([, parameter]) => parameter))
  const rest = Object.entries(properties).filter(([property]) => !inPath.has(property))
  const parameter = (place: Parameter['in'], [property, schema]: [string, Schema]): Parameter => ({
    name: property,
    in: place,
    required: required.includes(property),
    schema,
  })
  const body = {
    type: 'object',
    properties: Object.fromEntries(rest),
    required: required.filter((property) => !inPath.has(property)),
  }
  const travelsInBody = method === 'POST'
  return {
    operationId: name,
    summary,
    'x-allow': allow,
    parameters: [
      ...Object.entries(properties)
        .filter(([property]) => inPath.has(property))
        .map((entry) => parameter('path', entry)),
      ...(travelsInBody ? [] : rest.map((entry) => parameter('query', entry))),
    ],
    ...(travelsInBody && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      200: { description: 'Done.', content: { 'application/json': { schema: write(output, 'output') } } },
      ...refusals([...common, ...refuses]),
    },
  }
}

/** One answer per status: several codes can share one. */
const refusals = (codes: readonly ProblemCode[]): Record<string, object> => {
  const byStatus = Object.groupBy(codes, (code) => problems[code].status)
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, sharing = []]) => [
      status,
      {
        description: sharing.map((code) => `${code}: ${problems[code].title}`).join(' '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

export interface OpenApi {
  readonly openapi: '3.1.0'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly servers: readonly { readonly url: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>>; readonly securitySchemes: object }
  readonly security: readonly object[]
}

/** The contract table as an OpenAPI document. */
export const openApi = (publicUrl: string): OpenApi => {
  const paths: Record<string, Record<string, Operation>> = {}
  for (const name of callNames) {
    const { path, method } = calls[name]
    const place = path.replace(/:(\w+)/g, '{$1}')
    paths[place] = { ...paths[place], [method.toLowerCase()]: operation(name) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rollcall group service',
      version: String(CONTRACT_VERSION),
      description: 'Workspaces, Groups, invitations and share links. Refusals are RFC 9457 problems with a code.',
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        signIn: {
          type: 'oauth2',
          flows: {
            authorizationCode: {
              authorizationUrl: `${publicUrl}/oauth/authorize`,
              tokenUrl: `${publicUrl}/oauth/token`,
              scopes: { rollcall: 'Act as the person who signed in.' },
            },
          },
        },
      },
    },
    security: [{ signIn: ['rollcall'] }],
  }
}
