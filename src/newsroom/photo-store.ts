import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { DevelopedPhoto } from './photo.ts'

/** In the database, so that a backup is one file and every node serves the same pictures. */
export async function insertPhoto(
  db: Db,
  photo: DevelopedPhoto,
  original: Uint8Array,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into photo (version, width, height, embedded_credit, original, created_at)
    values (${photo.version}, ${photo.width}, ${photo.height}, ${JSON.stringify(photo.embedded)}::jsonb,
      ${Buffer.from(original)}, ${now})
    returning id`.execute(db)
  const { id } = rows[0] as { id: number }
  for (const rendition of photo.renditions)
    await sql`
      insert into photo_rendition (photo_id, width, height, format, bytes)
      values (${id}, ${rendition.width}, ${rendition.height}, ${rendition.format}, ${Buffer.from(rendition.bytes)})`.execute(
      db,
    )
  return id
}

export async function findRendition(
  db: Db,
  photo: { id: number; version: string; width: number; format: string },
): Promise<Buffer | undefined> {
  const { rows } = await sql<{ bytes: Buffer }>`
    select r.bytes from photo_rendition r join photo p on p.id = r.photo_id
    where p.id = ${photo.id} and p.version = ${photo.version} and r.width = ${photo.width} and r.format = ${photo.format}`.execute(
    db,
  )
  return rows[0]?.bytes
}
