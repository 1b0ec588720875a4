import { type Fragment, type Html, html } from '../../lib/html.ts'
import type { CommentMode, Publication } from '../../newsroom/article.ts'
import { fillNames } from '../../policy/explain.ts'
import type { Policy } from '../../policy/rule.ts'
import { paths } from '../paths.ts'

const modeSentence: Record<CommentMode, string> = {
  pre: 'We read every comment before it appears.',
  post: 'Comments appear at once, and we read every one of them.',
  closed: 'Comments under this story are closed.',
  off: '',
}

/** The paper's standing promise (S7 to S13), beside the form: rules, invitation to report, whose views these are. */
export function policyBox(policy: Policy, paper: Publication, mode: CommentMode): Html {
  const rules: Fragment[] = policy.rules.map(
    (rule, i) => html`${i > 0 && ', '}<a href="${paths.policy()}#${rule.id}">${rule.title.toLowerCase()}</a>`,
  )
  return html`<div class="rules ui"><p><b>${modeSentence[mode]}</b> Not printed: ${rules}. ${policy.report.invite}</p>
<p>${fillNames(policy.notice, paper)} ${fillNames(policy.takedown, paper)}</p></div>`
}
