import { describe, expect, it } from 'vitest'
import { checkService, serviceAddress } from '../../../lib/auth/serviceAddress.ts'

describe('a typed address', () => {
  it.each<[string, string | null]>([
    ['https://groups.school.edu', 'https://groups.school.edu'],
    [' https://Groups.School.edu/some/page?x=1#y ', 'https://groups.school.edu'],
    ['groups.school.edu', 'https://groups.school.edu'],
    ['groups.school.edu:8443/', 'https://groups.school.edu:8443'],
    ['http://127.0.0.1:4710', 'http://127.0.0.1:4710'],
    ['127.0.0.1:4710', 'http://127.0.0.1:4710'],
    ['localhost:4710', 'http://localhost:4710'],
    ['localhost', 'http://localhost'],
    ['http://[::1]:4710', 'http://[::1]:4710'],
    ['[::1]:4710', 'http://[::1]:4710'],
    ['http://groups.school.edu', null],
    ['http://127.0.0.1.evil.example', null],
    ['https://ada:secret@groups.school.edu', null],
    ['ftp://groups.school.edu', null],
    ['javascript:alert(1)', null],
    ['chrome-extension://abc/', null],
    ['rollcall', null],
    ['', null],
    ['   ', null],
    ['a b', null],
  ])('%s', (typed, address) => expect(serviceAddress(typed)).toBe(address))
})

describe('what answers there', () => {
  const json = (body: unknown, status = 200) =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

  it.each<[string, () => Response | Promise<Response>, string]>([
    ['a web page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } }), 'notTheService'],
    ['a page that is missing', () => new Response('', { status: 404 }), 'notTheService'],
    ['another service', () => json({ ok: true }), 'notTheService'],
    ['a list', () => json([]), 'notTheService'],
    ['a later service', () => json({ service: 'rollcall', contract: 2, ok: true }), 'versionMismatch'],
    ['a service whose store is down', () => json({ service: 'rollcall', contract: 1, ok: false }, 503), 'busy'],
    ['nothing', () => Promise.reject(new TypeError('Failed to fetch')), 'unreachable'],
  ])('%s', async (_, answer, code) => {
    await expect(checkService(async () => answer(), 'https://x.example')).rejects.toMatchObject({ code })
  })

  it('is a Rollcall service', async () => {
    const asked: string[] = []
    await checkService(async (url) => {
      asked.push(String(url))
      return json({ service: 'rollcall', contract: 1, ok: true })
    }, 'https://x.example')
    expect(asked).toEqual(['https://x.example/healthz'])
  })
})
