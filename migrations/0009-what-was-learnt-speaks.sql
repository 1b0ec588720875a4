-- Whether what the desk's decisions taught moves live scores. It does so only where a named person let it.
alter table publication
  add learning text not null default 'shadow' check (learning in ('off', 'shadow', 'live')),
  add learning_by int references staff,
  add constraint live_by_a_person check (learning <> 'live' or learning_by is not null);

-- Two more kinds of entry, beside whatever kinds the migrations before this one left.
do $$
declare
  known text := (
    select pg_get_constraintdef(oid) from pg_constraint
    where conrelid = 'ledger'::regclass and conname = 'ledger_kind_check');
begin
  alter table ledger drop constraint ledger_kind_check;
  execute 'alter table ledger add constraint ledger_kind_check '
    || replace(known, 'ARRAY[', 'ARRAY[''learning_set''::text, ''learning_reset''::text, ');
end
$$;

-- Persons and organisations that the article names, for reading comments under it. Null until it has been read for them.
alter table article_revision add names text[];
-- The few that were saved before, found at start without reading every article.
create index article_revision_unread on article_revision (article_id, revision_no) where names is null;
