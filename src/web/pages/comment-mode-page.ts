import { type Html, html } from '../../lib/html.ts'
import { type CommentMode, commentModes } from '../../newsroom/article.ts'
import { type DeskFrame, deskPage, noticeLine, tokenField } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { sayMode } from './desk-words.ts'

export type CommentModeProps = {
  frame: DeskFrame
  paper: CommentMode
  sections: readonly { id: number; name: string; mode: CommentMode | null }[]
  /** `inherited` is what an article follows without a setting of its own; those that have none are not listed. */
  articles: readonly { id: number; headline: string; mode: CommentMode | null; inherited: CommentMode }[]
  notice: string | null
}

/**
 * GET paths.newsroom.commentMode(). Each form posts to the same address: form_token,
 * target = publication | section:ID | article:ID, mode = inherit | pre | post | closed | off (no inherit for the paper).
 */
export function commentModePage({ frame, paper, sections, notice, ...props }: CommentModeProps): Html {
  const articles = props.articles.filter((article) => article.mode !== null)
  return deskPage({
    frame,
    here: 'newsroom',
    title: 'How comments open',
    body: html`<main id="main">
${noticeLine(notice)}
<h1>How comments open</h1>
<p>The paper’s setting holds where a section has none, a section’s where an article has none. Whoever lets comments out unread answers for them: the ledger keeps who set it.</p>
<section aria-labelledby="paper"><h2 id="paper">The paper</h2>
${modeForm(frame, { id: 'mode-paper', label: frame.paper.name, target: 'publication', mode: paper, inherits: null })}</section>
${
  sections.length > 0 &&
  html`<section aria-labelledby="sections"><h2 id="sections">Sections</h2><ul class="rows">${sections.map(
    (section) =>
      html`<li>${modeForm(frame, {
        id: `mode-section-${section.id}`,
        label: section.name,
        target: `section:${section.id}`,
        mode: section.mode,
        inherits: paper,
      })}</li>`,
  )}</ul></section>`
}
<section aria-labelledby="articles"><h2 id="articles">Articles with a setting of their own</h2>${
      articles.length === 0
        ? html`<p class="soft">None of the latest. An article’s own page sets it.</p>`
        : html`<ul class="rows">${articles.map(
            (article) =>
              html`<li>${modeForm(frame, {
                id: `mode-article-${article.id}`,
                label: article.headline,
                target: `article:${article.id}`,
                mode: article.mode,
                inherits: article.inherited,
              })}</li>`,
          )}</ul>`
    }</section>
</main>`,
  })
}

export type ModeForm = {
  /** For the label; unique on its page. */
  id: string
  label: string
  target: 'publication' | `section:${number}` | `article:${number}`
  mode: CommentMode | null
  /** What an empty setting follows; null where there is nothing above. */
  inherits: CommentMode | null
}

const names: Record<CommentMode, string> = {
  pre: 'Read first',
  post: 'Read after',
  closed: 'Closed',
  off: 'Off',
}

export function modeForm(frame: { formToken: string }, form: ModeForm): Html {
  const inherit =
    form.inherits !== null &&
    html`<option value="inherit"${form.mode === null && html` selected`}>No setting of its own: ${names[form.inherits]}</option>`
  return html`<form class="inline" method="post" action="${paths.newsroom.commentMode()}">${tokenField(
    frame,
  )}<input type="hidden" name="target" value="${form.target}"><div><label for="${form.id}"><bdi>${form.label}</bdi></label>
<select id="${form.id}" name="mode">${inherit}${commentModes.map(
    (mode) =>
      html`<option value="${mode}"${mode === form.mode && html` selected`}>${names[mode]}: ${sayMode(mode)}</option>`,
  )}</select></div><button>Set</button></form>`
}
