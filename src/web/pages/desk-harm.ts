import {
  DOUBLING_SECONDS,
  type ExpectedHarm,
  type HarmLevel,
  type HarmTerm,
  headStartOf,
  levelOf,
} from '../../desk/expected-harm.ts'
import { REPORT_HOURS } from '../../desk/report.ts'
import { type Html, html } from '../../lib/html.ts'
import { REQUEST_MINUTES } from '../../newsroom/article-requests.ts'
import { count, duration, ruleTitle } from './desk-words.ts'

type Titles = readonly { id: string; title: string }[]

/** A threat that nobody sees yet is no slight harm, and a late report no severe one: what is meant is how it presses. */
const urgency: Record<HarmLevel, string> = { slight: 'low', some: 'some', high: 'high', severe: 'very high' }

/** Expected harm as a word and a number, opening into what it is made of; null where nothing has scored it yet. */
export function harmDetails(harm: ExpectedHarm | null, rules: Titles): Html {
  if (harm === null) return html`<p class="harm">Urgency: not scored yet</p>`
  const { score, terms } = harm
  return html`<details class="harm"><summary>Urgency: <b>${urgency[levelOf(score)]}</b>, ${points(score)}</summary>
<ul>${terms.map((term) => html`<li><span>${sayTerm(term, rules)}</span> <b>${points(term.points)}</b></li>`)}</ul>
<p>One point is one page request, in ${REQUEST_MINUTES} minutes, that shows a breach of severity 1. ${place(score)}</p>
</details>`
}

function sayTerm(term: HarmTerm, rules: Titles): string {
  switch (term.kind) {
    case 'breach': {
      const { worst } = term
      const what =
        worst.ruleId === ''
          ? `No rule spoke: taken as ${percent(worst.probability)} likely, severity ${worst.severity}`
          : `${percent(worst.probability)} likely under “${ruleTitle(rules, worst.ruleId)}” × severity ${worst.severity}`
      return `${what} × ${exposure(term)}`
    }
    case 'waiting':
      return `${percent(1 - term.probability)} likely a good comment that waits × ${exposure(term)}`
    case 'reports':
      return `${count(term.count, 'report', 'reports')}, ${percent(term.weight)} likely right × severity ${term.severity} × ${exposure(term)}`
    case 'deadline':
      return term.clockRun >= 1
        ? `A report should have been answered within ${REPORT_HOURS} hours`
        : `${percent(term.clockRun)} of the ${REPORT_HOURS} hours in which a report is answered have run`
  }
}

function exposure({ requests, depthPart, publicPart }: Extract<HarmTerm, { requests: number }>): string {
  const parts = [`${count(requests, 'page request', 'page requests')} in ${REQUEST_MINUTES} minutes`]
  if (depthPart < 1) parts.push(`${depthPart.toFixed(2)} for how deep it stands`)
  if (publicPart < 1) parts.push(`${publicPart} since it is not public`)
  return parts.join(' × ')
}

/** What the score is worth in the queue's own order. */
function place(score: number): string {
  const seconds = headStartOf(score)
  const doubling = `Twice the points are worth ${duration(DOUBLING_SECONDS / 60)} of waiting`
  if (seconds === 0) return `${doubling}.`
  const side = seconds > 0 ? 'ahead of' : 'behind'
  return `${doubling}: it stands ${duration(Math.abs(seconds) / 60)} ${side} a comment of one point that came with it.`
}

const percent = (part: number): string => `${Math.round(100 * part)} %`

/** Two digits that count: "0.12", "5.3", "260". */
const points = (n: number): string =>
  n >= 10 ? Math.round(n).toLocaleString('en-GB') : n.toLocaleString('en-GB', { maximumSignificantDigits: 2 })
