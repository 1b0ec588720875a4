import { type Fragment, type Html, html } from '../../lib/html.ts'
import { type DeskFrame, deskPage, noticeLine, tokenField } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { nameOf } from './desk-words.ts'

export type StaffCommentProps = {
  frame: DeskFrame
  article: { id: number; slug: string; headline: string }
  /** What it answers. */
  parent: { id: number; printedName: string | null; text: string | null } | null
  /** The same form sent twice makes one comment. */
  key: string
  typed: string
  notice: string | null
}

/** GET and POST paths.desk.staffComment(article): form_token, parent (may be empty), key, text. */
export function deskStaffCommentPage(props: StaffCommentProps): Html {
  const { frame, article, parent } = props
  return deskPage({
    frame,
    here: 'decided',
    title: 'A comment by the paper',
    body: html`<main id="main">
${noticeLine(props.notice)}
<h1>A comment by the paper</h1>
<p>Under <a href="${paths.article(article)}#comments"><bdi>${article.headline}</bdi></a>${
      parent && html`, in answer to ${nameOf(parent.printedName)}`
    }.</p>
${quoted(parent)}
<form class="write" method="post" action="${paths.desk.staffComment(article.id)}">${tokenField(frame)}<input type="hidden" name="key" value="${
      props.key
    }"><input type="hidden" name="parent" value="${parent?.id ?? ''}">
<p><label for="text">Words</label>
<textarea id="text" name="text" rows="6" maxlength="5000" required>
${props.typed}</textarea></p>
<p><button class="go">Print it as ${frame.staff.name}</button></p>
<p class="soft">It appears at once, with your name and the mark of the paper. The public record says that you published it; it can be taken down like any other.</p>
</form>
</main>`,
  })
}

const quoted = (parent: StaffCommentProps['parent']): Fragment =>
  parent && html`<p class="quoted" dir="auto">${parent.text ?? html`<i>words erased</i>`}</p>`
