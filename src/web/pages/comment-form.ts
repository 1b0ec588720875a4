import { type Fragment, type Html, html } from '../../lib/html.ts'
import type { CommentMode } from '../../newsroom/article.ts'
import { paths } from '../paths.ts'

export type TypedComment = { text: string; name: string; email: string }
export const nothingTyped: TypedComment = { text: '', name: '', email: '' }

export type CommentFormProps = {
  articleId: number
  parentId: number | null
  mode: CommentMode
  typed: TypedComment
  /** What is wrong, and at which field it stands. */
  problem: { sentence: string; field: string | undefined } | null
  /** They were told which rule the words may break: the next time they are taken as they are. */
  told: boolean
}

/**
 * The same form for everybody: the page it stands on is shared by all readers, so it holds no key and no name. What
 * was typed comes back with a refusal; nothing is lost.
 */
export function commentForm(props: CommentFormProps): Html {
  const { problem, typed } = props
  const wrong = (field: string): Fragment =>
    problem?.field === field && html` aria-invalid="true" aria-describedby="wrong"`
  const general = problem && html`<p class="wrong" id="wrong" role="alert">${problem.sentence}</p>`
  return html`<form class="ui" id="write" method="post" action="${paths.comments(props.articleId)}">${general}${props.told && html`<input type="hidden" name="told" value="yes">`}${props.parentId !== null && html`<input type="hidden" name="parent" value="${props.parentId}">`}<label for="text">Your comment</label><textarea id="text" name="text" rows="5" maxlength="5000" required${wrong('text')}>
${typed.text}</textarea><div class="two"><p><label for="name">Name, as printed</label><input id="name" name="name" maxlength="60" autocomplete="name" required value="${typed.name}"${wrong('name')}></p><p><label for="email">E-mail, never printed</label><input id="email" name="email" type="email" maxlength="254" autocomplete="email" required value="${typed.email}"${wrong('email')}></p></div><p class="send"><button>${props.told ? 'Send it all the same' : 'Send to the desk'}</button> <span role="status">${
    props.mode === 'post'
      ? 'A letter to your address confirms it; then it appears, and the desk reads it.'
      : 'A letter to your address confirms it; then the desk reads it.'
  }</span></p></form>`
}
