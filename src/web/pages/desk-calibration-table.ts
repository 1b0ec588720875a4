import type { Agreement } from '../../desk/agreement.ts'
import type { Calibration, Reading } from '../../desk/calibration.ts'
import type { Estimate } from '../../lib/binomial.ts'
import { ruleTitle } from './desk-words.ts'

/** A line of the table, on the page and in the file. Numbers are null where there are too few pairs, or nothing to tell. */
export type AgreementRow = {
  part: 'all' | 'rule' | 'pair' | 'week'
  what: string
  pairs: number
  observed: Estimate | null
  measure: 'kappa' | 'alpha'
  value: Estimate | null
}

const rowOf = (
  part: AgreementRow['part'],
  what: string,
  { pairs, agreement }: { pairs: number; agreement: Agreement | null },
): AgreementRow => ({
  part,
  what,
  pairs,
  observed: agreement?.observed ?? null,
  measure: 'kappa',
  value: agreement?.kappa ?? null,
})

/** `names` null: whoever looks is not to know whose agreement it is, and sees no pairs of people. */
export function agreementRows(
  { weighed, drawn, alpha, byRule, byPair, byWeek }: Calibration,
  {
    rules,
    names,
  }: { rules: readonly { id: string; title: string }[]; names: ReadonlyMap<number, string> | null },
): AgreementRow[] {
  const nameIn = (id: number): string => names?.get(id) ?? `number ${id}`
  return [
    rowOf('all', 'All decisions, weighed', weighed),
    rowOf('all', 'What was drawn, unweighed', drawn),
    {
      part: 'all',
      what: 'What was drawn, unweighed',
      pairs: drawn.pairs,
      observed: null,
      measure: 'alpha',
      value: alpha?.alpha ?? null,
    },
    ...byRule.map((one) => rowOf('rule', ruleTitle(rules, one.ruleId), one)),
    ...(names === null
      ? []
      : byPair.map((one: Reading & { staffIds: [number, number] }) =>
          rowOf('pair', one.staffIds.map(nameIn).join(' and '), one),
        )),
    ...byWeek.map((one) => rowOf('week', one.week, one)),
  ]
}

/** RFC 4180. */
export function csvOf(rows: readonly AgreementRow[]): string {
  const head = 'part,what,pairs,agreement,agreement_low,agreement_high,measure,value,low,high'
  const lines = rows.map(({ part, what, pairs, observed, measure, value }) =>
    [part, cell(what), pairs, ...ends(observed), measure, ...ends(value)].join(','),
  )
  return `${[head, ...lines].join('\r\n')}\r\n`
}

const ends = (estimate: Estimate | null): string[] =>
  estimate === null
    ? ['', '', '']
    : [estimate.value, estimate.low, estimate.high].map((number) => number.toFixed(4))

/** A spreadsheet takes what begins so for a formula, and people choose their own names. */
function cell(text: string): string {
  const tame = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${tame.replaceAll('"', '""')}"`
}
