import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { after, days } from '../lib/clock.ts'
import { type FiledReport, noRecord, recordOf, reportWeight, separateObjections } from './reporter-record.ts'

/** Newer than these nothing older changes a record that fades. */
const MOST_OUTCOMES = 200
const MOST_REPORTS = 200

type ReportRow = {
  comment_id: number
  rule_id: string
  filed_at: Date
  network: string | null
  letter_box: string | null
  reporter_id: number | null
  outcomes: { upheld: boolean; at: string }[] | null
}

/** Answered reports of one reporter under one rule; an undo opens them again, and they are gone from here. */
const outcomesOf = (reporter: string, rule: string) =>
  sql.raw(`(
      select json_agg(json_build_object('upheld', o.state = 'upheld', 'at', o.answered_at)) from (
        select state, answered_at from report p where p.reporter_id = ${reporter} and p.rule_id = ${rule}
          and p.state in ('upheld', 'dismissed') order by p.id desc limit ${MOST_OUTCOMES}) o)`)

const recordFrom = (outcomes: ReportRow['outcomes'], now: Date) =>
  outcomes === null
    ? noRecord
    : recordOf(
        outcomes.map(({ upheld, at }) => ({ upheld, answeredAt: new Date(at) })),
        now,
      )

/** The open reports on these comments, each with its reporter's record under its rule. Comments without any are absent. */
export async function listFiledReports(
  db: Db,
  commentIds: readonly number[],
  now: Date,
): Promise<Map<number, FiledReport[]>> {
  const { rows } = await sql<ReportRow>`
    select r.comment_id, r.rule_id, r.filed_at, encode(r.network_key, 'hex') as network,
      near_email(r.reporter_email) as letter_box, r.reporter_id,
      case when r.reporter_id is not null then ${outcomesOf('r.reporter_id', 'r.rule_id')} end as outcomes
    from unnest(${commentIds}::bigint[]) as asked (id)
    cross join lateral (select * from report r where r.comment_id = asked.id and r.state = 'open'
      order by r.id limit ${MOST_REPORTS}) r`.execute(db)
  const found = new Map<number, FiledReport[]>()
  for (const row of rows) {
    const report = {
      ruleId: row.rule_id,
      filedAt: row.filed_at,
      reporterRecord: recordFrom(row.outcomes, now),
      identities: identitiesOf(row.network, row.letter_box, row.reporter_id),
    }
    const known = found.get(row.comment_id)
    if (known) known.push(report)
    else found.set(row.comment_id, [report])
  }
  return found
}

const identitiesOf = (network: string | null, letterBox: string | null, id: number | null): string[] => [
  ...(network === null ? [] : [`network:${network}`]),
  ...(letterBox === null ? [] : [`letter box:${letterBox}`]),
  ...(id === null ? [] : [`reporter:${id}`]),
]

/** How far the open reports on each comment say that a rule is broken, 0 to 1, brigades as one. For the queue's order and the card, never by person. */
export async function weighReports(
  db: Db,
  commentIds: readonly number[],
  now: Date,
): Promise<Map<number, number>> {
  if (commentIds.length === 0) return new Map()
  const filed = await listFiledReports(db, commentIds, now)
  return new Map([...filed].map(([id, reports]) => [id, reportWeight(separateObjections(reports))]))
}

/** For the reporter's own eyes: of the last year's answered reports, how many were upheld. */
export async function findOwnStanding(
  db: Db,
  reporterId: number,
  now: Date,
): Promise<{ answered: number; upheld: number }> {
  const { rows } = await sql<{ answered: number; upheld: number }>`
    select count(*)::int as answered, count(*) filter (where state = 'upheld')::int as upheld
    from report where reporter_id = ${reporterId} and state in ('upheld', 'dismissed')
      and answered_at > ${after(now, -days(365))}`.execute(db)
  return rows[0] ?? { answered: 0, upheld: 0 }
}
