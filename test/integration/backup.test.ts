import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import type pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { backup, restore } from '../../src/db/backup.ts'
import { openDatabase } from '../../src/db/database.ts'
import { startEmbedded } from '../../src/db/embedded.ts'
import { migrate } from '../../src/db/migrate.ts'
import { projectRoot } from '../../src/root.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'

const at = new Date('2027-03-01T09:00:00Z')

/** Rows of every shape that text can go wrong in, and keys that point forwards and at their own table. */
const rows = `
  insert into secret values ('seal', '\\x00ff0a5c095c4e');
  insert into staff (name, email, role, created_at) values
    ('Ines Tregarth', 'ines@saltmere.example', 'administrator', '2027-01-01 08:00:00.123456+00'),
    (E'Tab\\there', E'line\\nbreak\\\\.@saltmere.example', 'editor', 'infinity');
  insert into policy_version values ('v1', E'rules:\\n\\\\.\\n\\t- spam\\r\\n', '2027-01-01 08:00:00+00');
  insert into publication (name, short_name, group_name, entities, language, zone, policy_version, created_at) values
    ('The Saltmere Courier', 'Courier', 'Saltmere Press', array['Saltmere Press', '', '"quoted", {and} \\back'], 'en',
     'Europe/London', 'v1', '2027-01-01 08:00:00+00');
  insert into section (publication_id, slug, name) values (1, 'harbour', 'Harbour');
  insert into photo (version, width, height, embedded_credit, original, created_at)
    values ('p1', 8, 8, '{"credit": null, "made": 1e400}', decode(repeat('00ff5c0a09', 50000), 'hex'), now());
  insert into article (publication_id, section_id, slug, created_at, created_by) values (1, 1, 'herring', now(), 1);
  insert into article_revision (article_id, revision_no, headline, language, blocks, photo_id, created_at)
    values (1, 1, 'Die Fähre fährt — ‏עברית‏ 🐟', 'en', 'null', 1, now());
  insert into commenter (email, created_at) values ('ada@saltmere.example', now()), (null, now());
  insert into comment (id, article_id, article_revision_no, parent_id, root_id, depth, path, commenter_id, state,
      submitted_at, settled_at) values
    (10, 1, 1, 20, 20, 1, '{20,10}', 1, 'held', now(), now()),
    (20, 1, 1, null, 20, 0, '{20}', 1, 'published', now(), now());
  select setval('comment_id_seq', 20);
  select nextval('claim_fence_seq') from generate_series(1, 41);
  insert into comment_revision values (10, 1, '', now()), (20, 1, null, now());
  insert into decision (comment_id, revision_no, article_id, act, policy_version, decider, staff_id, from_state,
      to_state, from_settled_at, decided_at)
    values (20, 1, 1, 'publish', 'v1', 'staff', 1, 'held', 'published', now(), now());
  insert into decision (comment_id, revision_no, article_id, act, policy_version, decider, staff_id, from_state,
      to_state, from_settled_at, decided_at, reverses)
    values (20, 1, 1, 'hold', 'v1', 'staff', 1, 'published', 'held', now(), now(), 1);
  insert into ledger (at, kind, actor, staff_id, comment_id) values (now(), 'comment_published', 'staff', 1, 20);
  insert into ledger_seal values (1, 1, '\\x00', now());
`

let from: FreshDatabase
let to: FreshDatabase
let folder: string
let file: string

beforeEach(async () => {
  from = await freshDatabase()
  to = await freshDatabase()
  await from.pool.query(rows)
  folder = await mkdtemp(join(tmpdir(), 'postbag-backup-'))
  await chmod(folder, 0o755)
  file = join(folder, 'courier.backup')
})

afterEach(async () => {
  await from.drop()
  await to.drop()
  await rm(folder, { recursive: true, force: true })
})

/** Everything that stands in a database, as text; a transaction's number is another one elsewhere. */
async function everything(pool: pg.Pool): Promise<Record<string, string[]>> {
  const { rows: tables } = await pool.query<{ name: string; columns: string }>(`
    select table_name as name, string_agg(format('%I::text', column_name), ', ' order by ordinal_position) as columns
    from information_schema.columns
    where table_schema = 'public' and data_type <> 'xid8' and table_name <> 'schema_migration' group by 1`)
  const all: Record<string, string[]> = {}
  const client = await pool.connect()
  await client.query("set timezone = 'UTC'")
  for (const { name, columns } of tables) {
    const found = await client.query(`select array[${columns}] as row from ${name} order by 1`)
    all[name] = found.rows.map((row) => JSON.stringify(row))
  }
  const sequences = await client.query('select sequencename, last_value from pg_sequences order by 1')
  all['sequences'] = sequences.rows.map((row) => JSON.stringify(row))
  client.release()
  return all
}

async function backUp(pool = from.pool, name = file): Promise<void> {
  const result = await backup(pool, name, { at })
  if (!result.ok) throw new Error(result.refusal.message)
}

const isEmpty = async (): Promise<boolean> => {
  const { sequences: _, ...tables } = await everything(to.pool)
  return Object.values(tables).every((found) => found.length === 0)
}

describe('a backup', () => {
  it('brings back every row and every sequence, byte for byte', async () => {
    const before = await everything(from.pool)
    expect(Object.values(before).flat().length).toBeGreaterThan(20)
    const said: string[] = []
    const made = await backup(from.pool, file, { at, onTable: (table, n) => said.push(`${table} ${n}`) })
    expect(said).toContain('comment 2')
    const restored = await restore(to.pool, file)
    expect(restored).toMatchObject({ ok: true, value: { takenAt: at.toISOString() } })
    if (made.ok && restored.ok) expect(restored.value.rows).toBe(made.value.rows)
    expect(await everything(to.pool)).toEqual(before)
  })

  it('leaves the restored database able to go on where the old one was', async () => {
    await backUp()
    await restore(to.pool, file)
    const { rows: next } = await to.pool.query(
      "insert into staff (name, email, role, created_at) values ('Cadan', 'cadan@saltmere.example', 'senior', now()) returning id",
    )
    expect(next).toEqual([{ id: 3 }])
    await expect(to.pool.query('delete from ledger')).rejects.toThrow('append-only')
    const { rows: marks } = await to.pool.query(
      'select pg_visible_in_snapshot(xid, pg_current_snapshot()) as visible from ledger',
    )
    expect(marks).toEqual([{ visible: true }])
  })

  it('carries any text there is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')),
          { maxLength: 200 },
        ),
        async (texts) => {
          const name = join(folder, `${Math.random()}`)
          const one = await freshDatabase()
          const other = await freshDatabase()
          try {
            await one.pool.query(
              'insert into policy_version select n::text, text, now() from unnest($1::text[]) with ordinality as t (text, n)',
              [texts],
            )
            await backUp(one.pool, name)
            await restore(other.pool, name)
            const { rows: found } = await other.pool.query<{ yaml: string }>(
              'select yaml from policy_version order by version::int',
            )
            expect(found.map(({ yaml }) => yaml)).toEqual(texts)
          } finally {
            await one.drop()
            await other.drop()
          }
        },
      ),
      { numRuns: 5 },
    )
  })

  it('shows one moment, whatever is written meanwhile', async () => {
    const before = await everything(from.pool)
    const writes: Promise<unknown>[] = []
    await backup(from.pool, file, {
      at,
      onTable: () =>
        writes.push(
          from.pool.query('insert into ledger (at, kind, actor) values (now(), $1, $2)', [
            'comment_held',
            'rule',
          ]),
        ),
    })
    await Promise.all(writes)
    await restore(to.pool, file)
    expect((await everything(to.pool))['ledger']).toEqual(before['ledger'])
  })

  it('carries 64 MB of pictures', async () => {
    await from.pool.query(`
      insert into photo (version, width, height, original, created_at)
      select 'p' || n, 8, 8, decode(repeat(md5(n::text), 65536), 'hex'), now() from generate_series(2, 65) n`)
    const sum = 'select sum(length(original)), md5(string_agg(md5(original), $1 order by id)) from photo'
    const { rows: before } = await from.pool.query(sum, [','])
    await backUp()
    await restore(to.pool, file)
    expect((await to.pool.query(sum, [','])).rows).toEqual(before)
  })

  it('can be read by its owner alone, and replaces no older one', async () => {
    await backUp()
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600)
    const bytes = await readFile(file)
    expect(await backup(from.pool, file, { at })).toMatchObject({
      ok: false,
      refusal: { code: 'file_exists' },
    })
    expect(await readFile(file)).toEqual(bytes)
    expect(await readdir(folder)).toEqual(['courier.backup'])
  })

  it('leaves no half file when it fails', async () => {
    const failing = backup(from.pool, file, {
      at,
      onTable: (table) => {
        if (table === 'publication') throw new Error('no more room')
      },
    })
    await expect(failing).rejects.toThrow('no more room')
    expect(await readdir(folder)).toEqual([])
    expect(await backup(from.pool, join(folder, 'nowhere', 'file'), { at })).toMatchObject({
      ok: false,
      refusal: { code: 'no_folder' },
    })
  })
})

describe('a restore is refused, with nothing changed,', () => {
  const damages: [string, (bytes: Buffer) => Buffer][] = [
    ['cut off', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['cut off by a byte', (bytes) => bytes.subarray(0, -1)],
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('The herring is in.\n')],
    ['something else, compressed', () => gzipSync('The herring is in.\n')],
    [
      'damaged in the middle',
      (bytes) => {
        const copy = Buffer.from(bytes)
        copy[copy.length >> 1] = (copy[copy.length >> 1] ?? 0) ^ 0x10
        return copy
      },
    ],
    [
      'changed by hand',
      (bytes) => gzipSync(gunzipSync(bytes).toString('latin1').replace('Ines Tregarth', 'Ines Trelawny')),
    ],
    [
      'shortened by hand at a line’s end',
      (bytes) =>
        gzipSync(gunzipSync(bytes).toString('latin1').split('\n').slice(0, -2).join('\n').concat('\n')),
    ],
    [
      'robbed of a row',
      (bytes) =>
        gzipSync(
          gunzipSync(bytes)
            .toString('latin1')
            .replace(/^.*ines@.*\n/m, ''),
        ),
    ],
    ['followed by more', (bytes) => Buffer.concat([bytes, gzipSync('more\n')])],
  ]

  it.each(damages)('when the file is %s', async (_what, damage) => {
    await backUp()
    const bad = join(folder, 'bad')
    await writeFile(bad, damage(await readFile(file)))
    expect(await restore(to.pool, bad)).toMatchObject({ ok: false, refusal: { code: 'damaged' } })
    expect(await isEmpty()).toBe(true)
  })

  it('when there is no file', async () => {
    expect(await restore(to.pool, file)).toMatchObject({ ok: false, refusal: { code: 'no_file' } })
    expect(await restore(to.pool, folder)).toMatchObject({ ok: false, refusal: { code: 'no_file' } })
  })

  it('when the database holds so much as one row', async () => {
    await backUp()
    await to.pool.query("insert into secret values ('seal', '\\x01')")
    const before = await everything(to.pool)
    expect(await restore(to.pool, file)).toMatchObject({
      ok: false,
      refusal: { code: 'not_empty', message: expect.stringContaining('rows in secret') },
    })
    expect(await everything(to.pool)).toEqual(before)
  })

  it('when the database is at another version', async () => {
    await backUp()
    await to.pool.query("insert into schema_migration (name, checksum) values ('9999-tomorrow.sql', '')")
    expect(await restore(to.pool, file)).toMatchObject({
      ok: false,
      refusal: { code: 'other_schema', message: expect.stringContaining('9999-tomorrow.sql') },
    })
    expect(await isEmpty()).toBe(true)
  })

  it('when the database itself refuses a row, and the database then takes a good file', async () => {
    await backUp()
    await to.pool.query('alter table comment add constraint none check (false)')
    await expect(restore(to.pool, file)).rejects.toThrow('none')
    expect(await isEmpty()).toBe(true)
    await to.pool.query('alter table comment drop constraint none')
    expect(await restore(to.pool, file)).toMatchObject({ ok: true })
  })
})

describe('moving house', () => {
  it.skipIf(!('url' in inject('databaseServer').admin))(
    'from an embedded database to a server and back changes no byte',
    async () => {
      const embedded = await startEmbedded({ dataDir: join(folder, 'data'), packageRoot: projectRoot })
      const home = openDatabase(embedded.connection, { max: 2 })
      try {
        await migrate(home.pool, join(projectRoot, 'migrations'))
        await backUp()
        expect(await restore(home.pool, file)).toMatchObject({ ok: true })
        const second = join(folder, 'second.backup')
        await backUp(home.pool, second)
        expect(await restore(to.pool, second)).toMatchObject({ ok: true })
        expect(await everything(to.pool)).toEqual(await everything(from.pool))
        expect(gunzipSync(await readFile(second))).toEqual(gunzipSync(await readFile(file)))
      } finally {
        await home.close()
        await embedded.stop()
      }
    },
  )
})
