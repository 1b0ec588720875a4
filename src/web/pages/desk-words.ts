import type { CommentState } from '../../comments/comment.ts'
import type { QueueReason } from '../../desk/claim-store.ts'
import type { DecisionAct } from '../../desk/decision.ts'
import { type Html, html } from '../../lib/html.ts'
import type { CommentMode } from '../../newsroom/article.ts'

/** A rule as the desk presses it. */
export type DeskRule = {
  id: string
  title: string
  /** `1` to `9`. */
  key: string
  /** What the letter to the commenter says under it. */
  letter: string
  /** Precedents pinned to it, in short; none where nobody looked. */
  examples?: readonly { note: string; text: string }[]
}

/** In the policy's order, which is the order of the keys: a hand learns it, so it must not follow anything else. */
export const deskRules = (rules: readonly { id: string; title: string; letter: string }[]): DeskRule[] =>
  rules.map(({ id, title, letter }, index) => ({ id, title, key: String(index + 1), letter }))

/** A rule of an older policy may be gone; its id is still what the record says. */
export function ruleTitle(rules: readonly { id: string; title: string }[], ruleId: string): string {
  return rules.find((rule) => rule.id === ruleId)?.title ?? ruleId.replaceAll('_', ' ')
}

const actWords: Record<DecisionAct, string> = {
  publish: 'Published',
  keep: 'Kept up',
  reject: 'Refused',
  hold: 'Held',
  remove: 'Taken down',
  restore: 'Put back',
}

export function sayDecision(
  decision: { act: DecisionAct; ruleId: string | null },
  rules: readonly { id: string; title: string }[],
): string {
  const act = actWords[decision.act]
  return decision.ruleId === null ? act : `${act}: ${ruleTitle(rules, decision.ruleId)}`
}

/** Green for what went out, red for what a rule stopped; held is neither. */
export const actTone = (act: DecisionAct): 'go' | 'no' | 'still' =>
  act === 'reject' || act === 'remove' ? 'no' : act === 'hold' ? 'still' : 'go'

const stateWords: Record<CommentState, string> = {
  unconfirmed: 'waiting for its e-mail address to be confirmed',
  held: 'held',
  published: 'published',
  rejected: 'refused',
  removed: 'taken down',
  withdrawn: 'withdrawn by its commenter',
}
export const sayState = (state: CommentState): string => stateWords[state]

const reasonWords: Record<QueueReason, string> = {
  held: 'Held before publication',
  reported: 'Public, reported by readers',
  post: 'Public, not read yet',
}
export const sayReason = (reason: QueueReason): string => reasonWords[reason]

const modeWords: Record<CommentMode, string> = {
  pre: 'the desk reads before publishing',
  post: 'the desk reads after publishing',
  closed: 'no new ones, the old ones stay',
  off: 'none are shown',
}
export const sayMode = (mode: CommentMode): string => modeWords[mode]

export const sayWhoHas = (name: string): string => `${name} is on this`

export const count = (n: number, one: string, many: string): string =>
  n === 0 ? `no ${many}` : `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`

/** "11 minutes", "3 hours", "2 days": how long somebody has been waiting. */
export function duration(minutes: number): string {
  const whole = Math.max(0, Math.floor(minutes))
  if (whole < 1) return 'less than a minute'
  if (whole < 90) return count(whole, 'minute', 'minutes')
  if (whole < 48 * 60) return count(Math.round(whole / 60), 'hour', 'hours')
  return count(Math.floor(whole / 1440), 'day', 'days')
}

export const minutesBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 60_000

const formats = new Map<string, Intl.DateTimeFormat>()
function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  formats.set(zone, format)
  return format
}

/** "24 Nov 2026, 10.02" in the paper's zone; 24 hours, so that no night shift is mistaken for a morning. */
export function clockWords(at: Date, zone: string): string {
  const parts = new Map(
    formatFor(zone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
  return `${part('day')} ${part('month')} ${part('year')}, ${part('hour')}.${part('minute')}`
}

export const stamp = (at: Date, zone: string): Html =>
  html`<time datetime="${at.toISOString()}">${clockWords(at, zone)}</time>`

/** How long ago, with the clock's own words behind it. */
export function since(at: Date, frame: { now: Date; paper: { zone: string } }): Html {
  const words = `${duration(minutesBetween(at, frame.now))} ago`
  return html`<time datetime="${at.toISOString()}" title="${clockWords(at, frame.paper.zone)}">${words}</time>`
}

/** Names are the commenters' own: isolated, so that right-to-left letters do not turn the line around them. */
export const nameOf = (printedName: string | null): Html =>
  printedName === null ? html`<i>name erased</i>` : html`<bdi>${printedName}</bdi>`

export const textOf = (text: string | null): Html =>
  text === null ? html`<i>words erased</i>` : html`${text}`
