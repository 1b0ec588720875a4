import type { Role } from '../../src/accounts/staff.ts'
import type { CurvePoint } from '../../src/desk/unread-curve.ts'
import type { ArmingRecord } from '../../src/desk/unread-store.ts'
import type { DeskUnreadProps } from '../../src/web/pages/desk-unread-page.ts'
import { frame, NOW } from './desk-samples.ts'

export const points: CurvePoint[] = [0.2, 0.4].map((share) => ({
  share,
  threshold: share / 2,
  missed: { value: share / 8, low: share / 16, high: share / 4 },
  breaching: { value: share / 50, low: share / 100, high: share / 25 },
}))

export const arming = (words: string, more: Partial<ArmingRecord> = {}): ArmingRecord => ({
  id: 4,
  threshold: 0.2,
  auditShare: 0.05,
  engine: words,
  policyVersion: words,
  armedBy: 1,
  expiresAt: NOW,
  point: points[1] as CurvePoint,
  source: 'shipped',
  decisionCount: 1674,
  armedByName: words,
  armedAt: NOW,
  endedAt: null,
  endedWhy: null,
  endedByName: null,
  ...more,
})

/** The page with the same words in every slot that is filled from outside; nothing armed and a share chosen. */
export const unread = (words: string, role: Role = 'editor'): DeskUnreadProps => ({
  frame: frame(words, role),
  mayArm: role === 'editor',
  state: null,
  armings: [arming(words, { endedAt: NOW, endedWhy: 'staff', endedByName: words })],
  own: 12,
  inHand: { source: 'shipped', curve: { decisions: 1674, breaches: 433, points }, breachShare: 0.1 },
  chosen: points[0],
  typed: { percent: words, audit: words, name: words },
  refusal: { sentence: words, field: 'name' },
  unread: [
    {
      commentId: 412,
      excerpt: words,
      printedName: words,
      headline: words,
      state: 'published',
      publishedAt: NOW,
    },
    { commentId: 413, excerpt: null, printedName: null, headline: words, state: 'removed', publishedAt: NOW },
  ],
})

export const armed = (words: string): DeskUnreadProps => ({
  ...unread(words),
  state: {
    arming: arming(words),
    audit: { drawn: 3, read: 2, breaches: 1 },
    out: { published: 40, takenDown: 1 },
    finding: 'more',
  },
  armings: [arming(words)],
})
