import type { Head, PoolRow } from './pool.ts'

export type LinearHead = Head | 'spam'

/** How one head is trained. All figures were chosen on the development sets. */
export type Recipe = {
  head: LinearHead
  /** Undefined where the row does not tell. */
  labelOf(row: PoolRow, index: number): 0 | 1 | undefined
  weightOf(row: PoolRow): number
  c: number
  passageShare: number
  /** What features without a naive-Bayes ratio may say; undefined: all may say the same, for want of positives. */
  floor: number | undefined
}

/**
 * How much sources weigh where it differs from their rows: they were gathered by searching for words, or labelled in
 * another sense.
 * Davidson's labels follow dialect (Sap et al. 2019), the forum's are about hatred only.
 */
const sourceWeights: Record<string, number> = {
  davidson: 0.1,
  hatexplain: 0.3,
  edos: 0.3,
  stormfront: 0,
  own: 0.5,
}

const weightBy =
  (changed: Record<string, number> = {}) =>
  (row: PoolRow): number =>
    changed[row.src] ?? sourceWeights[row.src] ?? row.w

const common = { c: 0.1, floor: 0.25 }

const recipes: Record<LinearHead, Recipe> = {
  toxic: {
    ...common,
    head: 'toxic',
    // Hatred is toxic, also where a source leaves it unsaid.
    labelOf: (row) => row.toxic ?? (row.identity === 1 ? 1 : undefined),
    weightOf: weightBy({ paradetox: 1.2 }),
    passageShare: 0.25,
  },
  obscene: {
    ...common,
    head: 'obscene',
    labelOf: (row) => row.obscene,
    weightOf: weightBy(),
    passageShare: 0.3,
  },
  threat: {
    head: 'threat',
    labelOf: (row) => row.threat,
    // One row in a hundred is a threat.
    weightOf: (row) => weightBy({ edos: row.w, own: 0.8 })(row) * (row.threat === 1 ? 4 : 1),
    c: 0.25,
    passageShare: 0.3,
    floor: undefined,
  },
  insult: {
    ...common,
    head: 'insult',
    // ParaDetox was rewritten until nothing toxic was left, so without insult too.
    labelOf: (row) => row.insult ?? (row.src === 'paradetox' && row.toxic === 0 ? 0 : undefined),
    weightOf: weightBy({ paradetox: 0.3, own: 0.8 }),
    passageShare: 0.12,
  },
  identity: {
    ...common,
    head: 'identity',
    // What is not toxic is no hatred.
    labelOf: (row) => row.identity ?? (row.toxic === 0 ? 0 : undefined),
    weightOf: weightBy({ hatexplain: 0.5, stormfront: 0.5, own: 1 }),
    c: 0.05,
    passageShare: 0.3,
  },
  spam: {
    head: 'spam',
    labelOf: (row) => row.spam ?? (row.toxic === 0 && harmless.has(row.src) ? 0 : undefined),
    weightOf: (row) =>
      row.src === 'youtube' ? 6 : row.src === 'own' ? 1 : row.spam === undefined ? 0.5 : row.w,
    c: 8,
    passageShare: 0,
    floor: undefined,
  },
}

/** Whole comments of people who sell nothing: what spam must be told from on a paper's pages. */
const harmless = new Set(['civil_aa', 'jig_kh1'])

export const linearHeads = Object.keys(recipes) as LinearHead[]
export const recipeOf = (head: LinearHead): Recipe => recipes[head]
