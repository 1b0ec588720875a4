import { sql } from 'kysely'
import { ensureCommenter } from '../../src/comments/submission-store.ts'
import type { Db } from '../../src/db/database.ts'
import { decideChosen } from '../../src/desk/bulk-store.ts'
import { countCluster, findCluster } from '../../src/desk/cluster-store.ts'
import { applyKeyChanges, listKeyChanges } from '../../src/desk/near-key-store.ts'
import { corpusComments, corpusTexts } from '../support/corpus.ts'
import { onTheSameMatter, raidMessages, raidOf } from '../support/raid.ts'

export const RAID = 500
const FLOOR = 0.25

export type RaidFigures = {
  /** Of each raid: the part of it in the cluster of the one in hand, mean and least over those tried in hand. */
  recall: { mean: number; least: number }
  /** Of all that was in a cluster: the part that is no member of the raid, the worst of all tried. */
  strangers: number
  /** Of a card, with `open` comments waiting; milliseconds, 95 in 100 below. */
  open: number
  lonelyMs: number
  raiderMs: number
  /** One batch over a whole cluster of 500, in milliseconds, and what it decided. */
  clearMs: number
  cleared: number
  /** Keys for one text, in the job. */
  keysMs: number
}

/**
 * Plants a raid of 500 for each message among `open` comments that wait: those of the project's corpora, what honest readers
 * write on the same matter, and made-up ones to fill the queue. Every variant in 25 is taken in hand in turn.
 */
export async function measureRaid(
  db: Db,
  at: { articleId: number; staffId: number; policyVersion: string },
  open: number,
): Promise<RaidFigures> {
  const people = [...corpusTexts(), ...onTheSameMatter]
  const filling = corpusComments(open - people.length - RAID * raidMessages.length, 11).map((one) => one.text)
  await plant(db, at.articleId, [...people, ...filling])
  const raids: { ids: number[]; texts: string[] }[] = []
  for (const [n, message] of raidMessages.entries()) {
    const texts = raidOf(message, RAID, n + 1)
    raids.push({ ids: await plant(db, at.articleId, texts), texts })
  }
  const started = performance.now()
  const keyed = await keepKeys(db)
  const keysMs = (performance.now() - started) / keyed
  await sql`vacuum analyze near_key`.execute(db)
  await sql`vacuum analyze queue_item`.execute(db)

  const recalls: number[] = []
  let strangers = 0
  const raiderMs: number[] = []
  for (const { ids, texts } of raids) {
    const members = new Set(ids)
    for (let n = 0; n < RAID; n += 25) {
      const began = performance.now()
      const cluster = await findCluster(
        db,
        { commentId: ids[n] as number, text: texts[n] as string },
        { staffId: at.staffId, floor: FLOOR },
      )
      raiderMs.push(performance.now() - began)
      const own = cluster.members.filter((one) => members.has(one.commentId)).length
      recalls.push((own + 1) / RAID)
      strangers = Math.max(strangers, (cluster.members.length - own) / (cluster.members.length + 1))
    }
  }
  const lonelyMs = await measureLonely(db, at)
  const { ms: clearMs, count: cleared } = await clear(db, at, raids[0])
  return {
    recall: { mean: recalls.reduce((a, b) => a + b) / recalls.length, least: Math.min(...recalls) },
    strangers,
    open,
    lonelyMs,
    raiderMs: p95(raiderMs),
    clearMs,
    cleared,
    keysMs,
  }
}

const p95 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0

/** What the usual card pays: nothing is like it. */
async function measureLonely(db: Db, at: { staffId: number }): Promise<number> {
  const { rows } = await sql<{ commentId: number; text: string }>`
    select c.id as "commentId", r.text from queue_item q join comment c on c.id = q.comment_id
    join comment_revision r on r.comment_id = c.id order by c.id limit 300`.execute(db)
  const times: number[] = []
  for (const of of rows) {
    const began = performance.now()
    await countCluster(db, of, { staffId: at.staffId, floor: FLOOR * 100 })
    times.push(performance.now() - began)
  }
  return p95(times)
}

async function clear(
  db: Db,
  at: { staffId: number; policyVersion: string },
  raid: { ids: number[]; texts: string[] } | undefined,
): Promise<{ ms: number; count: number }> {
  if (!raid) return { ms: 0, count: 0 }
  const [commentId = 0] = raid.ids
  const began = performance.now()
  const { members } = await findCluster(
    db,
    { commentId, text: raid.texts[0] ?? '' },
    { staffId: at.staffId, floor: FLOOR },
  )
  const chosen = [commentId, ...members.map((one) => one.commentId)].map((id) => ({
    commentId: id,
    revisionNo: 1,
  }))
  const order = { act: 'refuse', ruleId: 'spam', chosen, typedCount: chosen.length } as const
  const done = await decideChosen(db, order, at, new Date())
  return { ms: performance.now() - began, count: done.ok ? done.value.count : 0 }
}

/** As the job does it. Returns how many texts were given keys. */
async function keepKeys(db: Db): Promise<number> {
  let keyed = 0
  for (let afterId = 0; ; ) {
    const changes = await listKeyChanges(db, { sinceXid: null, afterId, limit: 1_000 })
    await applyKeyChanges(db, changes)
    keyed += changes.length
    afterId = changes.at(-1)?.commentId ?? afterId
    if (changes.length < 1_000) return keyed
  }
}

/** Held comments as the stores would leave them, made in bulk; their ids in the order of the texts. */
async function plant(db: Db, articleId: number, texts: readonly string[]): Promise<number[]> {
  const commenterId = await ensureCommenter(db, 'raider@readers.example', new Date())
  const ids: number[] = []
  for (let from = 0; from < texts.length; from += 10_000) {
    const { rows } = await sql<{ id: number }>`
      with src as materialized (
        select nextval('comment_id_seq') as id, n, text
        from unnest(${texts.slice(from, from + 10_000)}::text[]) with ordinality as t (text, n) order by n
      ), made as (
        insert into comment (id, article_id, article_revision_no, root_id, path, commenter_id, printed_name, state,
          submitted_at, settled_at)
        select id, ${articleId}::int, 1, id, array[id], ${commenterId}::bigint, 'A Reader', 'held', now(), now() from src
      ), words as (
        insert into comment_revision (comment_id, revision_no, text, created_at) select id, 1, text, now() from src
      ), queued as (
        insert into queue_item (comment_id, article_id, reason, entered_at)
        select id, ${articleId}::int, 'held', now() from src
      ) select id from src order by n`.execute(db)
    ids.push(...rows.map((row) => row.id))
  }
  return ids
}
