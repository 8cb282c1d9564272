import { describe, expect, it } from 'vitest'
import { addressFrom } from '../../../../server/auth/sso/addressFrom.ts'

/** Google gives accounts to anybody, also under a school's address: whoever left keeps one. */
describe('what Google says of somebody', () => {
  const claims = { email: 'Sam@northgate.example', email_verified: true, name: 'Sam Lee' }
  const of = (issuer: string, more: object) =>
    addressFrom({ ...claims, ...more }, { issuer, trusted: false, domains: ['northgate.example', 'southgate.example'] })
      .state

  it.each(['https://accounts.google.com', 'https://accounts.google.com/'])(
    'counts within its organisation: %s',
    (issuer) => {
      expect(of(issuer, { hd: 'northgate.example' })).toBe('ok')
      for (const more of [{}, { hd: 'southgate.example' }, { hd: 'evil.example' }, { hd: true }])
        expect(of(issuer, more)).toBe('otherDomain')
    },
  )

  it('is not asked of other providers', () => {
    expect(of('https://login.northgate.example', {})).toBe('ok')
  })
})
