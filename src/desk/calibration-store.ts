import { sql } from 'kysely'
import { withinSections } from '../accounts/section-store.ts'
import type { Db } from '../db/database.ts'
import type { AnsweredLook } from './calibration.ts'
import type { DecisionAct } from './decision.ts'
import { firstDay, type IsoWeek, weekLater } from './iso-week.ts'

/** Weeks by the paper's clock, the first and the one behind the last. */
type Span = { from: IsoWeek; weeks: number; zone: string }

const answeredWithin = ({ from, weeks, zone }: Span) =>
  sql`(w.answered_at >= ${firstDay(from)}::timestamp at time zone ${zone}
      and w.answered_at < ${firstDay(weekLater(from, weeks))}::timestamp at time zone ${zone})`

/** A quarter of a very large desk; the newest of what is more. */
const MOST_LOOKS = 20_000

/** Both answers to what was looked at twice, without a word of it: erased or not, it was answered. */
export async function listAnsweredLooks(db: Db, span: Span, staffId: number): Promise<AnsweredLook[]> {
  const { rows } = await sql<AnsweredLook>`
    select to_char(w.answered_at at time zone ${span.zone}, 'IYYY-"W"IW') as week, d.rule_id as "firstRuleId",
      w.rule_id as "secondRuleId", d.staff_id as "firstStaffId", w.staff_id as "secondStaffId", s.chance
    from second_look_answer w join second_look s on s.id = w.look_id join decision d on d.id = s.decision_id
    where ${answeredWithin(span)} and ${withinSections(staffId, sql`s.article_id`)}
    order by w.answered_at desc, s.id desc limit ${MOST_LOOKS}`.execute(db)
  return rows
}

export async function listStaffNames(db: Db, staffIds: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from staff where id = any(${[...staffIds]}::int[])`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export type Disagreement = {
  lookId: number
  commentId: number
  revisionNo: number
  text: string
  headline: string
  firstAct: DecisionAct
  firstRuleId: string | null
  firstBy: string
  secondRuleId: string | null
  secondBy: string
  answeredAt: Date
  /** The rules it is pinned to now. */
  pinnedTo: string[]
}

/** More in one week than anybody talks over. */
const MOST_DISAGREEMENTS = 100

/** Of one week, in the order in which they came. Withdrawn and erased words are not there any more, whoever disagreed. */
export async function listDisagreements(db: Db, span: Span, staffId: number): Promise<Disagreement[]> {
  const { rows } = await sql<Disagreement>`
    select s.id as "lookId", s.comment_id as "commentId", s.revision_no as "revisionNo", r.text, ar.headline,
      d.act as "firstAct", d.rule_id as "firstRuleId", f.name as "firstBy", w.rule_id as "secondRuleId",
      g.name as "secondBy", w.answered_at as "answeredAt",
      (select coalesce(array_agg(n.rule_id order by n.id), '{}') from precedent_pin n
        where n.comment_id = s.comment_id and n.revision_no = s.revision_no and n.unpinned_at is null) as "pinnedTo"
    from second_look_answer w join second_look s on s.id = w.look_id join decision d on d.id = s.decision_id
    join comment c on c.id = s.comment_id
    join comment_revision r on r.comment_id = s.comment_id and r.revision_no = s.revision_no
    join article a on a.id = s.article_id
    join article_revision ar on ar.article_id = a.id and ar.revision_no = a.revision_no
    join staff f on f.id = d.staff_id
    join staff g on g.id = w.staff_id
    where ${answeredWithin(span)} and w.rule_id is distinct from d.rule_id
      and r.text is not null and c.state <> 'withdrawn' and ${withinSections(staffId, sql`s.article_id`)}
    order by w.answered_at, s.id limit ${MOST_DISAGREEMENTS}`.execute(db)
  return rows
}
