import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { serialise } from '../triage/site-learner-bytes.ts'
import { createSiteReader } from '../triage/site-reader.ts'
import { createTokensOf } from '../triage/tokens.ts'
import {
  blankLearning,
  type Judgement,
  learnJudgements,
  nextWeight,
  type Pace,
  TRIALS_KEPT,
} from './learning.ts'

const reader = createSiteReader({
  version: 'test',
  tokensOf: createTokensOf({ known: [], offensive: [] }),
  baseLogit: (_, rule) => (rule === 'unknown' ? null : rule === 'broken' ? Number.NaN : -1),
  seenLogit: () => null,
})
const rules = ['spam', 'obscene', 'unknown', 'broken']

const judgement = (over: Partial<Judgement> = {}): Judgement => ({
  decisionId: 1,
  position: 1,
  brokenRule: null,
  policyVersion: 'v1',
  text: 'The ferry was late.',
  commenterId: 1,
  articleId: 1,
  decidedAt: new Date('2026-11-24T10:00:00Z'),
  ...over,
})

const taught = (...judgements: Judgement[]) => learnJudgements(blankLearning, judgements, reader, () => rules)

describe('a decision', () => {
  it('to publish says that no rule was broken, a refusal that one was and nothing of the others', () => {
    const [publish, reject] = taught(judgement(), judgement({ brokenRule: 'spam' })).trials
    expect(publish?.predictions.map(({ rule, broke }) => [rule, broke])).toEqual([
      ['spam', false],
      ['obscene', false],
    ])
    expect(reject?.predictions.map(({ rule, broke }) => [rule, broke])).toEqual([['spam', true]])
  })

  it('teaches nothing under a rule of which the engine does not know', () => {
    expect([...taught(judgement()).state.rules.keys()]).toEqual(['spam', 'obscene'])
  })

  it('is predicted by what was learnt before it, not by itself', () => {
    const { trials } = taught(
      judgement({ decisionId: 1, brokenRule: 'spam' }),
      judgement({ decisionId: 2, brokenRule: 'spam' }),
    )
    expect(trials[0]?.predictions[0]?.adjustment).toBe(0)
    expect(trials[1]?.predictions[0]?.adjustment).toBeGreaterThan(0)
  })

  it('is remembered among the newest, and counted with all', () => {
    const many = Array.from({ length: TRIALS_KEPT + 5 }, (_, i) => judgement({ decisionId: i + 1 }))
    const learning = taught(...many)
    expect(learning.trials.map(({ decisionId }) => decisionId)).toEqual(
      many.slice(5).map(({ decisionId }) => decisionId),
    )
    expect(learning).toMatchObject({ decisionCount: TRIALS_KEPT + 5, lastDecisionId: TRIALS_KEPT + 5 })
  })
})

describe('how much a decision counts', () => {
  const weights = (list: Partial<Judgement>[]): number[] => {
    const pace: Pace = { day: '', commenters: {}, articles: {} }
    return list.map((over) => nextWeight(pace, judgement(over)))
  }

  it('falls with each of the same commenter within a day, and not with those of others', () => {
    expect(weights([1, 1, 1, 2].map((commenterId, articleId) => ({ commenterId, articleId })))).toEqual([
      1,
      1 / 2,
      1 / 3,
      1,
    ])
  })

  it('falls with each under the same article, more slowly', () => {
    expect(weights([1, 2, 3, 4].map((commenterId) => ({ commenterId })))).toEqual([
      1,
      1 / Math.sqrt(2),
      1 / Math.sqrt(3),
      1 / 2,
    ])
  })

  it('is whole again the next day', () => {
    const next = new Date('2026-11-25T00:00:00Z')
    expect(weights([{}, {}, { decidedAt: next }, { decidedAt: next }])).toEqual([1, 1 / 2, 1, 1 / 2])
  })

  it('grows no faster than the logarithm of what one commenter sends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), (sent) => {
        const total = weights(Array.from({ length: sent }, (_, articleId) => ({ articleId }))).reduce(
          (sum, weight) => sum + weight,
        )
        expect(total).toBeLessThanOrEqual(1 + Math.log(sent))
      }),
      { numRuns: 30 },
    )
  })
})

it('learning in parts is learning at once', () => {
  const any = fc.record({
    brokenRule: fc.constantFrom(null, 'spam', 'obscene'),
    commenterId: fc.integer({ min: 1, max: 4 }),
    articleId: fc.integer({ min: 1, max: 3 }),
    text: fc.constantFrom('The ferry was late.', 'Buy tiles now!', 'Who pays?'),
    decidedAt: fc.integer({ min: 0, max: 3 * 86_400_000 }).map((ms) => new Date(1_795_000_000_000 + ms)),
  })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 20 }), fc.nat(20), (list, cut) => {
      const judgements = list.map((over, i) => judgement({ ...over, decisionId: i + 1, position: i + 1 }))
      const inParts = learnJudgements(
        taught(...judgements.slice(0, cut)),
        judgements.slice(cut),
        reader,
        () => rules,
      )
      const { state: one, ...rest } = inParts
      const { state: other, ...others } = taught(...judgements)
      expect(rest).toEqual(others)
      expect(serialise(one).equals(serialise(other))).toBe(true)
    }),
    { numRuns: 40 },
  )
})
