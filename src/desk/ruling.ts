import { type RawBuilder, sql } from 'kysely'

/**
 * The tail that every decision shares, single, reversed or in bulk. `targets` are the rows it applies to, locked, each
 * with what it was and what it becomes; decision, state, queue, reports, letters and ledger follow in the same
 * statement, so there is no half-decision whenever the process dies.
 *
 * Columns of a target: id, article_id, revision_no, commenter_id, from_state, from_published_at, from_settled_at,
 * from_rule_id, from_queue_reason, from_queue_priority, from_queue_entered_at, to_state, to_published_at,
 * to_settled_at, to_rule_id, to_queue_reason, to_queue_priority, to_queue_entered_at, reverses.
 */
export type Ruling = {
  targets: RawBuilder<unknown>
  /** Further statements before the decisions, such as the batch's own row; begins with a comma. */
  before?: RawBuilder<unknown>
  act: RawBuilder<unknown>
  ruleId: RawBuilder<unknown>
  decider: 'staff' | 'reports'
  staffId: number | null
  policyVersion: string
  batchId?: RawBuilder<unknown>
  entry: RawBuilder<unknown>
  reports: 'upheld' | 'dismissed' | 'reopen' | null
  /** Letters to commenters; begins with a comma. */
  letters?: RawBuilder<unknown>
  /** Further ledger rows, in the order of `ledgerColumns`; begins with `union all`. */
  moreEntries?: RawBuilder<unknown>
  sendAfter: Date
  now: Date
}

const ledgerColumns = sql.raw(
  'at, kind, actor, staff_id, article_id, comment_id, revision_no, report_id, decision_id, batch_id, reverses, rule_id, policy_version',
)

export function rulingStatement(
  r: Ruling,
): RawBuilder<{ id: number; comment_id: number; article_id: number }> {
  const batchId = r.batchId ?? sql`null::bigint`
  return sql`
    with target as materialized (${r.targets}),
    changed as (
      update comment c set state = t.to_state, published_at = t.to_published_at, settled_at = t.to_settled_at,
        rule_id = t.to_rule_id
      from target t where c.id = t.id
    ), dequeued as (
      delete from queue_item q using target t where q.comment_id = t.id and t.to_queue_reason is null
    ), queued as (
      insert into queue_item (comment_id, article_id, reason, priority, entered_at, held_for)
      -- What was handed up and decided comes back to those it was handed to.
      select id, article_id, to_queue_reason, coalesce(to_queue_priority, 0), coalesce(to_queue_entered_at, ${r.now}),
        (select nullif(e.to_whom, 'everyone') from escalation e
         where e.comment_id = target.id and target.reverses is not null order by e.id desc limit 1)
      from target where to_queue_reason is not null
      -- What was public and is held, or the other way round, has another score.
      on conflict (comment_id) do update set reason = excluded.reason, ranked_requests = 0, lease_staff_id = null,
        lease_until = null, ahead = false
    )${r.before ?? sql``}, decided as (
      insert into decision (comment_id, revision_no, article_id, act, rule_id, policy_version, decider, staff_id,
        from_state, to_state, from_published_at, from_settled_at, from_rule_id, from_queue_reason, from_queue_priority,
        from_queue_entered_at, batch_id, reverses, decided_at)
      select t.id, t.revision_no, t.article_id, ${r.act}, ${r.ruleId}, ${r.policyVersion}, ${r.decider},
        ${r.staffId}::int, t.from_state, t.to_state, t.from_published_at, t.from_settled_at, t.from_rule_id,
        t.from_queue_reason, t.from_queue_priority, t.from_queue_entered_at, ${batchId}, t.reverses, ${r.now}
      from target t
      returning id, comment_id, article_id, revision_no, act, rule_id, reverses, batch_id
    )${reportsPart(r)}${r.letters ?? sql``}, entries as (
      insert into ledger (${ledgerColumns})
      select ${r.now}::timestamptz, ${r.entry}, ${r.decider}, ${r.staffId}::int, d.article_id, d.comment_id, d.revision_no,
        null::bigint, d.id, d.batch_id, d.reverses, d.rule_id, ${r.policyVersion} from decided d
      ${r.reports === 'upheld' || r.reports === 'dismissed' ? answeredEntries(r) : sql``}
      ${r.moreEntries ?? sql``}
    )
    select id, comment_id, article_id from decided`
}

/** Reports are answered by the decision, and asked again when it is undone; reporters who left an address hear. */
function reportsPart(r: Ruling): RawBuilder<unknown> {
  if (r.reports === null) return sql``
  if (r.reports === 'reopen')
    return sql`, reopened as (
      update report p set state = 'open', answered_at = null, decision_id = null
      from target t where p.decision_id = t.reverses
    ), recalled as (
      update letter l set cancelled_at = ${r.now}
      from target t where l.decision_id = t.reverses and l.sent_at is null and l.cancelled_at is null
    )`
  return sql`, answered as (
      update report p set state = ${r.reports}, answered_at = ${r.now}, decision_id = d.id
      from decided d where p.comment_id = d.comment_id and p.state = 'open'
      returning p.id, p.comment_id, p.article_id, p.rule_id, p.decision_id, p.reporter_email
    ), answers as (
      insert into letter (kind, report_id, comment_id, decision_id, created_at, send_after)
      select 'report_answered', id, comment_id, decision_id, ${r.now}, ${r.sendAfter}
      from answered where reporter_email is not null
    )`
}

const answeredEntries = (r: Ruling) => sql`
      union all
      select ${r.now}::timestamptz, 'report_answered', ${r.decider}, ${r.staffId}::int, a.article_id, a.comment_id,
        null::int, a.id, a.decision_id, null::bigint, null::bigint, a.rule_id, ${r.policyVersion} from answered a`
