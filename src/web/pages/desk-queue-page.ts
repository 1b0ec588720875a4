import type { QueueCounts, QueueRow } from '../../desk/card-store.ts'
import type { QueueReason } from '../../desk/claim-store.ts'
import type { ExpectedHarm } from '../../desk/expected-harm.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import { type DeskFrame, deskPage, noticeLine, postForm, withQuery } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { type QueueLink, queueTabs } from './desk-find-page.ts'
import { harmDetails } from './desk-harm.ts'
import { duration, minutesBetween, nameOf, sayReason, sayWhoHas, since } from './desk-words.ts'

export type DeskQueueProps = {
  frame: DeskFrame
  /** Null: everything that waits. */
  reason: QueueReason | null
  counts: QueueCounts
  /** In the order in which it is handed out. */
  items: readonly (QueueRow & { harm: ExpectedHarm | null })[]
  rules: readonly { id: string; title: string }[]
  /** The comment behind which the next page begins; null on the last. */
  after: number | null
  /** Whether this is a later page. */
  later: boolean
  notice: string | null
  /** Saved queues, with what waits in each. */
  saved?: readonly QueueLink[]
}

/** GET paths.desk.queue(), with `reason` and `after`. */
export function deskQueuePage(props: DeskQueueProps): Html {
  const { frame, items } = props
  return deskPage({
    frame,
    here: 'queue',
    title: 'Queue',
    body: html`<main id="main" data-presence="${paths.desk.presence()}">
${noticeLine(props.notice)}
<h1>What waits</h1>
<p>${orderWords(props.counts, frame.now)}</p>
${tabs(props)}
${queueTabs(props.saved ?? [], null)}
${
  items.length === 0
    ? html`<p class="nothing">${props.later ? 'Nothing further waits.' : 'Nothing waits here.'}</p>`
    : html`<ol class="rows">${items.map((item) => row(item, props))}</ol>`
}
${nextPage(props)}
</main>`,
  })
}

function orderWords({ oldestEnteredAt }: QueueCounts, now: Date): string {
  const order = 'Most expected harm first; six hours of waiting count as much as twice the harm'
  return oldestEnteredAt === null
    ? `${order}.`
    : `${order}. The oldest has waited ${duration(minutesBetween(oldestEnteredAt, now))}.`
}

function tabs({ reason, counts }: DeskQueueProps): Html {
  const all: [QueueReason | null, string, number][] = [
    [null, 'All', counts.held + counts.reported + counts.post],
    ['held', 'Held', counts.held],
    ['reported', 'Reported', counts.reported],
    ['post', 'Public, not read yet', counts.post],
  ]
  return html`<nav class="tabs" aria-label="Kinds">${all.map(
    ([kind, name, waiting]) =>
      html`<a href="${withQuery(paths.desk.queue(), { reason: kind })}"${
        kind === reason && html` aria-current="page"`
      }>${name} <b>${waiting.toLocaleString('en-GB')}</b></a>`,
  )}</nav>`
}

function row(item: DeskQueueProps['items'][number], { frame, rules }: DeskQueueProps): Html {
  return html`<li data-item="${item.commentId}"><div><p><b>${nameOf(item.printedName)}</b> <span>${sayReason(item.reason)}, ${since(
    item.enteredAt,
    frame,
  )}</span></p><p class="words" dir="auto">${item.excerpt}</p><p><span>under</span> <bdi>${item.headline}</bdi></p>${harmDetails(item.harm, rules)}</div>
<div class="doing">${taking(item, frame)}<a class="button" href="${paths.desk.comment(
    item.commentId,
  )}">History</a></div></li>`
}

function taking(item: QueueRow, frame: DeskFrame): Fragment {
  if (item.mine) return html`<a class="button" href="${paths.desk.card()}">In your hand</a>`
  if (item.claimedBy !== null) return html`<i class="soft">${sayWhoHas(item.claimedBy)}</i>`
  return postForm(
    frame,
    paths.desk.claims(),
    html`<button name="comment" value="${item.commentId}" aria-label="Take the comment by ${item.printedName ?? 'an erased name'}">Take</button>`,
  )
}

function nextPage({ after, reason }: DeskQueueProps): Fragment {
  if (after === null) return null
  return html`<p class="next"><a class="button" href="${withQuery(paths.desk.queue(), { reason, after })}">Further back</a></p>`
}
