import { characterF1, charactersOf, markedCharacters } from './char-overlap.ts'
import type { DevRow } from './devsets.ts'
import { readDevSet } from './devsets.ts'
import type { LinearHead } from './linear-heads.ts'
import type { Judged } from './metrics.ts'
import * as metrics from './metrics.ts'
import { progressOf } from './progress.ts'
import type { Scorer } from './scorer.ts'

export type Measurement = { measure: string; value: string }

type Scored = DevRow & { scores: Record<LinearHead, number> }
type Label = 'toxic' | 'obscene' | 'threat' | 'insult' | 'identity' | 'hate' | 'hateful' | 'bad'

const digits = (value: number): string => value.toFixed(3).replace(/^0/, '')
const percent = (value: number): string => `${(100 * value).toFixed(0)} %`

/** Set, label, and the head that is asked. */
const rankings: [set: string, label: Label, head: LinearHead][] = [
  ['jigsaw', 'toxic', 'toxic'],
  ['jigsaw', 'obscene', 'obscene'],
  ['jigsaw', 'threat', 'threat'],
  ['jigsaw', 'insult', 'insult'],
  ['jigsaw', 'identity', 'identity'],
  ['civil', 'toxic', 'toxic'],
  ['civil', 'obscene', 'obscene'],
  ['civil', 'insult', 'insult'],
  ['civil', 'identity', 'identity'],
  ['insults_news_2012', 'insult', 'insult'],
  ['surge', 'toxic', 'toxic'],
  ['fox_news', 'hate', 'identity'],
  ['wiki_cat_perspective', 'toxic', 'toxic'],
  ['wp_nonfuzz', 'toxic', 'toxic'],
  ['youtoxic', 'toxic', 'toxic'],
  ['edos', 'identity', 'identity'],
  ['edos', 'threat', 'threat'],
  ['hatexplain', 'identity', 'identity'],
  ['hatemoji', 'identity', 'identity'],
  ['hatecheck', 'hateful', 'identity'],
  ['madlibs', 'bad', 'toxic'],
  ['obfuscated', 'toxic', 'toxic'],
]

export function measurementsOf(scorer: Scorer, data: string): Measurement[] {
  const bar = progressOf('dev sets')
  const names = [...new Set(rankings.map(([set]) => set))]
  const sets = new Map(
    names.map((name, i) => {
      bar.update(i, names.length)
      return [name, scored(scorer, readDevSet(data, name))] as const
    }),
  )
  const setOf = (name: string): Scored[] => sets.get(name) ?? []
  const ranked = rankings.map(([set, label, head]) => ({
    set,
    label,
    head,
    judged: judge(setOf(set), label, head),
  }))
  bar.end()
  const jigsaw = ranked.filter(({ set }) => set === 'jigsaw').map(({ judged }) => metrics.rocAuc(judged))
  return [
    { measure: 'Jigsaw, mean AUC of the five heads', value: digits(jigsaw.reduce((a, b) => a + b) / 5) },
    ...ranked.map(ranking),
    ...hateCheck(setOf('hatecheck')),
    ...madlibs(setOf('madlibs'), setOf('jigsaw')),
    ...disguised(scorer, setOf('obfuscated')),
    ...triageValue('Jigsaw', judge(setOf('jigsaw'), 'toxic', 'toxic')),
    ...triageValue('Civil', judge(setOf('civil'), 'toxic', 'toxic')),
    evidence(scorer, readDevSet(data, 'civil_evidence_spans')),
  ]
}

const scored = (scorer: Scorer, rows: readonly DevRow[]): Scored[] =>
  rows.map((row) => ({
    ...row,
    scores: scorer.score(row.text, {
      ...((row.parent ?? row.prev) && { parentText: row.parent ?? row.prev }),
      ...(row.title && { headline: row.title }),
    }),
  }))

const judge = (rows: readonly Scored[], label: Label, head: LinearHead): Judged[] =>
  rows.flatMap((row) =>
    row[label] === undefined ? [] : [{ score: row.scores[head], positive: row[label] === 1 }],
  )

function ranking({
  set,
  label,
  head,
  judged,
}: {
  set: string
  label: Label
  head: string
  judged: Judged[]
}): Measurement {
  const positives = judged.filter((one) => one.positive).length
  return {
    measure: `${set}: ${label}${label === head ? '' : ` by ${head}`}, ${positives} of ${judged.length}: AUC, AP`,
    value: `${digits(metrics.rocAuc(judged))}, ${digits(metrics.averagePrecision(judged))}`,
  }
}

/** Per group: how often a sentence that names it is put on the right side, hateful and not. */
function hateCheck(rows: readonly Scored[]): Measurement[] {
  const { accuracy, threshold } = metrics.bestBalancedAccuracy(judge(rows, 'hateful', 'identity'))
  const flagged = (some: readonly Scored[]): number =>
    some.filter((row) => row.scores.identity >= threshold).length / some.length
  const targets = [...new Set(rows.map((row) => row.target))].filter((target) => target != null)
  const perTarget = targets.map((target) => {
    const [hateful, harmless] = [1, 0].map((label) =>
      flagged(rows.filter((row) => row.target === target && row.hateful === label)),
    )
    return `${target} ${digits(hateful ?? 0)}/${digits(harmless ?? 0)}`
  })
  const spelling = rows.filter((row) => row.functionality?.startsWith('spell_'))
  const hateful = rows.filter((row) => row.hateful === 1).map((row) => row.scores.identity)
  const atRecall = metrics.thresholdAt(0.895, hateful)
  return [
    { measure: `HateCheck: balanced accuracy at identity ${digits(threshold)}`, value: digits(accuracy) },
    {
      measure: 'HateCheck: spelling tests at hateful recall .895',
      value: digits(
        metrics.shareAbove(
          atRecall,
          spelling.map((row) => row.scores.identity),
        ),
      ),
    },
    { measure: 'HateCheck: hateful found/harmless flagged by target', value: perTarget.join(', ') },
  ]
}

/** The rate for each term of the harmless sentences that name it, where one in twenty natural harmless comments is flagged. */
function madlibs(rows: readonly Scored[], natural: readonly Scored[]): Measurement[] {
  const harmless = natural.filter((row) => row.toxic === 0).map((row) => row.scores.toxic)
  const threshold = metrics.thresholdAt(0.05, harmless)
  const terms = [...new Set(rows.map((row) => row.term ?? ''))]
  const rates = terms.map((term) => ({
    term,
    rate: metrics.shareAbove(
      threshold,
      rows.filter((row) => row.term === term && row.bad === 0).map((row) => row.scores.toxic),
    ),
  }))
  rates.sort((a, b) => b.rate - a.rate)
  const worst = rates[0]
  return [
    {
      measure: 'madlibs: largest false-positive rate of a term, at 5 % natural',
      value: `${digits(worst?.rate ?? 0)} (${worst?.term})`,
    },
    {
      measure: 'madlibs: false-positive rate by term',
      value: rates.map(({ term, rate }) => `${term} ${digits(rate)}`).join(', '),
    },
  ]
}

function disguised(scorer: Scorer, rows: readonly Scored[]): Measurement[] {
  const plain = rows.map((row) => ({
    score: scorer.score(row.original ?? row.text, {}).toxic,
    positive: row.toxic === 1,
  }))
  const lost = metrics.rocAuc(plain) - metrics.rocAuc(judge(rows, 'toxic', 'toxic'))
  const threshold = metrics.thresholdAt(
    0.05,
    rows.filter((row) => row.toxic === 0).map((row) => row.scores.toxic),
  )
  const tricks = [...new Set(rows.map((row) => row.trick ?? ''))].map((trick) => {
    const toxic = rows.filter((row) => row.trick === trick && row.toxic === 1)
    return `${trick} ${digits(
      metrics.shareAbove(
        threshold,
        toxic.map((row) => row.scores.toxic),
      ),
    )}`
  })
  return [
    { measure: 'disguised: AUC lost', value: digits(lost) },
    { measure: 'disguised: recall at 5 % false positives', value: tricks.sort().join(', ') },
  ]
}

function triageValue(name: string, judged: Judged[]): Measurement[] {
  return [
    {
      measure: `${name}: publishable unread at 5 % missed`,
      value: percent(metrics.unreadShare(0.05, judged)),
    },
    { measure: `${name}: recall at precision .90`, value: digits(metrics.recallAtPrecision(0.9, judged)) },
    { measure: `${name}: best F1`, value: digits(metrics.bestF1(judged)) },
  ]
}

function evidence(scorer: Scorer, rows: readonly DevRow[]): Measurement {
  const total = rows.reduce(
    (sum, row) => sum + characterF1(charactersOf(scorer.evidence(row.text)), markedCharacters(row)),
    0,
  )
  return { measure: 'evidence: character F1', value: digits(total / rows.length) }
}
