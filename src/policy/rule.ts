/** A test over named signals and facts. An absent signal is unknown, never zero. */
export type Condition =
  | { kind: 'compare'; of: 'signal' | 'fact'; name: string; atLeast?: number; atMost?: number }
  | { kind: 'all' | 'any'; of: Condition[] }
  | { kind: 'not'; of: Condition }

export type Effect = 'hold' | 'flag'
export type OnUnknown = 'hold' | 'ignore'

export type Rule = {
  id: string
  title: string
  /** For readers, beside the form. */
  words: string
  /** For the letter to the commenter whose comment was refused or taken down under it. */
  letter: string
  examples: { breaks: string[]; keeps: string[] }
  /** 1 to 5: how much harm a breach does. */
  severity: number
  /** Absent where only people can tell. */
  when: Condition | undefined
  onMatch: Effect
  /** What a check that could not run does, by ISO 639-1 language; `default` holds for all others. */
  onUnknown: { default: OnUnknown; [language: string]: OnUnknown }
  /** What a refusal or take-down under it counts against its writer, and for how many days; absent: by its severity. */
  strike?: { weight: number; days: number }
  /** The category of the DSA transparency database (schema v2) that a decision under it maps to. */
  legal: string
}

/** What the paper knows of domains and of spam, beside what is measured. */
export type Known = {
  /** Registrable domains that readers may link to, as to the paper's own. */
  allowedDomains: string[]
  deniedDomains: string[]
  /** Strings of spam that came before: compared without case, accents, spaces and signs. */
  spam: string[]
}

export type Policy = {
  /** Of what it says, not of how the file is laid out: the first 12 hex digits of a SHA-256. */
  version: string
  intro: string
  notice: string
  takedown: string
  report: { invite: string; holdAt: number }
  /** Absent where the file does not speak of it. */
  known?: Known
  rules: Rule[]
}

export const legalCategories = [
  'ANIMAL_WELFARE',
  'CONSUMER_INFORMATION',
  'CYBER_VIOLENCE',
  'CYBER_VIOLENCE_AGAINST_WOMEN',
  'DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
  'ILLEGAL_OR_HARMFUL_SPEECH',
  'INTELLECTUAL_PROPERTY_INFRINGEMENTS',
  'NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS',
  'OTHER_VIOLATION_TC',
  'PROTECTION_OF_MINORS',
  'RISK_FOR_PUBLIC_SECURITY',
  'SCAMS_AND_FRAUD',
  'SELF_HARM',
  'UNSAFE_AND_PROHIBITED_PRODUCTS',
  'VIOLENCE',
] as const

/** S9 and S10 of the paper's promise, and what every desk needs beside. A policy may add rules, not drop these. */
export const requiredRuleIds = [
  'obscene',
  'defamatory',
  'inflammatory',
  'personal_attack',
  'link',
  'spam',
  'off_topic',
] as const

/** Each rule is one key at the desk. */
export const MOST_RULES = 9

/** After two years at the most nothing counts against anybody. */
export const LONGEST_STRIKE_DAYS = 730
