import { type Html, html } from '../../lib/html.ts'
import { type DeskFrame, deskPage, noticeLine, tokenField } from '../desk-layout.ts'
import { paths } from '../paths.ts'

export type CaptureProps = {
  frame: DeskFrame
  /** IANA names to choose from: `Intl.supportedValuesOf('timeZone')`. */
  zones: readonly string[]
  typed: { text: string; zone: string }
  /** The sentence that names the line, where a capture was refused. */
  refusal: string | null
  notice: string | null
}

/**
 * GET paths.newsroom.capture(). Posts multipart to paths.newsroom.captureReview(): form_token, capture (pasted text),
 * file (instead of it), zone.
 */
export function capturePage({ frame, zones, typed, refusal, notice }: CaptureProps): Html {
  return deskPage({
    frame,
    here: 'newsroom',
    title: 'Bring in a saved page',
    body: html`<main id="main">
${noticeLine(notice)}
<h1>Bring in a saved page</h1>
<p>Paste the whole text of one page, furniture included: each line is recognised or listed as left out, and nothing is stored before you have seen it.</p>
<section aria-label="Saved page"><form class="fields" method="post" enctype="multipart/form-data" action="${paths.newsroom.captureReview()}">${tokenField(frame)}
${refusal !== null && html`<p class="wrong" role="alert">${refusal}</p>`}
<div><label for="capture">Text of the page</label><textarea id="capture" name="capture" rows="14" dir="auto">
${typed.text}</textarea></div>
<div><label for="file">Or a text file</label><input id="file" name="file" type="file" accept=".txt,text/plain"><p class="hint">UTF-8, up to 1 MB. A file goes before pasted text.</p></div>
<div class="short"><label for="zone">Time zone of its stamps</label><input id="zone" name="zone" list="zones" required value="${typed.zone}"><datalist id="zones">${zones.map((zone) => html`<option value="${zone}"></option>`)}</datalist><p class="hint">Stamps on saved pages name none.</p></div>
<div><button>Read it</button></div></form></section>
</main>`,
  })
}
