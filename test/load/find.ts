import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database } from '../../src/db/database.ts'
import { countQueue, listQueue } from '../../src/desk/card-store.ts'
import { claimNextWithin } from '../../src/desk/claim-within-store.ts'
import { parseQuery } from '../../src/desk/query-parse.ts'
import { planQuery } from '../../src/desk/query-plan.ts'
import { pageBudget } from '../../src/desk/search-sql-store.ts'
import { findComments, findWaiting, listFound } from '../../src/desk/search-store.ts'
import { projectRoot } from '../../src/root.ts'

/* The desk's lists and search over a paper of many comments. Words are drawn by Zipf's law, from a generator with a seed. */

const SEED = 20_261_124
/** Sentences to compose comments from: the draw of each word costs, and a million comments have forty million words. */
const SENTENCES = 40_000

export type FindSize = { comments: number; open: number }
export type FindFigure = { what: string; p50: number; p95: number; found: string }

/** Mulberry32: small, seeded, good enough to draw words by. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Common English words in the order of their frequency, then two of them as one: as rare as a paper's rare words are. */
function vocabulary(): string[] {
  const lines = readFileSync(join(projectRoot, 'test/fixtures/prose-words.txt'), 'utf8').trim().split('\n')
  const known = lines.map((line) => line.split(' ')[0] ?? '')
  const [short, long] = [known.slice(100, 120), known.slice(120)]
  return [...known, ...short.flatMap((first) => long.map((second) => first + second))]
}

/** The word of rank r comes up as often as 1/r. */
function sentences(words: readonly string[]): string[] {
  const random = randomFrom(SEED)
  const draw = (): string => words[Math.floor(Math.exp(random() * Math.log(words.length))) - 1] ?? ''
  return Array.from({ length: SENTENCES }, () => Array.from({ length: 12 }, draw).join(' '))
}

export async function fillPaper({ db }: Database, { comments, open }: FindSize): Promise<void> {
  const words = vocabulary()
  await db.connection().execute(async (one) => {
    await sql`set statement_timeout = 0`.execute(one)
    await sql`set postbag.restoring = 'on'`.execute(one)
    await sql`create temporary table sentence as
      select n::int, text from jsonb_array_elements_text(${JSON.stringify(sentences(words))}::jsonb)
        with ordinality as s (text, n)`.execute(one)
    await sql`create unique index on sentence (n)`.execute(one)
    await sql`insert into commenter (email, created_at)
      select 'zipf' || n || '@readers.example', now() from generate_series(1, 20000) n`.execute(one)
    await sql`select setseed(0.2026)`.execute(one)
    await sql`
      with articles as (
        insert into article (publication_id, section_id, slug, state, published_at, updated_at, created_at)
        select 1, 1 + n % 3, 'zipf-' || n, 'live', now(), now(), now() from generate_series(1, 2000) n returning id)
      insert into article_revision (article_id, revision_no, headline, language, blocks, created_at)
      select id, 1, 'A story of the harbour', 'en-GB', '[]', now() from articles`.execute(one)
    const { rows } = await sql<{ last: number; article: number; commenter: number }>`
      select (select coalesce(max(id), 0) from comment)::int as last, (select max(id) from article)::int as article,
        (select max(id) from commenter)::int as commenter`.execute(one)
    const { last = 0, article = 0, commenter = 0 } = rows[0] ?? {}
    // The newest wait; of the rest a tenth was refused or taken down.
    await sql`
      insert into comment (id, article_id, article_revision_no, root_id, path, commenter_id, printed_name, state, rule_id,
        submitted_at, published_at, settled_at)
      select id, ${article}::int - (random() * random() * 1999)::int, 1, id, array[id],
        ${commenter}::bigint - (random() * 19999)::int, 'Reader ' || (id % 5000), state,
        case when state in ('rejected', 'removed') then (array['spam', 'obscene', 'personal_attack'])[1 + id % 3] end,
        at, case when state = 'published' then at end, at
      from (select ${last}::bigint + n as id, now() - (${comments}::int - n) * interval '40 seconds' as at,
        case when n > ${comments - open}::int then 'held' when n % 20 = 0 then 'rejected' when n % 20 = 1 then 'removed'
          else 'published' end as state from generate_series(1, ${comments}::int) n) numbered`.execute(one)
    await sql`
      insert into comment_revision (comment_id, revision_no, text, created_at)
      select c.id, 1, a.text || '. ' || b.text || '. ' || d.text || '.', c.submitted_at
      from comment c join sentence a on a.n = 1 + (c.id * 7919) % ${SENTENCES}::int
      join sentence b on b.n = 1 + (c.id * 104729) % ${SENTENCES}::int
      join sentence d on d.n = 1 + (c.id * 1299709) % ${SENTENCES}::int
      where c.id > ${last}::bigint`.execute(one)
    await sql`
      insert into comment_signal (comment_id, revision_no, signals, verdict, policy_version)
      select id, 1, jsonb_build_object('engine', 'bench', 'language', (array['en', 'en', 'en', 'ta', 'de'])[1 + id % 5],
          'names', '', 'values', '[]'::jsonb, 'sources', '', 'told', '{}'::jsonb),
        jsonb_build_object('proposes', 'hold', 'matches', case when id % 4 = 0 then jsonb_build_array(
          jsonb_build_object('ruleId', (array['spam', 'obscene', 'personal_attack'])[1 + id / 4 % 3], 'effect', 'hold'))
          else '[]'::jsonb end), (select policy_version from publication limit 1)
      from comment where id > ${last}::bigint`.execute(one)
    await sql`
      insert into queue_item (comment_id, article_id, reason, priority, entered_at)
      select id, article_id, 'held', (random() * 100)::int, submitted_at from comment
      where id > ${last}::bigint and state = 'held'`.execute(one)
    await sql`select setval('comment_id_seq', ${last + comments}::bigint)`.execute(one)
    const { rows: index } = await sql<{ made: string }>`
      select pg_get_indexdef('comment_search_words'::regclass) as made`.execute(one)
    await sql`drop index comment_search_words`.execute(one)
    await sql`insert into comment_search select w.* from search_words(
      (select array_agg(id) from comment where id > ${last}::bigint)) w`.execute(one)
    await sql`set maintenance_work_mem = '512MB'`.execute(one)
    await sql.raw(index[0]?.made ?? '').execute(one)
    await sql`vacuum analyze comment, comment_revision, comment_search, queue_item, article, comment_signal`.execute(
      one,
    )
    await sql`reset all`.execute(one)
  })
}

const rank = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

async function timed(
  what: string,
  rounds: number,
  once: (round: number) => Promise<string>,
): Promise<FindFigure> {
  const times: number[] = []
  let found = ''
  await once(0)
  for (let round = 1; round <= rounds; round++) {
    const began = performance.now()
    found = await once(round)
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  return { what, p50: rank(times, 0.5), p95: rank(times, 0.95), found }
}

/** What each is to show: from the commonest word to the rarest, and combinations that no index likes. */
const searches: readonly [string, string][] = [
  ['the commonest word', 'the'],
  ['a rare word', 'zzrare'],
  ['a word of one comment in a thousand', 'zzmiddling'],
  ['two common words that never meet', 'zzold zznew'],
  ['a common word, only in old comments', 'zzold'],
  ['a phrase of common words', '"of the"'],
  ['the beginning of many words', 'con*'],
  ['everything but a common word', '-the'],
  ['two fields', 'rule:spam lang:ta'],
  ['two fields and a word', 'state:removed section:town the'],
  ['four, with OR and brackets', '(rule:attack OR rule:obscene) -lang:en before:2026-01-01 the'],
  ['a state that the index does not hold, where it is rare', 'state:held before:2026-01-01'],
]

/** Two words in four tenths of the comments each, the older and the newer ones; one in a thousand; one in forty in all. */
export async function plantWords({ db }: Database, comments: number): Promise<void> {
  await sql`
    update comment_search s set words = words || array_to_tsvector(array[
      case when n < ${comments}::int * 0.4 then 'zzold' when n > ${comments}::int * 0.6 then 'zznew' else 'zznone' end,
      case when n % 1000 = 7 then 'zzmiddling' else 'zznone' end,
      case when n % ${Math.floor(comments / 40)}::int = 5 then 'zzrare' else 'zznone' end])
    from (select comment_id, row_number() over (order by comment_id) as n from comment_search) r
    where r.comment_id = s.comment_id`.execute(db)
  await sql`vacuum analyze comment_search`.execute(db)
}

export async function measureFind({ db }: Database, rounds = 40): Promise<FindFigure[]> {
  const staffId = 1
  const zone = 'Europe/London'
  const now = new Date()
  const known = { rules: ['spam', 'obscene', 'personal_attack'], sections: ['town'] }
  const planOf = (typed: string) => {
    const read = parseQuery(typed, known)
    if (!read.ok) throw new Error(`${typed}: ${read.refusal.sentence}`)
    return planQuery(read.value, now)
  }
  const figures: FindFigure[] = []
  const add = (figure: FindFigure): void => {
    process.stderr.write(
      `  ${figure.what}: p50 ${figure.p50.toFixed(1)} ms, p95 ${figure.p95.toFixed(1)} ms, ${figure.found}\n`,
    )
    figures.push(figure)
  }
  add(
    await timed('the queue: its page and its counts', rounds, async () => {
      const [rows, counts] = await Promise.all([
        listQueue(db, { reason: null, after: null, staffId, limit: 51 }, now),
        countQueue(db, staffId),
      ])
      return `${rows.length} rows of ${counts.held}`
    }),
  )
  for (const [what, typed] of searches) {
    const plan = planOf(typed)
    const say = (n: number, more: boolean, reached: number | null) =>
      `${n} shown${reached === null ? (more ? ', and more' : ', all there are') : `, looked as far as ${reached}`}`
    add(
      await timed(`\`${typed}\`, ${what}`, rounds, async () => {
        const found = await findComments(db, { plan, staffId, zone, before: null, limit: 50 }, pageBudget())
        if (!found.ok) return 'refused: too wide'
        await listFound(db, found.value.ids, staffId, now)
        return say(found.value.ids.length, found.value.more, found.value.reached)
      }),
    )
    add(
      await timed(`\`${typed}\` in the queue`, rounds, async () => {
        const found = await findWaiting(
          db,
          { plan, staffId, zone, after: null, limit: 50, freeAt: null },
          pageBudget(),
        )
        if (!found.ok) return 'refused: too wide'
        await listFound(db, found.value.ids, staffId, now)
        return say(found.value.ids.length, found.value.more, found.value.reached)
      }),
    )
  }
  const claims = planOf('rule:spam the')
  add(
    await timed('claim the next of `rule:spam the`', rounds, async () => {
      const where = { plan: claims, staffId, zone, afterId: null }
      const claim = await claimNextWithin(db, where, now, pageBudget())
      return claim.ok && claim.value ? 'claimed' : 'none'
    }),
  )
  return figures
}
