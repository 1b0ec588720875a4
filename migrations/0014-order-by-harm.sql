-- The queue goes by expected harm (docs/decisions/0013-order-by-expected-harm.md). `priority` is from now on a head start in seconds:
-- what a comment's score is worth in waiting. What was stored before is worth a few seconds, until the ranker has scored it.
alter table queue_item
  -- When it would have come to stand where it stands with nothing to its harm: the queue is oldest first by this. It holds no
  -- clock, so the order of two comments changes only when one of them is scored anew. UTC without zone, since a generated
  -- column may not hang on a session's.
  add column turn timestamp not null
    generated always as ((entered_at at time zone 'UTC') - priority * interval '1 second') stored,
  -- The rule it most probably breaks at the highest cost, and how likely; null until the ranker has read its signals, and
  -- where there are none.
  add column worst_rule_id text,
  add column worst_probability real,
  -- The page requests that its score reckons with; 0: to be scored.
  add column ranked_requests int not null default 0,
  -- When its score changes by the clock: a report comes nearer to its deadline.
  add column rank_again_at timestamptz;

drop index queue_order;
-- The next card.
create index queue_order on queue_item (turn, comment_id);
-- The items of an article whose readers have come or gone, and those that nothing has scored yet.
create index queue_ranked on queue_item (article_id, ranked_requests);
-- Few: only what was reported has a deadline.
create index queue_rank_again on queue_item (rank_again_at) where rank_again_at is not null;

-- Page requests of the last minutes, by article and half a minute, summed over all nodes; nothing of a reader. Unlogged: it is
-- forgotten after five minutes, and a crash may forget it sooner.
create unlogged table article_requests (
  article_id int not null references article,
  slot timestamptz not null,
  requests int not null,
  primary key (article_id, slot)
);
-- What is forgotten.
create index article_requests_old on article_requests (slot);
