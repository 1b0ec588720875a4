import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { CommentMode, LearningMode, Publication } from './article.ts'

type PublicationRow = {
  id: number
  name: string
  short_name: string
  group_name: string
  entities: string[]
  language: string
  zone: string
  contact: string
  comment_mode: CommentMode
  policy_version: string
  learning: LearningMode
  cluster_floor: number
  demo: boolean
}

/** The one paper of this installation; undefined before it is set up. */
export async function findPublication(db: Db): Promise<(Publication & { demo: boolean }) | undefined> {
  const { rows } = await sql<PublicationRow>`
    select id, name, short_name, group_name, entities, language, zone, contact, comment_mode,
      policy_version, learning, cluster_floor, demo
    from publication order by id limit 1`.execute(db)
  const row = rows[0]
  return (
    row && {
      id: row.id,
      name: row.name,
      shortName: row.short_name,
      groupName: row.group_name,
      entities: row.entities,
      language: row.language,
      zone: row.zone,
      contact: row.contact,
      commentMode: row.comment_mode,
      policyVersion: row.policy_version,
      learning: row.learning,
      clusterFloor: row.cluster_floor,
      demo: row.demo,
    }
  )
}

export async function insertPublication(
  db: Db,
  publication: Omit<Publication, 'id' | 'contact' | 'learning' | 'clusterFloor'> & {
    demo: boolean
    sections: { slug: string; name: string }[]
  },
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with paper as (
      insert into publication (name, short_name, group_name, entities, language, zone, policy_version, comment_mode,
        demo, created_at)
      values (${publication.name}, ${publication.shortName}, ${publication.groupName}, ${publication.entities}::text[],
        ${publication.language}, ${publication.zone}, ${publication.policyVersion}, ${publication.commentMode},
        ${publication.demo}, ${now})
      returning id
    ), sections as (
      insert into section (publication_id, slug, name, position)
      select paper.id, s.slug, s.name, s.position
      from paper, unnest(${publication.sections.map((s) => s.slug)}::text[], ${publication.sections.map((s) => s.name)}::text[])
        with ordinality as s(slug, name, position)
    )
    select id from paper`.execute(db)
  return (rows[0] as { id: number }).id
}

/** The same content is the same version: loading it again changes nothing. */
export async function savePolicy(
  db: Db,
  policy: { version: string; yaml: string },
  now: Date,
): Promise<void> {
  await sql`
    insert into policy_version (version, yaml, loaded_at) values (${policy.version}, ${policy.yaml}, ${now})
    on conflict (version) do nothing`.execute(db)
}

/**
 * Puts a version in force. Publishing unread ends in the same statement: its threshold was chosen for what another policy
 * lets through.
 */
export async function activatePolicy(
  db: Db,
  publicationId: number,
  version: string,
  by: { staffId: number | null },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    with active as (
      update publication set policy_version = ${version}
      where id = ${publicationId} and policy_version <> ${version} returning id
    ), disarmed as (
      update unread_arming set ended_at = ${now}, ended_why = 'policy'
      where ended_at is null and exists (select 1 from active) returning policy_version
    ), entry as (
      insert into ledger (at, kind, actor, staff_id, policy_version, value)
      select ${now}::timestamptz, 'policy_activated', ${by.staffId === null ? 'system' : 'staff'}, ${by.staffId}::int, ${version}, null from active
      union all
      select ${now}::timestamptz, 'unread_disarmed', 'system', null, policy_version, 'policy' from disarmed
    )
    select id from active`.execute(db)
  return rows.length === 1
}

export async function findPolicyYaml(db: Db, version: string): Promise<string | undefined> {
  const { rows } = await sql<{ yaml: string }>`
    select yaml from policy_version where version = ${version}`.execute(db)
  return rows[0]?.yaml
}
