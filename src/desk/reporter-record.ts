import { days, minutes, seconds } from '../lib/clock.ts'

/** What became of one report: `upheld` where the desk took the comment away, under whatever rule. */
export type ReportOutcome = { upheld: boolean; answeredAt: Date }

/** Decayed counts of one reporter under one rule: not whole numbers. */
export type ReporterRecord = { upheld: number; rejected: number }

/** After half a year an outcome counts half: people learn, and rules change. */
export const HALF_LIFE_DAYS = 180

/** Of a stranger, or of somebody whose address nothing shows to be theirs. */
export const noRecord: ReporterRecord = { upheld: 0, rejected: 0 }

/** Each outcome weighs 2^(-age / half-life); one from the future (a clock set back) weighs one. */
export function recordOf(outcomes: readonly ReportOutcome[], now: Date): ReporterRecord {
  const record = { upheld: 0, rejected: 0 }
  for (const { upheld, answeredAt } of outcomes) {
    const age = Math.max(0, now.getTime() - answeredAt.getTime()) / days(HALF_LIFE_DAYS)
    record[upheld ? 'upheld' : 'rejected'] += 2 ** -age
  }
  return record
}

/** Of a reporter nothing is known of: one report in five is taken to be right. An assumption, worth five answered reports. */
const PRIOR = { upheld: 1, rejected: 4 }

/**
 * How likely the reporter's next report under the rule is upheld: the mean of the Beta posterior over the decayed counts.
 * Strictly between 0 and 1: nobody's report counts for nothing.
 */
export const trustIn = ({ upheld, rejected }: ReporterRecord): number =>
  (upheld + PRIOR.upheld) / (upheld + rejected + PRIOR.upheld + PRIOR.rejected)

/**
 * How far reports alone say that a rule is broken, 0 to 1; each a separate objection, that may be right by itself, so
 * they add up as independent chances do.
 */
export const reportWeight = (reports: readonly { reporterRecord: ReporterRecord }[]): number =>
  1 - reports.reduce((wrong, { reporterRecord }) => wrong * (1 - trustIn(reporterRecord)), 1)

/** One report as it came, with what tells its sender from others; equal keys are one household or one letter box. */
export type FiledReport = {
  ruleId: string
  filedAt: Date
  reporterRecord: ReporterRecord
  /** Hash of the network, address without dots and plus, id where it is known: whatever there is. */
  identities: readonly string[]
}

/** Reports this close behind one another came from one call to arms, or from one person with three devices. */
const BURST = seconds(60)
/** A comment that many see is reported all day: a run is cut here, and the next begins. */
const LONGEST_RUN = minutes(10)

/**
 * The separate objections among the open reports on one comment: those from near identities, or in one burst, are one, with
 * the best record among them. A brigade of fifty then weighs as much as its best member.
 */
export function separateObjections(reports: readonly FiledReport[]): FiledReport[] {
  const inOrder = [...reports].sort((a, b) => a.filedAt.getTime() - b.filedAt.getTime())
  const group = inOrder.map((_, i) => i)
  const rootOf = (i: number): number => {
    let root = i
    while (group[root] !== root) root = group[root] as number
    group[i] = root
    return root
  }
  const firstWith = new Map<string, number>()
  let runBegan = 0
  for (const [i, report] of inOrder.entries()) {
    const at = report.filedAt.getTime()
    const before = inOrder[i - 1]?.filedAt.getTime() ?? Number.NEGATIVE_INFINITY
    if (at - before <= BURST && at - runBegan <= LONGEST_RUN) group[rootOf(i)] = rootOf(i - 1)
    else runBegan = at
    for (const identity of report.identities) {
      const first = firstWith.get(identity)
      if (first === undefined) firstWith.set(identity, i)
      else group[rootOf(i)] = rootOf(first)
    }
  }
  const best = new Map<number, FiledReport>()
  for (const [i, report] of inOrder.entries()) {
    const known = best.get(rootOf(i))
    if (!known || trustIn(known.reporterRecord) < trustIn(report.reporterRecord)) best.set(rootOf(i), report)
  }
  return [...best.values()]
}
