import type { Evidence } from '../triage/signal.ts'

/** Kleene's third value: a check that could not run says neither yes nor no. */
export type Ternary = 'yes' | 'no' | 'unknown'

/** What is known about the comment beside its words. */
export type Facts = {
  /** Undefined where history could not be read. */
  publishedBefore: number | undefined
  /** ISO 639-1 of the words, or undefined. */
  language: string | undefined
}

export type RuleMatch = {
  ruleId: string
  /** Whether the rule's condition holds. */
  value: Ternary
  /** What follows from it: hold the comment, only flag it to the desk, or nothing. */
  effect: 'hold' | 'flag' | 'none'
  evidence: Evidence[]
  /** The signals behind it, for the desk. */
  because: string[]
}

/** What the machine proposes; never a decision. */
export type Verdict = { proposes: 'publish' | 'hold'; policyVersion: string; matches: RuleMatch[] }
