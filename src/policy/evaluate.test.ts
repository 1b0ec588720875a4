import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedEngine } from '../engine.ts'
import { invariant } from '../lib/invariant.ts'
import type { Signal, SignalSet } from '../triage/signal.ts'
import { evaluate } from './evaluate.ts'
import { explainVerdict } from './explain.ts'
import { parsePolicy } from './parse.ts'
import type { Condition, Policy, Rule } from './rule.ts'

const parsed = parsePolicy(readFileSync(join(import.meta.dirname, '../../policies/default.yaml'), 'utf8'))
invariant(parsed.ok, 'the shipped policy reads')
const policy: Policy = parsed.value
const facts = { publishedBefore: 3, language: undefined }

const names = ['a', 'b', 'c']
const condition: fc.Arbitrary<Condition> = fc.letrec<{ c: Condition }>((tie) => ({
  c: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({
      kind: fc.constant('compare' as const),
      of: fc.constant('signal' as const),
      name: fc.constantFrom(...names),
      atLeast: fc.integer({ min: 0, max: 3 }),
    }),
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('c'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), of: tie('c') }),
  ),
})).c

const rule = (id: string, when: Condition, onUnknown: Rule['onUnknown'] = { default: 'hold' }): Rule => ({
  ...(policy.rules[0] as Rule),
  id,
  when,
  onMatch: 'hold',
  onUnknown,
})
const signalSet = (values: Record<string, number | null>): SignalSet => ({
  engine: 'test',
  language: undefined,
  signals: Object.entries(values).map(
    ([name, value]): Signal => ({ name, value, source: 'rule', evidence: [] }),
  ),
})
const values = fc.record(
  Object.fromEntries(names.map((n) => [n, fc.option(fc.integer({ min: 0, max: 3 }), { nil: null })])),
)
const withRules = (...rules: Rule[]): Policy => ({ ...policy, rules })

describe('the policy, evaluated', () => {
  it('lets an ordinary comment through and says nothing', () => {
    const signals = shippedEngine().signalsFor('The crews are right to ask who pays.', {
      recentTexts: [],
      ownRecent: 0,
    })
    const verdict = evaluate(policy, signals, facts)
    expect(verdict.proposes).toBe('publish')
    expect(explainVerdict(policy, verdict, signals)).toEqual([])
  })

  it('holds an outside link under the link rule and shows where it stands', () => {
    const text = 'Read the truth at quay-truth.example today'
    const signals = shippedEngine().signalsFor(text, { recentTexts: [], ownRecent: 0 })
    const verdict = evaluate(policy, signals, facts)
    const match = verdict.matches.find((m) => m.ruleId === 'link')
    expect(verdict.proposes).toBe('hold')
    expect(match?.evidence.map((e) => text.slice(e.start, e.end))).toEqual(['quay-truth.example'])
    expect(explainVerdict(policy, verdict, signals)).toEqual([
      'Outside links: an outside link (quay-truth.example)',
    ])
  })

  it('holds when a check could not run, and says so', () => {
    const signals = shippedEngine().signalsFor('The crews are right to ask who pays.', {})
    const verdict = evaluate(policy, signals, facts)
    expect(verdict.proposes).toBe('hold')
    expect(explainVerdict(policy, verdict, signals)).toEqual([
      'Spam and repeats: could not be checked, so it waits',
    ])
  })

  it('ignores an unknown only in a language for which the rule says so', () => {
    const lenient = withRules(
      rule('a', { kind: 'compare', of: 'signal', name: 'a', atLeast: 1 }, { default: 'hold', uk: 'ignore' }),
    )
    const unknown = signalSet({ a: null })
    expect(evaluate(lenient, unknown, { ...facts, language: 'uk' }).proposes).toBe('publish')
    for (const language of [undefined, 'de', 'constructor', '__proto__'])
      expect(evaluate(lenient, unknown, { ...facts, language }).proposes).toBe('hold')
  })

  it('never publishes what was held because a rule was added', () => {
    fc.assert(
      fc.property(condition, condition, values, (one, two, v) => {
        const before = evaluate(withRules(rule('a', one)), signalSet(v), facts)
        const after = evaluate(withRules(rule('a', one), rule('b', two)), signalSet(v), facts)
        if (before.proposes === 'hold') expect(after.proposes).toBe('hold')
      }),
    )
  })

  it('says nothing it would take back once an unknown becomes known (Kleene)', () => {
    fc.assert(
      fc.property(
        condition,
        values,
        fc.constantFrom(...names),
        fc.integer({ min: 0, max: 3 }),
        (when, v, name, known) => {
          const value = (set: Record<string, number | null>) =>
            evaluate(withRules(rule('a', when)), signalSet(set), facts).matches[0]?.value
          const vague = value({ ...v, [name]: null })
          if (vague !== 'unknown') expect(value({ ...v, [name]: known })).toBe(vague)
        },
      ),
    )
  })

  it('never turns a hold into a publication because a signal failed', () => {
    fc.assert(
      fc.property(condition, values, fc.constantFrom(...names), (when, v, name) => {
        const at = (set: Record<string, number | null>) =>
          evaluate(withRules(rule('a', when)), signalSet(set), facts).proposes
        if (at(v) === 'hold') expect(at({ ...v, [name]: null })).toBe('hold')
      }),
    )
  })
})
