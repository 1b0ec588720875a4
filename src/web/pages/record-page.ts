import type { RecordRow } from '../../desk/ledger-store.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import type { Policy } from '../../policy/rule.ts'
import { paths } from '../paths.ts'
import { type ReaderFrame, readerPage, styleOf } from '../reader-layout.ts'
import { shortTime, timeElement } from '../stamps.ts'

const acts: Record<string, string> = {
  publish: 'Published',
  keep: 'Left up',
  reject: 'Refused',
  hold: 'Held again',
  remove: 'Taken down',
  restore: 'Put back',
}

const deciders = { staff: 'the desk', rule: 'post-moderation', reports: 'readers’ reports' } as const

/** Every decision, without words, names or addresses of anybody; and the seal that shows a later change. */
export function recordPage(props: {
  frame: ReaderFrame
  rows: readonly RecordRow[]
  policy: Policy
  head: { position: number; hash: string; sealedAt: Date } | undefined
  earlierBefore: number | null
}): Html {
  const { frame, rows, head } = props
  const style = styleOf(frame)
  return readerPage({
    frame,
    title: 'The public record',
    canonical: paths.record(),
    script: false,
    main: html`<h1>The public record</h1>
<p class="standfirst">Every decision about a comment in ${frame.paper.name}, the latest first: what was done, under which rule, by whom. Nothing is ever struck from it; a mistake is undone by a new line that says so.</p>
${
  head
    ? html`<p class="ui">${head.position.toLocaleString('en-GB')} entries of the ledger are sealed, each over the one before. The last seal, of ${timeElement(head.sealedAt, style)}:<br><code>${head.hash}</code></p>`
    : html`<p class="ui">Nothing has been sealed yet.</p>`
}
${rows.length === 0 ? html`<p class="none">Nothing has been decided yet.</p>` : table(rows, props.policy, style)}
${props.earlierBefore !== null && html`<p class="ui more"><a rel="next" href="${paths.record(props.earlierBefore)}">Earlier decisions</a></p>`}`,
  })
}

function table(rows: readonly RecordRow[], policy: Policy, style: { language: string; zone: string }): Html {
  return html`<div class="scroll" role="region" aria-label="Decisions" tabindex="0"><table class="ui"><thead><tr><th scope="col">No.</th><th scope="col">When</th><th scope="col">Decision</th><th scope="col">Rule</th><th scope="col">By</th><th scope="col">Under</th></tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr id="d${row.decisionId}"><td>${row.decisionId}</td><td>${shortTime(row.decidedAt, style)}</td><td>${acts[row.act] ?? row.act}${note(row)}</td><td>${
        policy.rules.find((rule) => rule.id === row.ruleId)?.title ?? row.ruleId ?? ''
      }</td><td>${deciders[row.decider]}</td><td>${
        row.articleLive
          ? html`<a href="${paths.article({ id: row.articleId, slug: row.articleSlug })}">${row.articleHeadline}</a>`
          : 'an article taken back'
      }</td></tr>\n`,
  )}</tbody></table></div>`
}

function note(row: RecordRow): Fragment {
  if (row.reverses !== null) return html` <i>(undoes <a href="#d${row.reverses}">no. ${row.reverses}</a>)</i>`
  return row.reversed && html` <i>(undone since)</i>`
}
