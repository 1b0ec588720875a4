import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parsePolicy } from '../policy/parse.ts'
import type { RuleMatch, Verdict } from '../policy/verdict.ts'
import type { SignalSet } from '../triage/signal.ts'
import { worstRuleOf } from './worst-rule.ts'

const parsed = parsePolicy(readFileSync(new URL('../../policies/default.yaml', import.meta.url), 'utf8'))
const rules = parsed.ok ? parsed.value.rules : []

const measured = (values: Record<string, number | null>): SignalSet => ({
  engine: 'test',
  language: 'en',
  signals: rules.map(({ id }) => ({
    name: `${id}.probability`,
    value: Object.hasOwn(values, id) ? (values[id] ?? null) : 0.01,
    source: 'linear',
    evidence: [],
  })),
})
const saying = (ruleId: string, over: Partial<RuleMatch>): Verdict => ({
  proposes: 'hold',
  policyVersion: 'v1',
  matches: [{ ruleId, value: 'yes', effect: 'hold', evidence: [], because: [], ...over }],
})
const worst = (signals: SignalSet | undefined, verdict: Verdict | null, isPublic = true) =>
  worstRuleOf(rules, { signals, verdict, isPublic })
const silent: Verdict = { proposes: 'publish', policyVersion: 'v1', matches: [] }

it('a threat at 40 % outweighs an obscenity at 70 %', () => {
  expect(worst(measured({ obscene: 0.7, inflammatory: 0.4 }), silent)).toEqual({
    ruleId: 'inflammatory',
    probability: 0.4,
    severity: 5,
  })
})

it('a rule that matched by more than an estimate counts as likely as not', () => {
  expect(worst(measured({}), saying('spam', {}))).toEqual({
    ruleId: 'spam',
    probability: 0.5,
    severity: 2,
  })
})

it('a rule that could not be checked counts a tenth, and the gravest such rule is named', () => {
  const unknown = Object.fromEntries(rules.map(({ id }) => [id, null]))
  expect(worst(measured(unknown), silent)).toEqual({
    ruleId: 'inflammatory',
    probability: 0.1,
    severity: 5,
  })
})

it('a comment that nothing measured counts like one that could not be checked', () => {
  expect(worst(undefined, null).probability).toBe(0.1)
})

it('a rule that only people can apply is never the worst', () => {
  expect(worst(measured({ off_topic: 1 }), silent).ruleId).not.toBe('off_topic')
})

it('an estimate out of its bounds is put back into them', () => {
  expect(worst(measured({ inflammatory: 7 }), silent).probability).toBe(1)
  expect(worst(measured({ inflammatory: Number.NaN }), silent).probability).toBe(0.1)
})

it('of held comments that no rule spoke of, none can be told from another: an audit may be among them', () => {
  const low = worst(measured({}), silent, false)
  expect(low).toEqual(worst(measured({ inflammatory: 0.59 }), silent, false))
  expect(low.ruleId).toBe('')
})

it('a held comment that a rule spoke of is weighed as a public one', () => {
  const signals = measured({ inflammatory: 0.8 })
  const verdict = saying('inflammatory', {})
  expect(worst(signals, verdict, false)).toEqual(worst(signals, verdict, true))
})
