import { QUERY_LENGTH } from '../../desk/query.ts'
import { QUEUE_NAME_LENGTH, type SavedQueue } from '../../desk/saved-queue.ts'
import type { FoundRow } from '../../desk/search-store.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import { type DeskFrame, deskPage, postForm, tokenField, withQuery } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { nameOf, ruleTitle, sayReason, sayState, since, stamp } from './desk-words.ts'

/** `waiting`: "12", "99+"; null where it was not counted. */
export type QueueLink = { id: number; name: string; shared: boolean; waiting: string | null }

export type DeskFindProps = {
  frame: DeskFrame
  typed: string
  among: 'all' | 'waiting'
  from: number | null
  /** Null where nothing was asked, or nothing could be. */
  results: { ids: readonly number[]; rows: readonly FoundRow[]; more: boolean; reached: number | null } | null
  /** What is wrong with the query, and at which character. */
  fault: { sentence: string; at: number | null } | null
  /** What is wrong with the form of a saved queue. */
  wrong: { sentence: string; name: string } | null
  queues: readonly QueueLink[]
  /** The saved queue that is shown, if it is one. */
  queue: (SavedQueue & { chosen: boolean; mayChange: boolean }) | null
  mayShare: boolean
  rules: readonly { id: string; title: string }[]
  sections: readonly { slug: string }[]
}

/** GET paths.desk.find() with `q`, `in`, `from`; and paths.desk.savedQueue(id) with `from`. */
export function deskFindPage(props: DeskFindProps): Html {
  const { frame, queue, queues } = props
  return deskPage({
    frame,
    here: 'find',
    title: queue?.name ?? 'Find',
    body: html`<main id="main" class="find">
<h1>${queue ? html`<bdi>${queue.name}</bdi>` : 'Find'}</h1>
${queueTabs(queues, queue?.id ?? null)}
${queue ? queueHead(props, queue) : searchForm(props)}
${props.fault !== null && faultLine(props.fault)}
${resultList(props)}
${queue ? queue.mayChange && changePart(props, queue) : props.results !== null && keepPart(props)}
${help(props)}
</main>`,
  })
}

/** Saved queues as a row of links, the same on the page of the whole queue. */
export function queueTabs(queues: readonly QueueLink[], here: number | null): Fragment {
  if (queues.length === 0) return null
  return html`<nav class="tabs saved" aria-label="Saved queues">${queues.map(
    ({ id, name, shared, waiting }) =>
      html`<a href="${paths.desk.savedQueue(id)}"${id === here && html` aria-current="page"`}><bdi>${name}</bdi>${
        waiting !== null && html` <b>${waiting}</b>`
      }${!shared && html` <i>own</i>`}</a>`,
  )}</nav>`
}

function searchForm({ typed, among, fault }: DeskFindProps): Html {
  const choice = (value: 'all' | 'waiting', words: string): Html =>
    html`<label><input type="radio" name="in" value="${value}"${among === value && html` checked`}> <span>${words}</span></label>`
  return html`<form class="search" role="search" action="${paths.desk.find()}">
<label for="q">Words, phrases and conditions</label>
<div><input id="q" type="search" name="q" value="${typed}" maxlength="${QUERY_LENGTH}" autocomplete="off" spellcheck="false" autocapitalize="off" dir="auto"${
    fault !== null && html` aria-invalid="true" aria-describedby="fault"`
  }><button>Find</button></div>
<fieldset class="among"><legend>Among</legend>${choice('all', 'all comments')} ${choice('waiting', 'what waits')}</fieldset></form>`
}

const faultLine = ({ sentence, at }: { sentence: string; at: number | null }): Html =>
  html`<p class="wrong" id="fault" role="alert">${sentence}${at !== null && html` <span>(at character ${at + 1})</span>`}</p>`

function queueHead({ frame }: DeskFindProps, queue: NonNullable<DeskFindProps['queue']>): Html {
  const act = (value: string, words: string, tone: string): Html =>
    html`<button${tone !== '' && html` class="${tone}"`} name="act" value="${value}">${words}</button>`
  return html`<p>${queue.shared ? 'Shared by the desk.' : 'Your own.'} What waits and answers <code dir="auto">${queue.query}</code>, most harm first. <a href="${withQuery(
    paths.desk.find(),
    { q: queue.query, in: 'all' },
  )}">All comments that do</a></p>
${queue.chosen && html`<p class="notice" role="status">You work through this queue: after each decision the next card comes from it.</p>`}
${postForm(
  frame,
  paths.desk.savedQueue(queue.id),
  html`<div class="next">${act('take', queue.chosen ? 'Next card of this queue' : 'Work through it', '')}${
    queue.chosen && act('leave', 'Back to the whole queue', 'plain')
  }</div>`,
)}`
}

function resultList(props: DeskFindProps): Fragment {
  const { results, frame, from } = props
  if (results === null) return null
  const list = results.rows.map((row) => foundRow(row, frame, props.rules))
  return html`${
    list.length > 0
      ? html`<ol class="rows" aria-label="Found">${list}</ol>`
      : html`<p class="nothing">${nothingWords(props)}</p>`
  }${results.reached !== null && html`<p class="hint">That takes long to look through: the page looked as far as comment ${results.reached.toLocaleString('en-GB')}.</p>`}${
    results.more && onward(props, results)
  }${!results.more && from !== null && list.length > 0 && html`<p class="hint">These are the last.</p>`}`
}

const nothingWords = ({ among, results, from }: DeskFindProps): string =>
  results?.reached != null
    ? 'Nothing so far.'
    : from !== null
      ? 'Nothing further.'
      : among === 'waiting'
        ? 'Nothing that waits answers this.'
        : 'No comment answers this.'

/** Where time was up the next page begins where this one stopped looking, not at its last row. */
function onward(props: DeskFindProps, { ids, reached }: NonNullable<DeskFindProps['results']>): Fragment {
  const from = reached ?? ids.at(-1) ?? null
  const address = props.queue
    ? withQuery(paths.desk.savedQueue(props.queue.id), { from })
    : withQuery(paths.desk.find(), { q: props.typed, in: props.among, from })
  const words = reached !== null ? 'Look further' : props.among === 'all' ? 'Earlier' : 'Further back'
  return html`<p class="next"><a class="button" href="${address}">${words}</a></p>`
}

function foundRow(row: FoundRow, frame: DeskFrame, rules: DeskFindProps['rules']): Html {
  const rule = row.ruleId !== null && (row.state === 'rejected' || row.state === 'removed')
  return html`<li><div><p><b>${nameOf(row.printedName)}</b> <span>${row.reason !== null ? sayReason(row.reason) : sayState(row.state)}${
    rule && html`: ${ruleTitle(rules, row.ruleId ?? '')}`
  }, ${row.reason === null ? stamp(row.submittedAt, frame.paper.zone) : since(row.submittedAt, frame)}</span></p>
<p class="words" dir="auto">${row.excerpt}</p><p><span>under</span> <bdi>${row.headline}</bdi></p></div>
<div class="doing">${taking(row, frame)}<a class="button" href="${paths.desk.comment(row.commentId)}">History</a></div></li>`
}

function taking(row: FoundRow, frame: DeskFrame): Fragment {
  if (row.reason === null) return null
  if (row.mine) return html`<a class="button" href="${paths.desk.card()}">In your hand</a>`
  if (row.claimedBy !== null) return html`<i class="soft">${row.claimedBy} has this one</i>`
  return postForm(
    frame,
    paths.desk.claims(),
    html`<button name="comment" value="${row.commentId}" aria-label="Take the comment by ${row.printedName ?? 'an erased name'}">Take</button>`,
  )
}

const nameField = (name: string): Html =>
  html`<div><label for="name">Name</label><input id="name" name="name" required maxlength="${QUEUE_NAME_LENGTH}" autocomplete="off" value="${name}"></div>`

const wrongLine = (wrong: DeskFindProps['wrong']): Fragment =>
  wrong !== null && html`<p class="wrong" role="alert">${wrong.sentence}</p>`

function keepPart({ frame, typed, wrong, mayShare }: DeskFindProps): Html {
  return html`<section aria-labelledby="keep"><h2 id="keep">Keep it as a queue</h2>
<form class="fields" method="post" action="${paths.desk.savedQueues()}">${tokenField(frame)}<input type="hidden" name="q" value="${typed}">
${nameField(wrong?.name ?? '')}
${mayShare && html`<div><label><input type="checkbox" name="shared" value="yes"> <span>Share it with the whole desk</span></label></div>`}
${wrongLine(wrong)}
<div><button>Keep</button></div></form></section>`
}

function changePart({ frame, typed, wrong }: DeskFindProps, queue: SavedQueue): Html {
  return html`<section aria-labelledby="change"><h2 id="change">Change this queue</h2>
<form class="fields" method="post" action="${paths.desk.savedQueue(queue.id)}">${tokenField(frame)}
${nameField(wrong?.name ?? queue.name)}
<div><label for="query">What answers it</label><input id="query" name="q" required maxlength="${QUERY_LENGTH}" autocomplete="off" spellcheck="false" value="${typed}"></div>
${wrongLine(wrong)}
<div class="next"><button name="act" value="change">Change</button><button class="no" name="act" value="remove">Delete the queue</button></div></form></section>`
}

function help({ rules, sections, results }: DeskFindProps): Html {
  const lines: [string, string][] = [
    ['quay "ice house" harb*', 'all of: a word, a phrase, a beginning of words'],
    ['quay OR harbour, -quay, (…)', 'one of, not, brackets; words side by side are all meant'],
    [`rule:${rules[0]?.id ?? 'spam'}`, 'the policy or the desk speaks of this rule'],
    ['writer:"Asha R", writer:#412', 'by the name printed, by the writer’s number'],
    [`section:${sections[0]?.slug ?? 'town'} article:12`, 'of a section, under an article'],
    ['lang:ta, lang:unknown', 'the language of its words'],
    ['source:comment, reply, staff', 'begins a thread, answers one, is the paper’s own'],
    ['state:held, published, rejected, removed', 'where it stands now'],
    ['reason:held, reported, post', 'why it waits'],
    ['reported:spam, reporter:#12, has:report', 'under a rule; by whoever sent report 12; by anybody'],
    ['has:link', 'an address of the web stands in it'],
    ['after:2026-11-01 before:2026-12-01', 'sent on that day or later; before that day'],
  ]
  return html`<details class="syntax"${results === null && html` open`}><summary>How to ask</summary><dl>${lines.map(
    ([typed, words]) => html`<div><dt><code>${typed}</code></dt><dd>${words}</dd></div>`,
  )}</dl></details>`
}
