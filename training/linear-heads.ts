import type { Head, PoolRow } from './pool.ts'

export type LinearHead = Head | 'spam'

/** How one head is trained. All figures were chosen on the development sets. */
export type Recipe = {
  head: LinearHead
  /** Undefined where the row does not tell. */
  labelOf(row: PoolRow, index: number): 0 | 1 | undefined
  weightOf(row: PoolRow): number
  c: number
  /** What features without a naive-Bayes ratio may say; undefined: all may say the same, for want of positives. */
  floor: number | undefined
}

const plainWeight = (row: PoolRow): number => row.w

const recipes: Record<LinearHead, Recipe> = {
  toxic: {
    head: 'toxic',
    // Hatred is toxic, also where a source leaves it unsaid.
    labelOf: (row) => row.toxic ?? (row.identity === 1 ? 1 : undefined),
    weightOf: plainWeight,
    c: 0.1,
    floor: 0.25,
  },
  obscene: { head: 'obscene', labelOf: (row) => row.obscene, weightOf: plainWeight, c: 0.1, floor: 0.25 },
  threat: {
    head: 'threat',
    labelOf: (row) => row.threat,
    // One row in a hundred is a threat.
    weightOf: (row) => row.w * (row.threat === 1 ? 4 : 1),
    c: 0.5,
    floor: undefined,
  },
  insult: { head: 'insult', labelOf: (row) => row.insult, weightOf: plainWeight, c: 0.1, floor: 0.25 },
  identity: {
    head: 'identity',
    // What is not toxic is no hatred.
    labelOf: (row) => row.identity ?? (row.toxic === 0 ? 0 : undefined),
    weightOf: plainWeight,
    c: 0.05,
    floor: 0.25,
  },
  spam: {
    head: 'spam',
    labelOf: (row) => row.spam ?? (row.toxic === 0 && harmless.has(row.src) ? 0 : undefined),
    weightOf: plainWeight,
    c: 1,
    floor: undefined,
  },
}

/** Whole comments of people who sell nothing: what spam must be told from on a paper's pages. */
const harmless = new Set(['civil_aa', 'jig_kh1'])

export const linearHeads = Object.keys(recipes) as LinearHead[]
export const recipeOf = (head: LinearHead): Recipe => recipes[head]
