import { sql } from 'kysely'

/**
 * Whether decision `d` has been followed by one that still stands: an undo would then put back what nobody sees any
 * more. Decisions that were undone, and those undos, count for nothing.
 */
export const superseded = sql<boolean>`exists (
  select 1 from decision l
  where l.comment_id = d.comment_id and l.id > d.id and (l.reverses is null or l.reverses <= d.id)
    and not exists (select 1 from decision r where r.reverses = l.id))`
