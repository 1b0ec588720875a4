import type { PoolRow } from './pool.ts'
import { heads } from './pool.ts'

/**
 * What is not toxic is no insult, no threat and no hatred either, whether or not its annotators were asked: that is how
 * the sets define the labels (Jigsaw 2018 and after it). Swearing is left open where a set was about hatred alone.
 */
export function withImpliedLabels(row: PoolRow): PoolRow {
  if (row.toxic !== 0 || row.src === 'own') return row
  const implied = heads.filter((head) => head !== 'obscene' || row.src !== 'hatexplain')
  return { ...Object.fromEntries(implied.map((head) => [head, 0])), ...row }
}
