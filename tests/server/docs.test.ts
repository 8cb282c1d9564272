import { afterAll, beforeAll, expect, it } from 'vitest'
import { callNames, calls } from '../../lib/contract/index.ts'
import { openApi } from '../../server/docs/openApi.ts'
import { startService, type TestService } from '../helpers/service.ts'

let rollcall: TestService
beforeAll(async () => {
  rollcall = await startService()
})
afterAll(() => rollcall.stop())

const document = openApi('https://groups.example.edu')
const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods))

it('the document has every call of the contract, each under its method and path', () => {
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual([...callNames].sort())
  for (const name of callNames) {
    const path = calls[name].path.replace(/:(\w+)/g, '{$1}')
    expect(document.paths[path]?.[calls[name].method.toLowerCase()]?.operationId).toBe(name)
  }
})

it('each parameter of a path is declared, and stands in no body', () => {
  for (const [path, methods] of Object.entries(document.paths))
    for (const { parameters, requestBody } of Object.values(methods)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(inPath)
      const body = Object.keys(requestBody?.content['application/json'].schema.properties ?? {})
      expect(body.filter((name) => inPath.includes(name))).toEqual([])
    }
})

it('every part that is spoken of is there', () => {
  const spokenOf = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name]) => name,
  )
  expect(spokenOf.length).toBeGreaterThan(50)
  for (const name of spokenOf) expect(Object.keys(document.components.schemas)).toContain(name)
})

it('a call says what it takes, what it answers and how it refuses', () => {
  const send = document.paths['/api/groups/{groupId}/invitations']?.post
  expect(send?.parameters).toEqual([
    { name: 'groupId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
  ])
  expect(send?.requestBody?.content['application/json'].schema).toMatchObject({
    required: ['key', 'batch', 'origin', 'people'],
    properties: { people: { minItems: 1, maxItems: 500, items: { $ref: '#/components/schemas/PersonToInvite' } } },
  })
  expect(Object.keys(send?.responses ?? {})).toEqual([
    '200',
    '401',
    '403',
    '404',
    '409',
    '413',
    '422',
    '429',
    '500',
    '503',
  ])
})

it('is served to machines, and to people as a page that loads nothing from elsewhere', async () => {
  const served = await fetch(`${rollcall.url}/openapi.json`)
  expect(await served.json()).toEqual(JSON.parse(JSON.stringify(openApi(rollcall.url))))
  const response = await fetch(`${rollcall.url}/docs`)
  const page = await response.text()
  for (const name of callNames) expect(page).toContain(`<h2>${name}</h2>`)
  expect(page).not.toContain('<script')
  expect([...page.matchAll(/(?:src|href)="(https?:[^"]*)"/g)]).toEqual([])
  expect(response.headers.get('content-security-policy')).not.toContain('unsafe')
  expect((await fetch(`${rollcall.url}/docs/style.css`)).headers.get('content-type')).toContain('text/css')
})
