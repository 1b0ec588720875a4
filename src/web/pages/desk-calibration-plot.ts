import type { Calibration } from '../../desk/calibration.ts'
import { type Fragment, html } from '../../lib/html.ts'

const width = 320
const height = 170
const left = 34
const right = 8
const top = 8
const bottom = 30

/** Kappa by week with its interval; weeks with too few pairs are gaps. The table beneath says the same. */
export function kappaPlot(weeks: Calibration['byWeek']): Fragment {
  const points = weeks.flatMap(({ week, agreement }, i) =>
    agreement?.kappa ? [{ week, i, ...agreement.kappa }] : [],
  )
  if (points.length < 2) return null
  // Zero is what chance gives: it stays in sight, and so does 1.
  const least = Math.max(-1, Math.min(0, Math.floor(5 * Math.min(...points.map(({ low }) => low))) / 5))
  const x = (i: number): number => left + ((i + 0.5) / weeks.length) * (width - left - right)
  const y = (kappa: number): number =>
    top + ((1 - Math.max(least, kappa)) / (1 - least)) * (height - top - bottom)
  const at = (i: number, kappa: number): string => `${x(i).toFixed(1)},${y(kappa).toFixed(1)}`
  const shown = weeks.map((one, i) => ({ ...one, i })).filter(({ i }) => i % 4 === 0)
  return html`<figure class="plot kappa"><svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="kappa-words">
<path class="axis" d="M${left} ${top}V${height - bottom}M${left} ${y(0).toFixed(1)}H${width - right}"/>
${[...new Set([1, 0.5, 0, least])].map(
  (kappa) => html`<text x="${left - 5}" y="${(y(kappa) + 4).toFixed(1)}" text-anchor="end">${kappa}</text>`,
)}
${shown.map(
  ({ week, i }) =>
    html`<text x="${x(i).toFixed(1)}" y="${height - bottom + 16}" text-anchor="middle">${week.slice(5)}</text>`,
)}
${points.map(({ i, low, high }) => html`<path class="interval" d="M${at(i, low)}L${at(i, high)}"/>`)}
${points.map(({ i, value }) => html`<circle cx="${x(i).toFixed(1)}" cy="${y(value).toFixed(1)}" r="3.5"/>`)}
</svg><figcaption id="kappa-words">Kappa, upwards, by week, to the right: 1 is full agreement, 0 what chance would give. The line through a point holds the truth in 95 of 100 cases; weeks with too few pairs have no point.</figcaption></figure>`
}
