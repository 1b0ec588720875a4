import { sql } from 'kysely'
import { type Db, inTransaction } from '../db/database.ts'
import { invariant } from '../lib/invariant.ts'
import { changedFields, type Paper, type SectionFields } from './paper.ts'
import { findPublication } from './publication-store.ts'

/** Without a place among the others: a new one comes last, one that is there stays where it is. */
export type SectionToSave = SectionFields & { position?: number }

type By = { staffId: number | null }

/**
 * Names, language, zone and address as the paper itself sets them, and which of them changed on record. A section that
 * is there is renamed, none is dropped: its articles and its old addresses stay. Returns how many things changed.
 */
export async function savePaper(
  db: Db,
  publicationId: number,
  paper: Paper & { sections: readonly SectionToSave[] },
  by: By,
  now: Date,
): Promise<number> {
  return inTransaction(db, async (tx) => {
    // Two who save at once: the second compares with what the first has left.
    await sql`select id from publication where id = ${publicationId} for update`.execute(tx)
    const before = await findPublication(tx)
    invariant(before?.id === publicationId, 'an installation has one paper')
    const changed = changedFields(before, paper)
    if (changed.length > 0) {
      await sql`
        update publication set name = ${paper.name}, short_name = ${paper.shortName}, group_name = ${paper.groupName},
          entities = ${paper.entities}::text[], language = ${paper.language}, zone = ${paper.zone},
          contact = ${paper.contact}
        where id = ${publicationId}`.execute(tx)
      await note(tx, `publication:${changed.join('+')}`, by, now)
    }
    let sections = 0
    for (const section of paper.sections) sections += await saveSection(tx, publicationId, section, by, now)
    return changed.length + sections
  })
}

async function saveSection(
  tx: Db,
  publicationId: number,
  section: SectionToSave,
  by: By,
  now: Date,
): Promise<number> {
  const position = section.position ?? null
  const { rows } = await sql<{ id: number; fresh: boolean }>`
    insert into section (publication_id, slug, name, position)
    select ${publicationId}, ${section.slug}, ${section.name}, coalesce(${position}::int, max(position) + 1, 1)
    from section where publication_id = ${publicationId}
    on conflict (publication_id, slug) do update
      set name = excluded.name, position = coalesce(${position}::int, section.position)
      where section.name <> excluded.name or section.position <> coalesce(${position}::int, section.position)
    returning id, xmax = 0 as fresh`.execute(tx)
  const saved = rows[0]
  if (!saved) return 0
  await note(tx, `section:${saved.id}:${saved.fresh ? 'added' : 'changed'}`, by, now)
  return 1
}

async function note(tx: Db, value: string, by: By, now: Date): Promise<void> {
  await sql`
    insert into ledger (at, kind, actor, staff_id, value)
    values (${now}, 'paper_changed', ${by.staffId === null ? 'system' : 'staff'}, ${by.staffId}, ${value})`.execute(
    tx,
  )
}
