import type { Calibration } from '../src/triage/calibration.ts'
import type { LinearModel } from '../src/triage/linear-model.ts'
import type { TokensOf } from '../src/triage/tokens.ts'
import { readDevSet } from './devsets.ts'
import type { LinearHead } from './linear-heads.ts'
import type { Judged } from './metrics.ts'
import { fitPlatt } from './platt.ts'

/** The sets whose mix of comments is nearest to what a paper gets: whole threads, most of it harmless. */
const sets = ['civil', 'jigsaw'] as const

/** For each head the sigmoid that fits the development sets; spam has none there and is fitted by its own trainer. */
export function calibrate(
  model: LinearModel,
  tokensOf: TokensOf,
  data: string,
  spamScores: readonly Judged[],
): Calibration[] {
  const rows = sets.flatMap((set) => readDevSet(data, set))
  const logits = rows.map((row) => model.read(row.text, tokensOf(row.text)).logits)
  return model.heads.map((head, i) => {
    if (head === 'spam') return fitPlatt(spamScores)
    const judged = rows.flatMap((row, k): Judged[] => {
      const label = row[head as Exclude<LinearHead, 'spam'>]
      return label === undefined ? [] : [{ score: logits[k]?.[i] ?? 0, positive: label === 1 }]
    })
    return fitPlatt(judged)
  })
}
