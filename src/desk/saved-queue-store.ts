import { sql } from 'kysely'
import { type Db, inTransaction } from '../db/database.ts'
import { ok, type Result, refused } from '../lib/result.ts'
import { MOST_QUEUES, type SavedQueue, type SavedQueueRefusal } from './saved-queue.ts'

const columns = sql.raw('id, name, query, owner_id as "ownerId", shared')

/** The desk's, then one's own, each by name. */
export async function listSavedQueues(db: Db, staffId: number): Promise<SavedQueue[]> {
  const { rows } = await sql<SavedQueue>`
    select ${columns} from saved_queue where shared or owner_id = ${staffId}
    order by shared desc, lower(name), id limit ${2 * MOST_QUEUES}`.execute(db)
  return rows
}

/** Undefined as well where it is somebody else's own. */
export async function findSavedQueue(db: Db, id: number, staffId: number): Promise<SavedQueue | undefined> {
  const { rows } = await sql<SavedQueue>`
    select ${columns} from saved_queue where id = ${id} and (shared or owner_id = ${staffId})`.execute(db)
  return rows[0]
}

/** The ledger names a shared queue by its number: its name and query are words, which can be removed. */
const entry = (db: Db, kind: string, queueId: number, by: { staffId: number }, now: Date) =>
  sql`insert into ledger (at, kind, actor, staff_id, value)
    values (${now}, ${kind}, 'staff', ${by.staffId}, ${`queue:${queueId}`})`.execute(db)

/** Counted under a lock, so that two who save at once do not make one too many. */
export async function saveQueue(
  db: Db,
  queue: { name: string; query: string; shared: boolean },
  by: { staffId: number },
  now: Date,
): Promise<Result<number, SavedQueueRefusal>> {
  return inTransaction(db, async (tx) => {
    await sql`lock table saved_queue in share row exclusive mode`.execute(tx)
    const { rows } = await sql<{ id: number }>`
      insert into saved_queue (name, query, owner_id, shared, created_at)
      select ${queue.name}, ${queue.query}, ${by.staffId}::int, ${queue.shared}::boolean, ${now}::timestamptz
      where (select count(*) from saved_queue
        where shared = ${queue.shared} and (shared or owner_id = ${by.staffId})) < ${MOST_QUEUES}
      returning id`.execute(tx)
    const id = rows[0]?.id
    if (id === undefined) return refused({ code: 'queues_full', most: MOST_QUEUES })
    if (queue.shared) await entry(tx, 'queue_shared', id, by, now)
    return ok(id)
  })
}

export async function changeQueue(
  db: Db,
  queue: SavedQueue,
  change: { name: string; query: string },
  by: { staffId: number },
  now: Date,
): Promise<Result<null, SavedQueueRefusal>> {
  return inTransaction(db, async (tx) => {
    const { rows } = await sql`
      update saved_queue set name = ${change.name}, query = ${change.query}
      where id = ${queue.id} and shared = ${queue.shared} returning id`.execute(tx)
    if (rows.length === 0) return refused({ code: 'queue_not_found' })
    if (queue.shared) await entry(tx, 'queue_changed', queue.id, by, now)
    return ok(null)
  })
}

/** Whoever works through it goes back to the whole queue. */
export async function removeQueue(
  db: Db,
  queue: SavedQueue,
  by: { staffId: number },
  now: Date,
): Promise<Result<null, SavedQueueRefusal>> {
  return inTransaction(db, async (tx) => {
    const { rows } = await sql`
      delete from saved_queue where id = ${queue.id} and shared = ${queue.shared} returning id`.execute(tx)
    if (rows.length === 0) return refused({ code: 'queue_not_found' })
    if (queue.shared) await entry(tx, 'queue_removed', queue.id, by, now)
    return ok(null)
  })
}

/** Null: the whole queue again. */
export async function chooseQueue(db: Db, staffId: number, queueId: number | null): Promise<void> {
  if (queueId === null) await sql`delete from chosen_queue where staff_id = ${staffId}`.execute(db)
  else
    await sql`
      insert into chosen_queue (staff_id, queue_id) values (${staffId}, ${queueId})
      on conflict (staff_id) do update set queue_id = excluded.queue_id`.execute(db)
}

/** The one this person works through; what is no longer shared with them is not chosen either. */
export async function findChosenQueue(db: Db, staffId: number): Promise<SavedQueue | undefined> {
  const { rows } = await sql<SavedQueue>`
    select ${columns} from saved_queue
    where id = (select queue_id from chosen_queue where staff_id = ${staffId})
      and (shared or owner_id = ${staffId})`.execute(db)
  return rows[0]
}
