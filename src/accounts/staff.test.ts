import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roles, type StaffAct, type StaffChange, staffMay, whyNotChange } from './staff.ts'

it.each<[StaffAct, string]>([
  ['decide', 'moderator senior editor administrator'],
  ['take_down_comment', 'moderator senior editor administrator'],
  ['reverse_others', 'senior editor administrator'],
  ['take_down_commenter', 'senior editor administrator'],
  ['edit_articles', 'editor administrator'],
  ['take_down_everything', 'editor administrator'],
  ['manage_staff', 'administrator'],
  ['manage_paper', 'administrator'],
  ['keep_own_sign_in', 'moderator senior editor administrator'],
  ['manage_keys', 'administrator'],
])('%s: %s', (act, who) => {
  expect(roles.filter((role) => staffMay(act, { role })).join(' ')).toBe(who)
})

describe('a change of a colleague', () => {
  const asha = { id: 1, role: 'moderator', gone: false } as const
  const ines = { id: 4, role: 'administrator', gone: false } as const
  const why = (change: StaffChange, member: Parameters<typeof whyNotChange>[1], others = 1, staffId = 9) =>
    whyNotChange(change, member, { staffId, otherAdministrators: others })?.code

  it('may raise, lower, limit, send away and take back', () => {
    expect(why({ act: 'role', role: 'senior' }, asha)).toBeUndefined()
    expect(why({ act: 'role', role: 'editor' }, ines)).toBeUndefined()
    expect(why({ act: 'sections', sectionIds: [2] }, asha)).toBeUndefined()
    expect(why({ act: 'deactivate' }, asha)).toBeUndefined()
    expect(why({ act: 'reactivate' }, { ...asha, gone: true })).toBeUndefined()
  })

  it('is never one of the own role or access', () => {
    expect(why({ act: 'role', role: 'editor' }, ines, 3, ines.id)).toBe('own_role')
    expect(why({ act: 'deactivate' }, ines, 3, ines.id)).toBe('own_role')
  })

  it('never leaves the paper without an administrator', () => {
    const members = fc.record({
      id: fc.nat(9),
      role: fc.constantFrom(...roles),
      gone: fc.boolean(),
    })
    const changes: fc.Arbitrary<StaffChange> = fc.oneof(
      fc.constantFrom(...roles).map((role) => ({ act: 'role' as const, role })),
      fc.constantFrom({ act: 'deactivate' as const }, { act: 'reactivate' as const }),
    )
    fc.assert(
      fc.property(members, changes, fc.nat(9), (member, change, staffId) => {
        if (member.role !== 'administrator' || member.gone) return
        const keeps = change.act === 'role' && change.role === 'administrator'
        expect(keeps || why(change, member, 0, staffId) !== undefined).toBe(true)
      }),
    )
  })

  it('does not limit an editor, who answers for the whole paper', () => {
    expect(why({ act: 'sections', sectionIds: [2] }, ines)).toBe('section_missing')
    expect(why({ act: 'sections', sectionIds: [] }, ines)).toBeUndefined()
  })

  it('of somebody who has left is only that they come back', () => {
    const gone = { ...asha, gone: true }
    expect(why({ act: 'role', role: 'senior' }, gone)).toBe('staff_state')
    expect(why({ act: 'deactivate' }, gone)).toBe('staff_state')
    expect(why({ act: 'reactivate' }, asha)).toBe('staff_state')
  })
})
