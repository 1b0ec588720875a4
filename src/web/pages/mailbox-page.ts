import type { MailboxLetter } from '../../desk/letter-store.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import { paths } from '../paths.ts'
import { type ReaderFrame, readerPage, styleOf } from '../reader-layout.ts'
import { timeElement } from '../stamps.ts'

/** The demo's letter box: every letter that a mail server would have carried. */
export function mailboxPage(props: { frame: ReaderFrame; letters: readonly MailboxLetter[] }): Html {
  return readerPage({
    frame: props.frame,
    title: 'Letter box of the demo',
    canonical: null,
    noindex: true,
    script: false,
    main: html`<h1>Letter box of the demo</h1>
<p class="standfirst">No mail server is set, so letters arrive here. A newspaper’s own installation has no such page.</p>
${
  props.letters.length === 0
    ? html`<p class="none">No letter yet. Letters about a decision wait ten seconds, so that an undo stops them.</p>`
    : html`<ul class="stories wide">${props.letters.map(
        (letter) =>
          html`<li><h2><a href="${paths.letter(letter.id)}">${letter.subject}</a></h2><p class="ui">To ${letter.to} · ${timeElement(letter.deliveredAt, styleOf(props.frame))}</p></li>\n`,
      )}</ul>`
}`,
  })
}

export function mailboxLetterPage(props: { frame: ReaderFrame; letter: MailboxLetter }): Html {
  const { letter, frame } = props
  return readerPage({
    frame,
    title: letter.subject,
    canonical: null,
    noindex: true,
    script: false,
    main: html`<p class="ui"><a href="${paths.mailbox()}">Letter box</a> · To ${letter.to} · ${timeElement(letter.deliveredAt, styleOf(frame))}</p>
<h1>${letter.subject}</h1>
<p class="quoted">${linkOwn(letter.body, frame.origin)}</p>`,
  })
}

/** Only our own addresses become links: a letter may quote a reader's words. */
function linkOwn(body: string, origin: string): Fragment {
  return body
    .split(/(\s)/)
    .map((word) => (word.startsWith(`${origin}/`) ? html`<a href="${word}">${word}</a>` : word))
}
