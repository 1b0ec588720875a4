import { type RawBuilder, sql } from 'kysely'

/**
 * Whether this person may take what was handed up: to a senior, whoever is one or more; to legal, editors and
 * administrators, who answer for the paper. It stands in the statements that claim and list, as `withinSections` does.
 */
export const withinReach = (staffId: number, heldFor: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`(
    ${heldFor} is null
    or exists (select 1 from staff reacher where reacher.id = ${staffId}::int and (
      reacher.role in ('editor', 'administrator') or (${heldFor} = 'senior' and reacher.role = 'senior'))))`
