import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkEscalation, hashOfFrozen, LONGEST_NOTE } from './escalation.ts'

describe('handing a comment up', () => {
  it('needs a reason for whoever takes it; sending it back does not', () => {
    expect(checkEscalation({ to: 'legal', note: '' })).toEqual({ code: 'reason_missing' })
    expect(checkEscalation({ to: 'legal', note: 'A named man.' })).toBeUndefined()
    expect(checkEscalation({ to: 'everyone', note: '' })).toBeUndefined()
  })

  it('goes to a senior, to legal, or back, and to nobody else', () => {
    expect(checkEscalation({ to: 'editor', note: 'Why' })).toEqual({ code: 'escalation_unknown' })
  })

  it('takes a note, not a letter', () => {
    expect(checkEscalation({ to: 'senior', note: 'x'.repeat(LONGEST_NOTE + 1) })?.code).toBe('note_too_long')
  })
})

it('what is frozen keeps its hash in whatever order its fields are read back', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (frozen) => {
      const turned = Object.fromEntries(Object.entries(frozen).reverse())
      expect(hashOfFrozen(turned)).toEqual(hashOfFrozen(frozen))
    }),
  )
  expect(hashOfFrozen({ text: 'a' })).not.toEqual(hashOfFrozen({ text: 'b' }))
})
