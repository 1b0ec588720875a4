import type { Progress } from '../../desk/learning-review.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'

const width = 320
const height = 120
const left = 34
const bottom = 18
const top = 6

/** The course of both errors, decision by decision. Told apart by their stroke, not by colour alone (WCAG 1.4.1). */
export function lossPlot({ without, withIt }: Progress['course']): Fragment {
  if (without.length < 2) return null
  const most = Math.max(...without, ...withIt, 0.1)
  const y = (loss: number): number => height - bottom - (loss / most) * (height - bottom - top)
  const line = (losses: readonly number[]): string =>
    losses
      .map((loss, i) => {
        const x = left + (i / (losses.length - 1)) * (width - left - 2)
        return `${x.toFixed(1)},${y(loss).toFixed(1)}`
      })
      .join(' ')
  return html`<figure class="plot"><svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="plot-words">
<path class="axis" d="M${left} ${top}V${height - bottom}H${width}"/>
${label(left - 4, y(most) + 8, most.toFixed(2))}${label(left - 4, y(0), '0')}
<polyline class="without" points="${line(without)}"/><polyline class="learnt" points="${line(withIt)}"/>
</svg><figcaption id="plot-words">Log loss, mean of 20 decisions, oldest on the left: dashed the engine alone, at the end ${last(
    without,
  )}; solid with what was learnt, at the end ${last(withIt)}.</figcaption></figure>`
}

const last = (losses: readonly number[]): string => (losses.at(-1) ?? 0).toFixed(3)

const label = (x: number, y: number, words: string): Html =>
  html`<text x="${x}" y="${y.toFixed(1)}" text-anchor="end">${words}</text>`
