import { type Html, html } from '../../lib/html.ts'
import { wordDiff } from '../../lib/word-diff.ts'

/** The words that were on the card, and those that the comment has now. Null where they are erased. */
export type Reworded = { before: string | null; after: string | null }

/** What changed between the revision somebody read and the one there is, by word. */
export function rewordedPart({ before, after }: Reworded): Html {
  return html`<section class="reworded" aria-labelledby="reworded"><h2 id="reworded">Its writer has put it in other words meanwhile</h2>
<p class="quoted" dir="auto">${
    before === null || after === null
      ? html`<i>The words have been erased.</i>`
      : wordDiff(before, after).map(({ kind, text }) =>
          kind === 'same' ? text : kind === 'gone' ? html`<del>${text}</del>` : html`<ins>${text}</ins>`,
        )
  }</p></section>`
}
