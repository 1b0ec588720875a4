-- What the desk's decisions taught the triage engine: weights of hashed words, never a text, a name or an address.
create table site_learning (
  -- Each the one before plus one: of two nodes that learn at once, one finds its number taken.
  version int primary key,
  -- What read the texts and how it learnt; under another engine the decisions are learnt again.
  engine text not null,
  -- Where this line began: decisions sealed before it, or taken before that time, were reset.
  start_position bigint not null,
  start_at timestamptz,
  -- All decisions sealed up to here that stood are in it.
  position bigint not null,
  last_decision_id bigint,
  decision_count int not null,
  -- Null in all but the newest few; the hash tells for ever whether a replay gives the same.
  state bytea,
  sha256 bytea not null,
  -- How often each commenter and article was decided today, and how the newest decisions were predicted. Null with the
  -- state.
  progress jsonb,
  made_at timestamptz not null,
  -- Who began this line anew; null for a version that a job learnt.
  reset_by int references staff,
  constraint begins_before_it_ends check (start_position <= position),
  constraint whole_or_gone check ((state is null) = (progress is null))
);
