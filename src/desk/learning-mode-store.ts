import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { invariant } from '../lib/invariant.ts'
import type { LearningMode } from '../newsroom/article.ts'
import { blankLearning } from './learning.ts'
import { findLatestVersion, insertVersion, type Reset } from './learning-store.ts'
import { findChainHead } from './ledger-store.ts'

/** As it is set now, and by whom where somebody set it. */
export type LearningSetting = { mode: LearningMode; setBy: string | null }

export async function findLearningSetting(db: Db): Promise<LearningSetting> {
  const { rows } = await sql<LearningSetting>`
    select p.learning as mode, s.name as "setBy" from publication p left join staff s on s.id = p.learning_by
    order by p.id limit 1`.execute(db)
  const [row] = rows
  invariant(row, 'learning is set on a paper that is there')
  return row
}

/**
 * Lets what was learnt speak in live scores, or takes it back to being measured only. On record under the name of who did
 * it. `unlessResetAfter` is the version that was judged: a reset since then was not.
 */
export async function setLearningMode(
  db: Db,
  set: { mode: Exclude<LearningMode, 'off'>; unlessResetAfter: number },
  by: { staffId: number },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      update publication set learning = ${set.mode}, learning_by = ${by.staffId}
      -- From off it begins anew, which is a reset.
      where learning not in (${set.mode}, 'off')
        and not exists (select 1 from site_learning v where v.version > ${set.unlessResetAfter} and v.reset_by is not null)
      returning id
    ), entry as (
      insert into ledger (at, kind, actor, staff_id, value)
      select ${now}::timestamptz, 'learning_set', 'staff', ${by.staffId}::int, ${set.mode} from changed
    )
    select id from changed`.execute(db)
  return rows.length > 0
}

/** Forgets all that was learnt: a new line, which begins with what is decided from now on, and never speaks at once. */
export async function resetLearning(db: Db, reset: Reset, engine: string, now: Date): Promise<number> {
  for (;;) {
    const [latest, head] = await Promise.all([findLatestVersion(db), findChainHead(db)])
    const position = head?.position ?? 0
    const version = (latest?.version ?? 0) + 1
    const start = { position, at: now }
    const made = { version, engine, start, position, learning: blankLearning, reset }
    if (await insertVersion(db, made, undefined, now)) return version
    // A job wrote a version meanwhile: the reset comes after it.
  }
}
