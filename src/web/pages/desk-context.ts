import { type Fragment, type Html, html } from '../../lib/html.ts'
import type { DeskFrame } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import type { CardView } from './desk-card-page.ts'
import { actTone, count, type DeskRule, sayDecision, sayMode, since, stamp } from './desk-words.ts'

/** All that a moderator looks up, so that no other tab is opened. */
export function contextZone(card: CardView, rules: readonly DeskRule[], frame: DeskFrame): Html {
  return html`${story(card)}${earlierWords(card)}${writerPart(card, rules, frame)}`
}

/** In a tab of its own: leaving this one gives the comment back. */
function story({ article, comment }: CardView): Html {
  const address = article.live
    ? comment.state === 'published'
      ? paths.comment(article.id, comment.id)
      : paths.article(article)
    : null
  return html`<section aria-labelledby="story"><h2 id="story">The story</h2>
${article.section !== null && html`<p class="soft">${article.section}</p>`}
<p class="headline" dir="auto">${
    address === null
      ? article.headline
      : html`<a href="${address}" target="_blank" rel="noopener">${article.headline}</a>`
  }</p>
<p class="standfirst" dir="auto">${article.standfirst}</p>
<p class="soft">${article.live ? `Comments: ${sayMode(article.commentMode)}.` : 'Not public at the moment.'}</p></section>`
}

function earlierWords({ earlierRevisionText }: CardView): Fragment {
  if (earlierRevisionText === null) return null
  return html`<section aria-labelledby="before"><h2 id="before">What was refused before</h2>
<p class="quoted" dir="auto">${earlierRevisionText}</p></section>`
}

function writerPart({ writer, comment }: CardView, rules: readonly DeskRule[], frame: DeskFrame): Html {
  if (comment.byStaff)
    return html`<section aria-labelledby="writer"><h2 id="writer">The writer</h2><p>A colleague: this is a comment by staff.</p></section>`
  const none = writer.publishedCount + writer.rejectedCount + writer.removedCount === 0
  return html`<section aria-labelledby="writer"><h2 id="writer">The writer</h2>
${writer.commenterId !== null && html`<p><a href="${paths.desk.writer(writer.commenterId)}" target="_blank" rel="noopener">Standing, measures and notes</a></p>`}
<p>${
    none
      ? 'A first comment.'
      : `${writer.publishedCount === 0 ? 'None' : count(writer.publishedCount, 'comment', 'comments')} published, ${writer.rejectedCount || 'none'} refused, ${writer.removedCount || 'none'} taken down.`
  }</p>
${writer.firstSeenAt !== null && html`<p class="soft">Known since ${stamp(writer.firstSeenAt, frame.paper.zone)}</p>`}
${
  writer.lastDecisions.length > 0 &&
  html`<ul class="decisions">${writer.lastDecisions.map(
    (decision) =>
      html`<li><b class="${actTone(decision.act)}">${sayDecision(decision, rules)}</b> <span>${since(decision.decidedAt, frame)}</span></li>`,
  )}</ul>`
}</section>`
}
