import { sayPause } from '../../desk/measure-letter.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import type { CommentMode, Publication, ThreadSetting } from '../../newsroom/article.ts'
import { fillNames } from '../../policy/explain.ts'
import type { Policy } from '../../policy/rule.ts'
import { paths } from '../paths.ts'
import { type StampStyle, shortTime } from '../stamps.ts'

const modeSentence: Record<CommentMode, string> = {
  pre: 'We read every comment before it appears.',
  post: 'Comments appear at once, and we read every one of them.',
  closed: 'Comments under this story are closed.',
  off: '',
}

/** Under an article that is closed anyway, who is read first is no matter. */
const speaks = (thread: ThreadSetting | null, mode: CommentMode): thread is ThreadSetting =>
  thread !== null && (mode === 'pre' || mode === 'post' || thread.setting === 'closed')

/** Until when it is otherwise than usual; nothing at all where the thermostat is not set. */
function threadSentence({ setting, pauseMinutes, endsAt }: ThreadSetting, style: StampStyle): Html {
  const what = {
    slow: `One comment from each writer in ${sayPause(pauseMinutes ?? 0)}`,
    hold_new: 'Whoever writes here for the first time is read first',
    hold_all: 'For now we read every comment before it appears',
    closed: 'Closed for now',
  }[setting]
  return html` ${what}, until ${shortTime(endsAt, style)}.`
}

/** The paper's standing promise (S7 to S13), beside the form: rules, invitation to report, whose views these are. */
export function policyBox(
  policy: Policy,
  paper: Publication,
  mode: CommentMode,
  thread: ThreadSetting | null = null,
): Html {
  const rules: Fragment[] = policy.rules.map(
    (rule, i) => html`${i > 0 && ', '}<a href="${paths.policy()}#${rule.id}">${rule.title.toLowerCase()}</a>`,
  )
  return html`<div class="rules ui"><p><b>${modeSentence[mode]}</b>${speaks(thread, mode) && threadSentence(thread, paper)} Not printed: ${rules}. ${policy.report.invite}</p>
<p>${fillNames(policy.notice, paper)} ${fillNames(policy.takedown, paper)}</p></div>`
}
