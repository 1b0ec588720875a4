import type { MeasureKind } from '../comments/measure.ts'
import { FACTS_DAYS } from './standing.ts'

/** What a letter about a measure may say, as it stood on the day it was taken. */
export type MeasureFacts = {
  kind: MeasureKind
  pauseMinutes: number | null
  endsAt: Date | null
  strikeCount: number
  decidedCount: number
  /** IANA zone of the paper: the end is said in its time. */
  zone: string
  /** The paper's point of contact (DSA Art. 12); empty where none is given. */
  contact: string
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** "every 30 minutes", "once a day": a pause in the words of a timetable. */
export function sayPause(minutes: number): string {
  if (minutes % 1440 === 0) return plural(minutes / 1440, 'day', 'days')
  if (minutes % 60 === 0) return plural(minutes / 60, 'hour', 'hours')
  return plural(minutes, 'minute', 'minutes')
}

const endWords = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
    .format(at)
    .replace(/(\d):(\d\d)/, '$1.$2')

export function measureSubject(facts: Pick<MeasureFacts, 'kind'>, paper: string): string {
  switch (facts.kind) {
    case 'warning':
      return `Your comments in ${paper}: a warning`
    case 'slow':
      return `Your comments in ${paper}: a pause between them`
    case 'pre':
      return `Your comments in ${paper} are read first`
    case 'suspension':
      return `Your comments in ${paper} are suspended`
    case 'ban':
      return `${paper} takes no more comments from you`
  }
}

/**
 * Why, on which facts, how long, and what can be done: DSA Art. 17(3) and 23. Paragraphs of plain text; what the desk added
 * and the rule's own words are put between by the letter.
 */
export function measureParts(
  facts: MeasureFacts,
  paper: string,
  ruleTitle: string,
): { what: string; facts: string; end: string | null; remedy: string } {
  const until = facts.endsAt && `until ${endWords(facts.endsAt, facts.zone)}`
  const what = {
    warning: `This is a warning from the desk of ${paper}. Nothing changes for you today; if it happens again, the desk may limit your comments.`,
    slow: `The desk takes one comment from you in ${sayPause(facts.pauseMinutes ?? 0)}${until ? `, ${until}` : ''}. One sent sooner is not lost: it stays in the form until it can be sent.`,
    pre: `The desk reads each of your comments before it appears${until ? `, ${until}` : ''}.`,
    suspension: `The desk takes no comments from you ${until ?? 'for the time being'}.`,
    ban: `The desk takes no more comments from this address.`,
  }[facts.kind]
  const end = {
    warning: null,
    slow: until ? 'It ends by itself at that time.' : 'It ends when the desk lifts it.',
    pre: until ? 'It ends by itself at that time.' : 'It ends when the desk lifts it.',
    suspension: 'It ends by itself at that time. What you have published stays where it is.',
    ban: 'It has no end of its own. What you have published stays where it is.',
  }[facts.kind]
  const struck = `${plural(facts.strikeCount, 'breach of the rules counts', 'breaches of the rules count')} against you now`
  return {
    what,
    facts: `The rule it rests on: “${ruleTitle}”. ${struck}; the desk decided ${plural(facts.decidedCount, 'comment', 'comments')} of yours in the last ${FACTS_DAYS} days.`,
    end,
    remedy:
      facts.contact === ''
        ? 'A person decided this, and a person can change it: write to the paper and say what the desk has got wrong. You may also turn to a court, or to a certified body for out-of-court settlement.'
        : `A person decided this, and a person can change it: write to ${facts.contact} and say what the desk has got wrong. You may also turn to a court, or to a certified body for out-of-court settlement.`,
  }
}
