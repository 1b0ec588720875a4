import { sql } from 'kysely'
import { withinSections } from '../accounts/section-store.ts'
import type { Db } from '../db/database.ts'
import { ok, type Result, refused } from '../lib/result.ts'
import { MOST_PINS, type Pin, type PinRefusal, type Precedent, tellingWords, wordsOf } from './precedent.ts'

/** One word in common is chance. */
const LEAST_SHARED = 2
/** What scores less than this part of the nearest shares little more than "the" with it. */
const LEAST_OF_BEST = 0.15
/** Whole matches of one word that are weighed at most: what more comments have than these tells none of them apart. */
const MOST_OF_A_WORD = 5_000

/**
 * Decided texts that share the most telling words with this one, the nearest first: BM25 (Robertson and Zaragoza 2009,
 * "The Probabilistic Relevance Framework") with each word counted once, k1 = 1.2 and b = 0.75. Withdrawn and erased words are never shown, whether or not the
 * index has caught up.
 */
export async function listPrecedents(
  db: Db,
  of: { commentId: number; text: string },
  where: { staffId: number; limit: number },
): Promise<Precedent[]> {
  const words = wordsOf(of.text)
  const { shares, precedents } = await readShares(db, words)
  const telling = tellingWords(words, shares, precedents)
  if (telling.length === 0) return []
  const { rows } = await sql<Precedent>`
    with hit as materialized (
      select w.word, p.comment_id, p.revision_no, p.length
      from unnest(${telling}::text[]) as w (word)
      cross join lateral (
        select comment_id, revision_no, length(words) as length from precedent
        where words @@ quote_literal(w.word)::tsquery and comment_id <> ${of.commentId}
          and ${withinSections(where.staffId, sql`precedent.article_id`)}
        limit ${MOST_OF_A_WORD}) p
    ), weight as (
      select word, ln(1 + (s.n - count(*) + 0.5) / (count(*) + 0.5)) as idf
      from hit, (select greatest(${precedents}::float8, count(distinct (comment_id, revision_no))) as n from hit) s
      group by word, s.n
    ), nearest as (
      select h.comment_id, h.revision_no,
        sum(w.idf * 2.2 / (1 + 1.2 * (0.25 + 0.75 * h.length / (select avg(length) from hit)))) as score
      from hit h join weight w on w.word = h.word
      group by h.comment_id, h.revision_no having count(*) >= ${Math.min(telling.length, LEAST_SHARED)}
      order by score desc, h.comment_id desc limit ${where.limit * 2}
    )
    select n.comment_id as "commentId", n.revision_no as "revisionNo", r.text, ar.headline,
      d.act, d.rule_id as "ruleId", d.decided_at as "decidedAt",
      (select count(*)::int from decision u join decision f on f.id = u.reverses
        where f.comment_id = n.comment_id and f.revision_no = n.revision_no and f.reverses is null) as undone,
      case when c.revision_no > n.revision_no then c.state end as "secondTry"
    from nearest n
    join comment c on c.id = n.comment_id
    join comment_revision r on r.comment_id = n.comment_id and r.revision_no = n.revision_no
    join article a on a.id = c.article_id
    join article_revision ar on ar.article_id = a.id and ar.revision_no = a.revision_no
    left join lateral (${standing(sql`n.comment_id`, sql`n.revision_no`)}) d on true
    where r.text is not null and c.state <> 'withdrawn'
      and n.score >= ${LEAST_OF_BEST}::float8 * (select max(score) from nearest)
    order by n.score desc, n.comment_id desc limit ${where.limit}`.execute(db)
  return rows
}

/** The last decision on a text that is no reversal and was not reversed. */
const standing = (commentId: ReturnType<typeof sql>, revisionNo: ReturnType<typeof sql>) => sql`
  select d.act, d.rule_id, d.decided_at from decision d
  where d.comment_id = ${commentId} and d.revision_no = ${revisionNo} and d.reverses is null
    and not exists (select 1 from decision r where r.reverses = d.id)
  order by d.id desc limit 1`

/**
 * Which of these words are common, and how many precedents there are, as PostgreSQL's own statistics have it: counting
 * them would read what the search is not to read.
 */
async function readShares(
  db: Db,
  words: readonly string[],
): Promise<{ shares: Map<string, number>; precedents: number }> {
  const { rows } = await sql<{ word: string | null; share: number | null; precedents: number }>`
    select s.word, s.share, greatest(t.reltuples, 0)::float8 as precedents
    from pg_class t left join (
      select e.word, e.share from pg_stats st
      cross join lateral unnest(st.most_common_elems::text::text[], st.most_common_elem_freqs) as e (word, share)
      where st.schemaname = current_schema and st.tablename = 'precedent' and st.attname = 'words'
        and e.word = any(${[...words]}::text[])
    ) s on true
    where t.oid = 'precedent'::regclass`.execute(db)
  const shares = rows.flatMap(({ word, share }) =>
    word === null || share === null ? [] : [[word, share] as const],
  )
  return { shares: new Map(shares), precedents: rows[0]?.precedents ?? 0 }
}

/** The standing pins that this person may see, by rule, the newest first. Without words there is nothing to show. */
export async function listPins(db: Db, staffId: number): Promise<Pin[]> {
  const { rows } = await sql<Pin>`
    select n.id, n.rule_id as "ruleId", n.comment_id as "commentId", n.revision_no as "revisionNo", r.text, n.note,
      d.act, d.rule_id as "actRuleId", s.name as "pinnedBy", n.pinned_at as "pinnedAt"
    from precedent_pin n
    join comment c on c.id = n.comment_id
    join comment_revision r on r.comment_id = n.comment_id and r.revision_no = n.revision_no
    join staff s on s.id = n.pinned_by
    left join lateral (${standing(sql`n.comment_id`, sql`n.revision_no`)}) d on true
    where n.unpinned_at is null and r.text is not null and c.state <> 'withdrawn'
      and ${withinSections(staffId, sql`c.article_id`)}
    order by n.rule_id, n.id desc`.execute(db)
  return rows
}

/** On record with the comment. The text has been decided by a person, and its words are there. */
export async function pinPrecedent(
  db: Db,
  pin: { ruleId: string; commentId: number; revisionNo: number; note: string },
  by: { staffId: number },
  now: Date,
): Promise<Result<{ pinId: number }, PinRefusal>> {
  const { rows } = await sql<{ decided: boolean; standing: number; id: number | null }>`
    with text as (
      select c.id, r.revision_no from comment c
      join comment_revision r on r.comment_id = c.id and r.revision_no = ${pin.revisionNo}
      where c.id = ${pin.commentId} and r.text is not null and c.state <> 'withdrawn'
        and ${withinSections(by.staffId, sql`c.article_id`)}
        and exists (select 1 from decision d where d.comment_id = c.id and d.revision_no = r.revision_no
          and d.decider = 'staff')
    ), others as (
      select count(*)::int as n from precedent_pin where rule_id = ${pin.ruleId} and unpinned_at is null
    ), made as (
      insert into precedent_pin (rule_id, comment_id, revision_no, note, pinned_by, pinned_at)
      select ${pin.ruleId}, text.id, text.revision_no, ${pin.note}, ${by.staffId}, ${now}
      from text, others where others.n < ${MOST_PINS}
      on conflict (rule_id, comment_id, revision_no) where unpinned_at is null do nothing
      returning id
    ), entry as (
      insert into ledger (at, kind, actor, staff_id, comment_id, revision_no, rule_id)
      select ${now}::timestamptz, 'precedent_pinned', 'staff', ${by.staffId}::int, ${pin.commentId}::bigint,
        ${pin.revisionNo}::int, ${pin.ruleId} from made
    )
    select exists (select 1 from text) as decided, others.n as standing, (select id from made) as id from others`.execute(
    db,
  )
  const row = rows[0]
  if (row?.id) return ok({ pinId: row.id })
  if (!row?.decided) return refused({ code: 'not_decided' })
  return refused(
    row.standing >= MOST_PINS ? { code: 'pins_full', most: MOST_PINS } : { code: 'pinned_already' },
  )
}

/** Kept on record, and shown no more. */
export async function unpinPrecedent(
  db: Db,
  pinId: number,
  by: { staffId: number },
  now: Date,
): Promise<Result<null, PinRefusal>> {
  const { rows } = await sql`
    with gone as (
      update precedent_pin set unpinned_at = ${now}, unpinned_by = ${by.staffId}
      where id = ${pinId} and unpinned_at is null returning comment_id, revision_no, rule_id
    )
    insert into ledger (at, kind, actor, staff_id, comment_id, revision_no, rule_id)
    select ${now}::timestamptz, 'precedent_unpinned', 'staff', ${by.staffId}::int, comment_id, revision_no, rule_id from gone
    returning seq`.execute(db)
  return rows.length > 0 ? ok(null) : refused({ code: 'pin_not_found' })
}
