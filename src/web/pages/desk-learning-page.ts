import type { Gain } from '../../desk/learning-gain.ts'
import type { LearningSetting } from '../../desk/learning-mode-store.ts'
import type { MovedText, Progress, RuleReview, WordChange } from '../../desk/learning-review.ts'
import type { LearningVersion } from '../../desk/learning-store.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import { type DeskFrame, deskPage, tokenField } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { learningMode } from './desk-learning-mode.ts'
import { lossPlot } from './desk-learning-plot.ts'
import { count, ruleTitle, stamp } from './desk-words.ts'

export type DeskLearningProps = {
  frame: DeskFrame
  setting: LearningSetting
  gain: Gain
  /** Newest first; none before the job's first run. */
  versions: readonly LearningVersion[]
  /** How the newest decisions were predicted; undefined before the first. */
  progress: Progress | undefined
  rules: readonly { id: string; title: string }[]
  reviews: readonly RuleReview[]
  moved: readonly MovedText[]
  /** What was typed instead of the word, and why nothing was reset. */
  typed: string
  refusal: string | null
}

/** To be typed, so that no slip of the hand forgets a year's decisions. */
export const RESET_WORD = 'RESET'

/** GET paths.desk.learning(). The form posts to paths.desk.learningReset(): form_token, word. */
export function deskLearningPage(props: DeskLearningProps): Html {
  const { frame, versions, progress } = props
  const [latest] = versions
  const learnt = latest !== undefined && latest.decisionCount > 0
  return deskPage({
    frame,
    here: 'learning',
    title: 'Learning',
    body: html`<main id="main">
<h1>What the desk’s decisions taught</h1>
<p>Each decision of a person teaches how to move the scores of comments with the same words, under its rule, by a bounded amount. No text is kept for it.</p>
${learnt ? statePart(latest, frame) : props.setting.mode !== 'off' && html`<p class="nothing">Nothing has been learnt yet. It begins within a minute of the first decision.</p>`}
${learningMode(frame, props.setting, props.gain)}
${learnt && progress && errorPart(progress)}
${learnt && wordsPart(props)}
${learnt && movedPart(props)}
${versions.length > 0 && versionsPart(props)}
${props.setting.mode !== 'off' && resetPart(props)}
</main>`,
  })
}

const statePart = (latest: LearningVersion, frame: DeskFrame): Html =>
  html`<p>Version ${latest.version}, from ${count(latest.decisionCount, 'decision', 'decisions')}, made ${stamp(
    latest.madeAt,
    frame.paper.zone,
  )}.</p>`

const percent = (share: number): string => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`

function errorPart({ decisions, without, withIt, course }: Progress): Html {
  const row = (name: string, error: Progress['without']): Html =>
    html`<tr><th scope="row">${name}</th><td>${error.logLoss.toFixed(3)}</td><td>${percent(error.wrong)}</td><td>${error.missed === null ? '–' : percent(error.missed)}</td></tr>`
  return html`<section aria-labelledby="error"><h2 id="error">Error on the last ${count(decisions, 'decision', 'decisions')}</h2>
<p class="soft">Each was predicted before it was learnt, under every rule that it spoke of. A breach is missed where its rule was called unlikely.</p>
<table class="figures"><thead><tr><td></td><th scope="col">Log loss</th><th scope="col">Wrong</th><th scope="col">Breaches missed</th></tr></thead>
<tbody>${row('Engine alone', without)}${row('With what was learnt', withIt)}</tbody></table>
${lossPlot(course)}</section>`
}

function wordsPart({ reviews, rules }: DeskLearningProps): Html {
  return html`<section aria-labelledby="words"><h2 id="words">Words</h2>
<p class="soft">From the last 500 decided comments: what a word adds to the log-odds that a comment breaks the rule.</p>
${reviews.map(
  ({ rule, examples, raises, lowers }) =>
    html`<h3>${ruleTitle(rules, rule)} <span class="soft">${count(examples, 'example', 'examples')}</span></h3>
<dl class="changes"><dt>More likely</dt><dd>${changesOf(raises)}</dd><dt>Less likely</dt><dd>${changesOf(lowers)}</dd></dl>`,
)}</section>`
}

/** A minus sign as wide as the plus. */
const signed = (change: number): string => `${change < 0 ? '−' : '+'}${Math.abs(change).toFixed(2)}`

const changesOf = (words: readonly WordChange[]): Fragment =>
  words.length === 0
    ? html`<span class="soft">no word by much</span>`
    : words.map(
        ({ word, change }, i) =>
          html`${i > 0 && ', '}<bdi class="quoted">${word}</bdi> <span class="soft">${signed(change)}</span>`,
      )

function movedPart({ moved, rules }: DeskLearningProps): Fragment {
  if (moved.length === 0) return null
  return html`<section aria-labelledby="moved"><h2 id="moved">Comments whose score moved most</h2>
<ol class="rows">${moved.map(
    ({
      text,
      brokenRule,
      rule,
      before,
      after,
    }) => html`<li><div><p class="words" dir="auto">${excerpt(text)}</p>
<p><span>${brokenRule === null ? 'let through' : 'refused or taken down'}; ${ruleTitle(rules, rule)}:</span> ${percent(before)} <span>before,</span> ${percent(after)} <span>after</span></p></div></li>`,
  )}</ol></section>`
}

const excerpt = (text: string): string =>
  text.length > 200 ? `${text.slice(0, 198).trimEnd()}…`.toWellFormed() : text

function versionsPart({ versions, frame }: DeskLearningProps): Html {
  return html`<section aria-labelledby="versions"><h2 id="versions">Versions</h2>
<ol class="rows">${versions.map(
    (one) => html`<li><div><p><b>${one.version}</b> <span>${
      one.resetBy === null ? count(one.decisionCount, 'decision', 'decisions') : html`reset by ${one.resetBy}`
    }, ${stamp(one.madeAt, frame.paper.zone)}</span></p>
<p class="source">${one.sha256}</p></div></li>`,
  )}</ol></section>`
}

function resetPart({ frame, typed, refusal }: DeskLearningProps): Html {
  return html`<section aria-labelledby="reset"><h2 id="reset">Begin anew</h2>
<form class="fields" method="post" action="${paths.desk.learningReset()}">${tokenField(frame)}
<div class="short"><label for="word">Type ${RESET_WORD} to forget all that was learnt</label>
<input id="word" name="word" autocomplete="off" autocapitalize="characters" spellcheck="false" size="8" value="${typed}"${
    refusal !== null && html` aria-invalid="true"`
  } aria-describedby="word-hint">
<p class="hint" id="word-hint">Decisions stay as they are, and live scores are the engine’s alone. What is learnt from then on is learnt from new ones, in shadow.</p></div>
${refusal !== null && html`<p class="wrong" role="alert">${refusal}</p>`}
<div class="buttons"><button class="no" name="next" value="shadow">Reset</button> <button class="no" name="next" value="off">Reset and switch off</button></div></form></section>`
}
