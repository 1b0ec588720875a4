import type { Calibration } from '../src/triage/calibration.ts'
import type { Judged } from './metrics.ts'

/**
 * Platt's sigmoid by Newton's method with backtracking, with his corrected targets (Platt 1999; Lin, Lin and Weng 2007,
 * whose loop this is).
 */
export function fitPlatt(judged: readonly Judged[]): Calibration {
  const positives = judged.filter((one) => one.positive).length
  const targets = judged.map((one) =>
    one.positive ? (positives + 1) / (positives + 2) : 1 / (judged.length - positives + 2),
  )
  let slope = 0
  let intercept = Math.log((positives + 1) / (judged.length - positives + 1))
  let loss = lossOf(judged, targets, slope, intercept)
  for (let iteration = 0; iteration < 100; iteration++) {
    const { step, size } = newtonStep(judged, targets, slope, intercept)
    if (size < 1e-8) break
    let length = 1
    while (length > 1e-10) {
      const candidate = lossOf(judged, targets, slope - length * step[0], intercept - length * step[1])
      if (candidate < loss) {
        slope -= length * step[0]
        intercept -= length * step[1]
        loss = candidate
        break
      }
      length /= 2
    }
    if (length <= 1e-10) break
  }
  return { slope, intercept }
}

function lossOf(
  judged: readonly Judged[],
  targets: readonly number[],
  slope: number,
  intercept: number,
): number {
  return judged.reduce((sum, { score }, i) => {
    const z = slope * score + intercept
    return sum + Math.log1p(Math.exp(-Math.abs(z))) + Math.max(z, 0) - (targets[i] ?? 0) * z
  }, 0)
}

function newtonStep(
  judged: readonly Judged[],
  targets: readonly number[],
  slope: number,
  intercept: number,
): { step: readonly [number, number]; size: number } {
  let [h11, h12, h22, g1, g2] = [1e-12, 0, 1e-12, 0, 0]
  judged.forEach(({ score }, i) => {
    const p = 1 / (1 + Math.exp(-(slope * score + intercept)))
    const curvature = p * (1 - p)
    h11 += score * score * curvature
    h12 += score * curvature
    h22 += curvature
    g1 += score * (p - (targets[i] ?? 0))
    g2 += p - (targets[i] ?? 0)
  })
  const determinant = h11 * h22 - h12 * h12
  return {
    step: [(h22 * g1 - h12 * g2) / determinant, (h11 * g2 - h12 * g1) / determinant],
    size: Math.abs(g1) + Math.abs(g2),
  }
}
