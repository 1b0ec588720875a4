import { describe, expect, it } from 'vitest'
import { createSiteReader } from '../triage/site-reader.ts'
import { createTokensOf } from '../triage/tokens.ts'
import { blankLearning, type Judgement, learnJudgements, type Trial } from './learning.ts'
import { movedTexts, readJudgements, reviewRules, reviewTrials } from './learning-review.ts'

const reader = createSiteReader({
  version: 'test',
  tokensOf: createTokensOf({ known: [], offensive: [] }),
  baseLogit: () => -1,
  seenLogit: () => null,
})
const rules = ['spam', 'obscene']

const judgements = Array.from({ length: 24 }, (_, i): Judgement => {
  const broke = i % 2 === 0
  return {
    decisionId: i + 1,
    position: i + 1,
    brokenRule: broke ? 'spam' : null,
    policyVersion: 'v1',
    text: broke ? 'Cheap tiles here' : 'The ferry was late',
    commenterId: i,
    articleId: i,
    decidedAt: new Date('2026-11-24T10:00:00Z'),
  }
})
const { state, trials } = learnJudgements(blankLearning, judgements, reader, () => rules)
const readTexts = readJudgements(judgements, reader)

describe('the words of what was learnt', () => {
  const [spam] = reviewRules(state, rules, readTexts, reader)

  it('are those of the texts that broke the rule, and of those that did not', () => {
    expect(spam?.raises.map(({ word }) => word).sort()).toEqual(['cheap', 'here', 'tiles'])
    expect(spam?.lowers.map(({ word }) => word)).toContain('ferry')
  })

  it('come with the largest change first', () => {
    for (const changes of [spam?.raises ?? [], spam?.lowers ?? []]) {
      const sizes = changes.map(({ change }) => Math.abs(change))
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    }
  })

  it('are not there for a rule of which nothing was learnt', () => {
    expect(reviewRules(state, ['link'], readTexts, reader)).toEqual([])
  })
})

describe('the texts that moved', () => {
  const moved = movedTexts(state, rules, readTexts)

  it('moved towards what was decided', () => {
    expect(moved.length).toBeGreaterThan(0)
    for (const { brokenRule, rule, before, after } of moved)
      expect(after > before, rule).toBe(brokenRule === rule)
  })

  it('are judged only by the rules of which their decision spoke', () => {
    expect(moved.filter(({ brokenRule }) => brokenRule !== null).every(({ rule }) => rule === 'spam')).toBe(
      true,
    )
  })
})

describe('the error', () => {
  const trial = (adjustment: number, broke: boolean): Trial => ({
    decisionId: 1,
    predictions: [{ rule: 'spam', baseLogit: -1, adjustment, broke }],
  })

  it('is the log loss and the share wrong, with and without what was learnt', () => {
    const progress = reviewTrials([trial(2, true), trial(0, false)])
    const loss = (logit: number): number => Math.log1p(Math.exp(-logit))
    expect(progress?.without.logLoss).toBeCloseTo((loss(-1) + loss(1)) / 2, 12)
    expect(progress?.withIt.logLoss).toBeCloseTo(loss(1), 12)
    expect(progress).toMatchObject({ decisions: 2, without: { wrong: 0.5 }, withIt: { wrong: 0 } })
  })

  it('counts even odds as wrong half the time', () => {
    expect(reviewTrials([trial(1, true), trial(1, false), trial(2, true)])?.withIt.wrong).toBeCloseTo(
      1 / 3,
      12,
    )
  })

  it('falls while the same is decided again and again', () => {
    const progress = reviewTrials(trials)
    expect(progress?.decisions).toBe(24)
    expect(progress?.withIt.logLoss).toBeLessThan(progress?.without.logLoss ?? 0)
    expect(progress?.course.withIt.at(-1)).toBeLessThan(progress?.course.withIt[0] ?? 0)
  })

  it('is not known before the first decision', () => {
    expect(reviewTrials([])).toBeUndefined()
    expect(reviewTrials([{ decisionId: 1, predictions: [] }])).toBeUndefined()
  })
})
