import { invariant } from '../lib/invariant.ts'
import type { Policy } from '../policy/rule.ts'
import { type MeasureFacts, measureParts, measureSubject } from './measure-letter.ts'

/** Everything a letter may say, looked up when it goes, so that it is derived and never typed twice. */
export type LetterKind =
  | 'confirm'
  | 'published'
  | 'rejected'
  | 'removed'
  | 'published_many'
  | 'rejected_many'
  | 'removed_many'
  | 'restored'
  | 'restored_many'
  | 'report_answered'
  | 'sign_in'
  | 'passkey_added'
  | 'measure'
  | 'measure_lifted'

export type LetterFacts = {
  kind: LetterKind
  paper: string
  headline: string
  /** Absolute addresses. */
  links: {
    confirm?: string
    receipt?: string
    report?: string
    comment?: string
    signIn?: string
    account?: string
    record: string
  }
  text: string | null
  printedName: string | null
  ruleId: string | null
  /** What the desk added for the commenter's eyes. */
  words: string | null
  /** Which of the commenter's own words the decision goes by. */
  evidence: readonly string[]
  /** For `report_answered`: what became of the report. */
  outcome: 'upheld' | 'dismissed' | 'lapsed' | null
  count: number
  /** For `measure` and `measure_lifted`: what was taken. */
  measure?: MeasureFacts | undefined
  policy: Pick<Policy, 'rules'>
}

export type Letter = { subject: string; body: string }

/** Plain text throughout: a letter that shows a reader's words must not carry their markup. */
export function composeLetter(facts: LetterFacts): Letter {
  const { paper, headline, links } = facts
  const rule = ruleOf(facts)
  const on = `“${headline}”`
  switch (facts.kind) {
    case 'confirm':
      // Without the words or the name: anybody can type anybody's address, and this letter must not carry their message.
      return letter(facts, `Confirm your comment in ${paper}`, [
        `Somebody, you we hope, has written a comment under ${on} and given this address.`,
        `To send it to the desk, open this page and press the button on it:\n${links.confirm}`,
        'The link works for 48 hours. If it was not you, do nothing: the comment is then deleted and never shown.',
      ])
    case 'published':
      return letter(facts, `Your comment in ${paper} is published`, [
        `Your comment under ${on} is published.`,
        `Read it in its place:\n${links.comment}`,
        `Your receipt, where you can take it back at any time:\n${links.receipt}`,
      ])
    case 'rejected':
      return letter(facts, `Your comment in ${paper} was not published`, [
        `The desk has read your comment under ${on} and refused it under the rule “${rule.title}”.`,
        rule.letterWords,
        cited(facts.evidence),
        facts.words,
        `You may put it in other words and send it once more from your receipt:\n${links.receipt}`,
        quoted(facts.text),
      ])
    case 'removed':
      return letter(facts, `Your comment in ${paper} was taken down`, [
        `The desk has taken down your comment under ${on}. The rule: “${rule.title}”.`,
        rule.letterWords,
        cited(facts.evidence),
        facts.words,
        `Your receipt:\n${links.receipt}`,
        quoted(facts.text),
      ])
    case 'published_many':
      return letter(facts, `${facts.count} of your comments in ${paper} are published`, [
        `The desk has read ${facts.count} of your comments and published them.`,
        'You can take each back at any time, from its receipt.',
      ])
    case 'rejected_many':
      return letter(facts, `${facts.count} of your comments in ${paper} were not published`, [
        `The desk has refused ${facts.count} of your comments, which are much alike. The rule: “${rule.title}”.`,
        rule.letterWords,
        'You may put each in other words and send it once more, from its receipt.',
        `Every decision stands in the public record:\n${links.record}`,
      ])
    case 'removed_many':
      return letter(facts, `${facts.count} of your comments in ${paper} were taken down`, [
        `The desk has taken down ${facts.count} of your comments. The rule: “${rule.title}”.`,
        rule.letterWords,
        `Every decision stands in the public record:\n${links.record}`,
      ])
    case 'restored':
      return letter(facts, `Your comment in ${paper}: the decision was reversed`, [
        `The desk has reversed its decision on your comment under ${on}. Our earlier letter no longer holds.`,
        `Where it stands now:\n${links.receipt}`,
      ])
    case 'restored_many':
      return letter(facts, `Your comments in ${paper} are back`, [
        `The desk has reversed its decision: ${facts.count} of your comments are where they were. Our earlier letter no longer holds.`,
        `Every decision stands in the public record:\n${links.record}`,
      ])
    case 'report_answered':
      return letter(facts, `Your report to ${paper}`, [
        `You reported a comment under ${on}. ${outcomeSentence(facts)}`,
        `Your report’s page:\n${links.report}`,
        'Thank you for helping to keep the conversation readable.',
      ])
    case 'measure':
      return measureLetter(facts, rule)
    case 'measure_lifted':
      return letter(facts, `Your comments in ${paper}: the measure is lifted`, [
        facts.measure?.kind === 'warning'
          ? 'The desk has taken back its warning: it no longer counts. Our earlier letter no longer holds.'
          : 'The desk has lifted what it had taken against your comments: you can write as before. Our earlier letter no longer holds.',
        `Every decision on a comment stands in the public record:\n${links.record}`,
      ])
    case 'sign_in':
      return letter(facts, `Sign in to the desk of ${paper}`, [
        `Open this page and press the button on it. It works once, within 24 hours:\n${links.signIn}`,
        'If you did not ask for it, do nothing, and pass it on to nobody: whoever opens it is you to the desk.',
      ])
    case 'passkey_added':
      return letter(facts, `A passkey was added at the desk of ${paper}`, [
        `A passkey was added to your sign-in at the desk of ${paper}. It opens the desk in your name.`,
        `If it was not you, take it away on this page and tell an administrator at once:\n${links.account}`,
      ])
  }
}

function measureLetter(facts: LetterFacts, rule: { title: string; letterWords: string }): Letter {
  invariant(facts.measure, 'a letter about a measure has one')
  const parts = measureParts(facts.measure, facts.paper, rule.title)
  return letter(facts, measureSubject(facts.measure, facts.paper), [
    parts.what,
    parts.facts,
    rule.letterWords,
    facts.words,
    parts.end,
    parts.remedy,
  ])
}

const letter = (facts: LetterFacts, subject: string, parts: (string | null)[]): Letter => ({
  subject: oneLine(subject),
  body: `${parts.filter((part) => part !== null && part !== '').join('\n\n')}\n\n— ${facts.paper}, the desk\n`,
})

/**
 * A line break in a subject would begin a header of somebody else's choice; `=?` an encoded word (RFC 2047), which the
 * reader's program would show as other words than these.
 */
const oneLine = (text: string): string =>
  text
    .replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g, ' ')
    .replaceAll('=?', '= ?')
    .trim()

const cited = (evidence: readonly string[]): string | null =>
  evidence.length === 0
    ? null
    : `It goes by these words:\n${evidence.map((words) => `> ${words.replace(/\s+/g, ' ')}`).join('\n')}`

const quoted = (text: string | null): string | null =>
  text === null
    ? null
    : `You wrote:\n${text
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n')}`

function ruleOf(facts: LetterFacts): { title: string; letterWords: string } {
  const rule = facts.policy.rules.find((candidate) => candidate.id === facts.ruleId)
  return rule
    ? { title: rule.title, letterWords: rule.letter }
    : { title: facts.ruleId ?? '', letterWords: '' }
}

function outcomeSentence(facts: LetterFacts): string {
  const rule = ruleOf(facts).title
  switch (facts.outcome) {
    case 'upheld':
      return `The desk agreed and the comment is no longer public. The rule it broke: “${rule}”.`
    case 'lapsed':
      return 'Its writer has taken it back before the desk decided, so there is nothing left to decide.'
    default:
      return 'The desk has looked at it and leaves it up: it found no breach of the rules.'
  }
}
