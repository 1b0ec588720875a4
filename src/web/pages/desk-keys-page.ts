import { MOST_PER_SECOND, type UnknownAnswer } from '../../accounts/api-key.ts'
import type { ApiKeyRow, KeyUse } from '../../accounts/api-key-store.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import { type DeskFrame, deskPage, postForm, tokenField } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { count, stamp } from './desk-words.ts'

export type DeskKeysProps = {
  frame: DeskFrame
  origin: string
  /** Newest first. */
  keys: readonly ApiKeyRow[]
  /** A key just made, shown this once; null as a rule. */
  made: { name: string; key: string } | null
  /** What was typed into a form that was refused. */
  typed: { name: string; perSecond: string; onUnknown: UnknownAnswer }
  refusal: string | null
}

/**
 * GET paths.desk.keys(), for administrators. The forms post to the same address: form_token and act: act = create with
 * name, per_second, on_unknown; act = revoke with key (an id).
 */
export function deskKeysPage(props: DeskKeysProps): Html {
  const { frame, origin, keys, made } = props
  return deskPage({
    frame,
    here: 'keys',
    title: 'Keys',
    body: html`<main id="main">
<h1>Keys</h1>
<p>A program with a key, such as Coral, gets scores from this engine in the form that Perspective gave them. Its endpoint is <code>${origin}/v1alpha1</code>. Texts are scored and dropped: only how many is kept.</p>
${made !== null && madePart(made)}
${keys.length === 0 ? html`<p class="nothing">There is no key, and so nothing is scored for anybody else.</p>` : html`<ol class="rows">${keys.map((key) => keyRow(key, frame))}</ol>`}
${makePart(props)}
</main>`,
  })
}

const madePart = (made: { name: string; key: string }): Html =>
  html`<section aria-labelledby="made"><h2 id="made">The key of ${made.name}</h2><p class="source">${made.key}</p>
<p class="hint">It is shown this once. Whoever has it can ask for scores until it is revoked.</p></section>`

const onUnknownWords: Record<UnknownAnswer, string> = {
  error: 'an error, as Perspective did',
  hold: 'the highest score, so that it is held',
}

function keyRow(key: ApiKeyRow, frame: DeskFrame): Html {
  const { zone } = frame.paper
  const revoked = key.revokedAt !== null
  return html`<li${revoked && html` class="over"`}><div><p><b>${key.name}</b> <code>${key.prefix}…</code> <span>made ${stamp(
    key.createdAt,
    zone,
  )}${key.createdBy === null ? ' at the command line' : html` by ${key.createdBy}`}${
    key.revokedAt !== null && html`, revoked ${stamp(key.revokedAt, zone)}`
  }</span></p>
<p><span>Today ${sayUse(key.today)}; in 30 days ${sayUse(key.month)}</span></p>${
    !revoked &&
    html`<p><span>${count(key.perSecond, 'request', 'requests')} a second; what cannot be scored: ${onUnknownWords[key.onUnknown]}</span></p>`
  }</div><div class="doing">${!revoked && revokeForm(key, frame)}</div></li>`
}

function sayUse(use: KeyUse): Fragment {
  const rest: [number, string][] = [
    [use.unscored, 'not scorable'],
    [use.suggested, 'suggested'],
    [use.refused, 'too fast'],
  ]
  return html`${count(use.scored, 'score', 'scores')}${rest
    .filter(([number]) => number > 0)
    .map(([number, what]) => html`, ${number.toLocaleString('en-GB')} ${what}`)}`
}

const revokeForm = (key: ApiKeyRow, frame: DeskFrame): Html =>
  postForm(
    frame,
    paths.desk.keys(),
    html`<input type="hidden" name="key" value="${key.id}"><button class="no" name="act" value="revoke" aria-label="Revoke the key of ${key.name}">Revoke</button>`,
  )

function makePart({ frame, typed, refusal }: DeskKeysProps): Html {
  const choice = (value: UnknownAnswer, words: string): Html =>
    html`<label><input type="radio" name="on_unknown" value="${value}"${typed.onUnknown === value && html` checked`}> <span>${words}</span></label>`
  return html`<section aria-labelledby="make"><h2 id="make">Make a key</h2>
<form class="fields" method="post" action="${paths.desk.keys()}">${tokenField(frame)}<input type="hidden" name="act" value="create">
<div><label for="name">For which program</label><input id="name" name="name" required maxlength="60" autocomplete="off" value="${typed.name}"></div>
<div class="short"><label for="per_second">Requests a second, at most</label><input id="per_second" name="per_second" type="number" required min="1" max="${MOST_PER_SECOND}" value="${typed.perSecond}"></div>
<fieldset><legend>A text that cannot be scored, in another language than English or without a word</legend>${choice(
    'error',
    'is answered with an error, as Perspective did. Coral then lets it through.',
  )}${choice('hold', 'is answered with the highest score. Coral then holds it for a moderator.')}</fieldset>
${refusal !== null && html`<p class="wrong" role="alert">${refusal}</p>`}
<div><button>Make a key</button></div></form></section>`
}
