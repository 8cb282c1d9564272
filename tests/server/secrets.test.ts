import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSecrets } from '../../server/secrets.ts'

const ours = createSecrets('a secret of at least 32 characters, ours')
const theirs = createSecrets('a secret of at least 32 characters, theirs')
const generations = fc.integer({ min: 1, max: 2 ** 31 - 1 })

describe('a token', () => {
  it('is read back as what it was made for, and nothing else', () => {
    fc.assert(
      fc.property(fc.uuid(), generations, generations, (id, generation, other) => {
        const token = ours.signToken('invitation', id, generation)
        expect(token).toMatch(/^[\w-]{64}$/)
        const read = ours.readToken('invitation', token)
        expect(read?.id).toBe(id)
        expect(read?.isOf(generation)).toBe(true)
        expect(read?.isOf(other)).toBe(other === generation)
        expect(ours.readToken('link', token)?.isOf(generation)).toBe(false)
        expect(theirs.readToken('invitation', token)?.isOf(generation)).toBe(false)
      }),
    )
  })

  it('does not survive a changed letter', () => {
    const letters = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 0, max: 63 }), letters, (id, at, letter) => {
        const token = ours.signToken('link', id, 1)
        fc.pre(token[at] !== letter)
        const changed = token.slice(0, at) + letter + token.slice(at + 1)
        expect(ours.readToken('link', changed)?.isOf(1)).toBe(false)
      }),
    )
  })

  it('is not read from anything of another form', () => {
    fc.assert(fc.property(fc.string(), (text) => void expect(ours.readToken('link', text)).toBe(null)))
  })
})

describe('a seal', () => {
  it('opens for its purpose and its secret alone, and not when a bit was changed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), (plain, bit) => {
        const sealed = ours.seal('signInCode', plain)
        expect(ours.open('signInCode', sealed)).toEqual(Buffer.from(plain))
        expect(ours.open('oauth', sealed)).toBe(null)
        expect(theirs.open('signInCode', sealed)).toBe(null)
        const at = bit % (sealed.length * 8)
        const changed = Buffer.from(sealed)
        changed.writeUInt8((changed[at >> 3] ?? 0) ^ (1 << (at & 7)), at >> 3)
        expect(ours.open('signInCode', changed)).toBe(null)
      }),
    )
  })

  it('is different each time, and too short ones are none', () => {
    expect(ours.seal('x', Buffer.from('same'))).not.toEqual(ours.seal('x', Buffer.from('same')))
    for (const length of [0, 1, 27]) expect(ours.open('x', Buffer.alloc(length))).toBe(null)
  })
})

it('keys differ by purpose and by secret, and stay the same', () => {
  expect(ours.keyFor('a')).toEqual(createSecrets('a secret of at least 32 characters, ours').keyFor('a'))
  expect(ours.keyFor('a')).not.toEqual(ours.keyFor('b'))
  expect(ours.keyFor('a')).not.toEqual(theirs.keyFor('a'))
  expect(ours.keyFor('a')).toHaveLength(32)
})
