import type { CurvePoint } from '../../desk/unread-curve.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'

const width = 320
const height = 180
const left = 40
const bottom = 32
const top = 8
const right = 6

/** Missed breaches over the share published unread, with the band of the interval; the table beside it says the same. */
export function missedPlot(points: readonly CurvePoint[], marked: CurvePoint | undefined): Fragment {
  if (points.length < 2) return null
  const most = Math.min(1, Math.max(...points.map(({ missed }) => missed.high), 0.05))
  const x = (share: number): number => left + share * (width - left - right)
  const y = (missed: number): number => height - bottom - (missed / most) * (height - bottom - top)
  const at = (share: number, missed: number): string => `${x(share).toFixed(1)},${y(missed).toFixed(1)}`
  const line = points.map(({ share, missed }) => at(share, missed.value))
  const upper = points.map(({ share, missed }) => at(share, missed.high))
  const lower = points.map(({ share, missed }) => at(share, missed.low)).reverse()
  return html`<figure class="plot curve"><svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="curve-words">
<polygon class="band" points="${at(0, 0)} ${upper.join(' ')} ${lower.join(' ')}"/>
<path class="axis" d="M${left} ${top}V${height - bottom}H${width - right}"/>
${[0, 0.25, 0.5, 0.75, 1].map((share) => label(x(share), height - bottom + 13, percentText(share), share === 1 ? 'end' : 'middle'))}
${label(width - right, height - 4, 'published unread', 'end')}
${label(left - 4, y(most) + 8, percentText(most), 'end')}${label(left - 4, y(0), '0', 'end')}
<polyline points="${at(0, 0)} ${line.join(' ')}"/>
${marked && html`<circle class="chosen" cx="${x(marked.share).toFixed(1)}" cy="${y(marked.missed.value).toFixed(1)}" r="4"/>`}
</svg><figcaption id="curve-words">Share of all breaches that would be missed, upwards, by the share of comments published unread, to the right. The grey band holds the truth in 95 of 100 cases.</figcaption></figure>`
}

const percentText = (share: number): string => `${Math.round(100 * share)} %`

const label = (x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end'): Html =>
  html`<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${words}</text>`
