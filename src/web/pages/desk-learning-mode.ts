import { DECISIONS_NEEDED, type Gain } from '../../desk/learning-gain.ts'
import type { LearningSetting } from '../../desk/learning-mode-store.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import { type DeskFrame, tokenField } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { count } from './desk-words.ts'

/** Whether what was learnt speaks, how well it foretells, and the button that changes it: `form_token`, `mode`. */
export function learningMode(frame: DeskFrame, { mode, setBy }: LearningSetting, gain: Gain): Html {
  const by = setBy === null ? null : html` ${setBy} set it so.`
  if (mode === 'off')
    return section(html`<p>Learning is off: nothing is learnt from decisions, and nothing learnt is kept.${by}</p>
${button(frame, 'shadow', 'Begin to learn')}`)
  if (mode === 'live')
    return section(html`<p><b>Live:</b> what was learnt moves the scores of comments as they come.${by}</p>
${gain.verdict === 'worse' && html`<p class="wrong" role="alert">It foretells the last decisions worse than the engine alone does.</p>`}
${measured(gain)}${button(frame, 'shadow', 'Put back to shadow')}`)
  return section(html`<p><b>In shadow:</b> what was learnt is measured and shown here, and moves no score of a comment.${by}</p>
${measured(gain)}${gain.verdict === 'better' ? button(frame, 'live', 'Let it move live scores') : html`<p>${whyNot(gain)}</p>`}`)
}

const section = (body: Fragment): Html =>
  html`<section aria-labelledby="mode"><h2 id="mode">In scores</h2>${body}</section>`

const button = (frame: DeskFrame, mode: 'live' | 'shadow', label: string): Html =>
  html`<form method="post" action="${paths.desk.learningMode()}">${tokenField(frame)}<button name="mode" value="${mode}">${label}</button></form>`

function measured({ decisions, mean, low, high }: Gain): Fragment {
  if (decisions < 2) return null
  return html`<p>On the last ${count(decisions, 'decision', 'decisions')} the log loss of one is ${Math.abs(mean).toFixed(3)} ${
    mean <= 0 ? 'smaller' : 'larger'
  } with what was learnt (95 % interval of the difference: ${signed(low)} to ${signed(high)}).</p>`
}

/** A minus sign as wide as the plus. */
const signed = (change: number): string => `${change < 0 ? '−' : '+'}${Math.abs(change).toFixed(3)}`

function whyNot({ verdict, decisions }: Gain): string {
  if (verdict === 'too_few')
    return `It can go live after ${DECISIONS_NEEDED} decisions, where it foretells them measurably better than the engine alone. So far: ${decisions}.`
  if (verdict === 'worse') return 'It foretells decisions worse than the engine alone, so it stays in shadow.'
  return 'That is not measurably better than the engine alone, so it stays in shadow.'
}
