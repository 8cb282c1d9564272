import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { webApp } from '../../server/webApp.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-test-'))
  mkdirSync(join(folder, 'web', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret'), 'not to be served')
  writeFileSync(join(folder, 'web', 'index.html'), '<!doctype html><title>Rollcall</title>')
  writeFileSync(join(folder, 'web', 'assets', 'app-1a2b.js'), 'export {}')
  writeFileSync(join(folder, 'web', 'assets', 'app-1a2b.js.br'), brotliCompressSync('export {}'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('the built web app', () => {
  const ask = (path: string) => webApp(join(folder, 'web')).request(path)

  it.each(['/', '/groups/0f8f9f8e-0000-4000-8000-000000000000'])('answers %s with its one document', async (path) => {
    const response = await ask(path)
    expect(await response.text()).toContain('<title>Rollcall</title>')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    )
  })

  it('lets files with a hash in their name be kept for ever', async () => {
    const response = await ask('/assets/app-1a2b.js')
    expect(response.headers.get('content-type')).toContain('javascript')
    expect(response.headers.get('cache-control')).toContain('immutable')
  })

  it('hands out what was compressed before to whoever takes it', async () => {
    const app = webApp(join(folder, 'web'))
    const taken = await app.request('/assets/app-1a2b.js', { headers: { 'accept-encoding': 'gzip, br' } })
    expect(taken.headers.get('content-encoding')).toBe('br')
    expect(taken.headers.get('vary')).toBe('Accept-Encoding')
    expect(taken.headers.get('content-type')).toContain('javascript')
    expect(taken.headers.get('cache-control')).toContain('immutable')
    expect(brotliDecompressSync(Buffer.from(await taken.arrayBuffer())).toString()).toBe('export {}')
    const plain = await app.request('/assets/app-1a2b.js')
    expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, 'export {}'])
  })

  it.each([
    '/assets/gone.js',
    '/elsewhere',
    '/../secret',
    '/..%2fsecret',
    '/assets/..%2f..%2fsecret',
    '/%2e%2e/secret',
  ])('has nothing at %s', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })
})

it('says what to do when it is not built', async () => {
  const response = await webApp(join(folder, 'nothing')).request('/')
  expect(response.status).toBe(503)
  expect(await response.text()).toContain('npm run build')
})
