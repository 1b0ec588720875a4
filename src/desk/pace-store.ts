import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { after, days } from '../lib/clock.ts'
import { type Pace, paceOf } from './pace.ts'

const WEEKS_LOOKED_AT = 4
/** The newest decisions by their key: on a busy desk they are fewer weeks, and enough. */
const NEWEST_DECISIONS = 20_000

/** Of the last weeks; a take-down of many comments is one act, and an undo is part of the work. */
export async function findPace(db: Db, now: Date): Promise<Pace> {
  const { rows } = await sql<{ decisions: number }>`
    select count(distinct coalesce(-batch_id, id))::int as decisions
    from (select id, batch_id, staff_id, decided_at, decider from decision order by id desc limit ${NEWEST_DECISIONS}) d
    where decider = 'staff' and decided_at > ${after(now, -days(7 * WEEKS_LOOKED_AT))}
    group by staff_id, date_trunc('hour', decided_at)`.execute(db)
  return paceOf(rows)
}
