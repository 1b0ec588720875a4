import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CommentMode } from '../newsroom/article.ts'
import { commentModes } from '../newsroom/article.ts'
import type { RuleMatch, Verdict } from '../policy/verdict.ts'
import { placementOf } from './submission.ts'
import { type Arming, drawUnread, unreadProbability } from './unread.ts'

const now = new Date('2026-11-24T10:00:00Z')
const arming: Arming = {
  id: 7,
  threshold: 0.1,
  auditShare: 0.05,
  engine: 'engine-1',
  policyVersion: 'policy-1',
  armedBy: 3,
  expiresAt: new Date('2026-12-24T10:00:00Z'),
}
const judged = { engine: 'engine-1', policyVersion: 'policy-1', probability: 0.05 }
const never = (): number => {
  throw new Error('nothing was to be drawn')
}
const match = (value: RuleMatch['value'], effect: RuleMatch['effect']): RuleMatch => ({
  ruleId: 'spam',
  value,
  effect,
  evidence: [],
  because: [],
})
const verdict = (proposes: Verdict['proposes'], ...matches: RuleMatch[]): Verdict => ({
  proposes,
  policyVersion: 'policy-1',
  matches,
})

describe('what may go out unread', () => {
  it('is what lies at or below the threshold, and what was drawn for the audit does not', () => {
    expect(drawUnread(arming, judged, () => 0.05, now)).toEqual({ armingId: 7, armedBy: 3, audited: false })
    expect(drawUnread(arming, judged, () => 0.0499, now)).toEqual({ armingId: 7, armedBy: 3, audited: true })
    expect(drawUnread(arming, { ...judged, probability: 0.1 }, () => 0.9, now)).not.toBeNull()
  })

  it.each([
    ['nothing is armed', null, judged],
    ['its time is over', { ...arming, expiresAt: now }, judged],
    ['it lies above', arming, { ...judged, probability: 0.1000001 }],
    ['how likely a breach is, is unknown', arming, { ...judged, probability: null }],
    ['it is no number', arming, { ...judged, probability: Number.NaN }],
    ['another engine measured it', arming, { ...judged, engine: 'engine-2' }],
    ['another policy judged it', arming, { ...judged, policyVersion: 'policy-2' }],
  ])('is nothing where %s', (_, armed, comment) => {
    expect(drawUnread(armed, comment, never, now)).toBeNull()
  })

  it('is nothing that a rule held, flagged, or could not check, also where the policy ignores that', () => {
    expect(unreadProbability(0.01, verdict('publish', match('no', 'none')))).toBe(0.01)
    for (const spoke of [
      match('yes', 'hold'),
      match('yes', 'flag'),
      match('unknown', 'hold'),
      match('unknown', 'none'),
    ])
      expect(unreadProbability(0.01, verdict('publish', match('no', 'none'), spoke))).toBeNull()
    expect(unreadProbability(0.01, verdict('hold'))).toBeNull()
  })

  it('goes out only in pre-moderation and once its address is confirmed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<CommentMode>(...commentModes),
        fc.boolean(),
        fc.constantFrom<Verdict['proposes']>('publish', 'hold'),
        fc.option(fc.record({ armingId: fc.constant(7), armedBy: fc.constant(3), audited: fc.boolean() })),
        (mode, confirmed, proposes, draw) => {
          const placed = placementOf(mode, confirmed, verdict(proposes), () => draw)
          if (placed.draw) expect([mode, confirmed]).toEqual(['pre', true])
          if (placed.draw?.audited) expect(placed).toMatchObject({ state: 'held', queueReason: 'held' })
          if (placed.state === 'published')
            expect(placed.draw ? !placed.draw.audited : mode === 'post' && proposes === 'publish').toBe(true)
          if (!confirmed) expect(placed).toEqual({ state: 'unconfirmed', queueReason: null })
        },
      ),
    )
  })
})
