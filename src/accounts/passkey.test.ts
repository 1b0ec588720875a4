import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countGoesOn, relyingPartyOf } from './passkey.ts'

describe('whom a passkey answers to', () => {
  it.each([
    ['https://comments.example.org', 'comments.example.org'],
    ['https://comments.example.org:8443', 'comments.example.org'],
    ['http://localhost:4000', 'localhost'],
    ['http://desk.localhost:4000', 'desk.localhost'],
  ])('%s is known by %s', (origin, id) => {
    expect(relyingPartyOf(origin)).toEqual({ id, origin })
  })

  it.each(['http://127.0.0.1:4000', 'http://[::1]:4000', 'https://192.0.2.7', 'http://comments.example.org'])(
    'on %s browsers make none, so none are offered',
    (origin) => {
      expect(relyingPartyOf(origin)).toBeUndefined()
    },
  )
})

describe('the count of an authenticator', () => {
  const count = fc.nat(2 ** 31)
  it('goes on only where it grows, or where it never counts', () => {
    fc.assert(
      fc.property(count, count, (before, now) => {
        expect(countGoesOn(before, now)).toBe(now > before || (now === 0 && before === 0))
      }),
    )
  })

  it('that stood still, or fell to nothing, is a copy', () => {
    expect([countGoesOn(7, 7), countGoesOn(7, 6), countGoesOn(7, 0), countGoesOn(0, 0)]).toEqual([
      false,
      false,
      false,
      true,
    ])
  })
})
