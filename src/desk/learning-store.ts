import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { deserialise, serialise } from '../triage/site-learner-bytes.ts'
import { blankLearning, type Judgement, type Learning } from './learning.ts'

/** One version of what was learnt, without the weights. */
export type LearningVersion = {
  version: number
  engine: string
  /** Where the line began: after the last reset, or at the first decision. */
  start: LineStart
  /** All decisions sealed up to here that stood are in it. */
  position: number
  decisionCount: number
  sha256: string
  madeAt: Date
  resetBy: string | null
}
export type LineStart = { position: number; at: Date | null }

// Enough to go back a few minutes, where nearly every undo lies, without learning all again.
const VERSIONS_KEPT_WHOLE = 5

type VersionRow = {
  version: number
  engine: string
  start_position: number
  start_at: Date | null
  position: number
  decision_count: number
  sha256: Buffer
  made_at: Date
  reset_by: string | null
}

const versionFromRow = (row: VersionRow): LearningVersion => ({
  version: row.version,
  engine: row.engine,
  start: { position: row.start_position, at: row.start_at },
  position: row.position,
  decisionCount: row.decision_count,
  sha256: row.sha256.toString('hex'),
  madeAt: row.made_at,
  resetBy: row.reset_by,
})

export async function listLearningVersions(db: Db, limit: number): Promise<LearningVersion[]> {
  const { rows } = await sql<VersionRow>`
    select v.version, v.engine, v.start_position, v.start_at, v.position, v.decision_count, v.sha256, v.made_at,
      s.name as reset_by
    from site_learning v left join staff s on s.id = v.reset_by order by v.version desc limit ${limit}`.execute(
    db,
  )
  return rows.map(versionFromRow)
}

export const findLatestVersion = async (db: Db): Promise<LearningVersion | undefined> =>
  (await listLearningVersions(db, 1))[0]

const ofLine = (start: LineStart): RawBuilder<unknown> =>
  sql`(v.start_position = ${start.position} and v.start_at is not distinct from ${start.at}::timestamptz)`

/**
 * The newest version of the latest one's line that learnt nothing sealed at `before` or later, whole. Undefined where
 * none is kept, it was learnt under another engine, or its bytes are damaged: then the line is learnt from its start.
 */
export async function findWhole(
  db: Db,
  latest: LearningVersion,
  where: { engine: string; before: number },
): Promise<{ version: number; position: number; learning: Learning } | undefined> {
  const { rows } = await sql<{
    version: number
    position: number
    decision_count: number
    last_decision_id: number | null
    state: Buffer
    progress: Pick<Learning, 'pace' | 'trials'>
  }>`
    select version, position, decision_count, last_decision_id, state, progress from site_learning v
    where state is not null and engine = ${where.engine} and ${ofLine(latest.start)} and position < ${where.before}
    order by version desc limit 1`.execute(db)
  const row = rows[0]
  const state = row && deserialise(row.state)
  if (!row || !state?.ok) return undefined
  return {
    version: row.version,
    position: row.position,
    learning: {
      state: state.value,
      decisionCount: row.decision_count,
      lastDecisionId: row.last_decision_id,
      ...row.progress,
    },
  }
}

export const findLatestLearning = async (db: Db): Promise<Learning> => {
  const latest = await findLatestVersion(db)
  if (!latest) return blankLearning
  const whole = await findWhole(db, latest, { engine: latest.engine, before: latest.position + 1 })
  return whole?.learning ?? blankLearning
}

/**
 * Decision `d` on comment `c`, taken by a person who read it: not by a rule, by reports, nor in one order over a thread
 * or a page that nobody read one by one. A hold says nothing yet; the paper's own comments are no readers'.
 */
export const readByAPerson = sql`d.decider = 'staff' and d.reverses is null and c.commenter_id is not null and not exists (
    select 1 from decision_batch b where b.id = d.batch_id and b.scope <> 'comment')`

const ownEntry = sql.raw(
  `l.kind in ('comment_published', 'comment_kept', 'comment_rejected', 'comment_removed')`,
)

const sinceStart = (start: LineStart): RawBuilder<unknown> =>
  sql`(${start.at}::timestamptz is null or d.decided_at > ${start.at})`

/** What stands: not reversed, its words not erased. In the order of the sealed ledger, which no late commit changes. */
export async function listJudgements(
  db: Db,
  where: { start: LineStart; after: number; upTo: number; limit: number; newest?: boolean },
): Promise<Judgement[]> {
  const order = where.newest ? sql`desc` : sql`asc`
  const { rows } = await sql<{
    id: number
    position: number
    rule_id: string | null
    policy_version: string
    text: string
    commenter_id: number
    article_id: number
    decided_at: Date
  }>`
    select d.id, s.position, d.rule_id, d.policy_version, r.text, c.commenter_id, d.article_id, d.decided_at
    from ledger_seal s join ledger l on l.seq = s.seq join decision d on d.id = l.decision_id
    join comment c on c.id = d.comment_id
    join comment_revision r on r.comment_id = d.comment_id and r.revision_no = d.revision_no
    where s.position > ${where.after} and s.position <= ${where.upTo} and ${sinceStart(where.start)}
      and ${ownEntry} and ${readByAPerson} and r.text is not null
      and not exists (select 1 from decision u where u.reverses = d.id)
    order by s.position ${order} limit ${where.limit}`.execute(db)
  return rows.map((row) => ({
    decisionId: row.id,
    position: row.position,
    brokenRule: row.rule_id,
    policyVersion: row.policy_version,
    text: row.text,
    commenterId: row.commenter_id,
    articleId: row.article_id,
    decidedAt: row.decided_at,
  }))
}

/** Where the earliest decision stands that was learnt and has been reversed, or its words erased, since. */
export async function findFirstFallen(
  db: Db,
  latest: LearningVersion,
  upTo: number,
): Promise<number | undefined> {
  const { rows } = await sql<{ position: number | null }>`
    select min(s.position) as position
    from ledger_seal n join ledger e on e.seq = n.seq and (e.reverses is not null or e.kind = 'comment_erased')
    join ledger l on l.comment_id = e.comment_id and ${ownEntry}
      and (l.decision_id = e.reverses or e.kind = 'comment_erased')
    join ledger_seal s on s.seq = l.seq
    join decision d on d.id = l.decision_id
    join comment c on c.id = d.comment_id
    where n.position > ${latest.position} and n.position <= ${upTo}
      and s.position <= ${latest.position} and ${sinceStart(latest.start)} and ${readByAPerson}`.execute(db)
  return rows[0]?.position ?? undefined
}

export type NewVersion = {
  version: number
  engine: string
  start: LineStart
  position: number
  learning: Learning
  /** Begins the line anew: by whom, and whether learning goes on. */
  reset: Reset | null
}
export type Reset = { by: number; to: 'shadow' | 'off' }

/**
 * Writes a version unless another node took its number. Versions that hold what has fallen since lose their weights, as
 * do all but the newest few; what is left of them says that they were.
 */
export async function insertVersion(
  db: Db,
  { version, engine, start, position, learning, reset }: NewVersion,
  fallenFrom: number | undefined,
  now: Date,
): Promise<boolean> {
  const state = serialise(learning.state)
  const { pace, trials } = learning
  const { rows } = await sql`
    with made as (
      insert into site_learning (version, engine, start_position, start_at, position, last_decision_id,
        decision_count, state, sha256, progress, made_at, reset_by)
      select ${version}, ${engine}, ${start.position}, ${start.at}::timestamptz, ${position}, ${learning.lastDecisionId}::bigint,
        ${learning.decisionCount}, ${state}, ${createHash('sha256').update(state).digest()},
        ${JSON.stringify({ pace, trials })}::jsonb, ${now}::timestamptz, ${reset?.by ?? null}::int
      -- A job that began before somebody switched learning off ends with nothing.
      where ${reset !== null} or not exists (select 1 from publication where learning = 'off')
      on conflict do nothing returning version
    ), begun as (
      update publication set learning = ${reset?.to ?? null}, learning_by = ${reset?.by ?? null}
      where ${reset !== null} and exists (select 1 from made)
    ), entry as (
      insert into ledger (at, kind, actor, staff_id, value)
      select ${now}::timestamptz, 'learning_reset', 'staff', ${reset?.by ?? null}::int, ${reset?.to ?? null} from made
      where ${reset !== null}
    ), emptied as (
      update site_learning v set state = null, progress = null from made
      where v.state is not null and v.version < made.version
        and (v.version <= made.version - ${VERSIONS_KEPT_WHOLE} or not ${ofLine(start)}
          or v.position >= ${fallenFrom ?? null}::bigint)
    )
    select version from made`.execute(db)
  return rows.length > 0
}

/** Nothing to learn was sealed up to here: the next look begins there. */
export async function moveOn(db: Db, version: number, position: number): Promise<void> {
  await sql`
    update site_learning set position = ${position}
    where version = ${version} and position < ${position}
      and not exists (select 1 from site_learning later where later.version > ${version})`.execute(db)
}
