-- What the desk's search reads: one row for each comment whose words the desk may look through, with its words and its
-- facts as lexemes of one tsvector, so that one GIN index answers both together. A fact begins with "=", which no word
-- that PostgreSQL's parser makes does. docs/desk-search.md lists them.
--
-- No foreign key: it would cost every comment a look-up; the triggers below keep the two together.
create table comment_search (
  comment_id bigint primary key,
  words tsvector not null
);

-- The words of a writer's name as facts, and the search for all of them: parsed alike, so that they meet.
create function search_name(name text) returns text[] language sql immutable as $$
  select coalesce(array_agg('=n:' || word), '{}') from unnest(tsvector_to_array(to_tsvector('simple', name))) word
$$;
create function search_writer(name text) returns tsquery language sql immutable as $$
  select coalesce(string_agg('''' || replace(replace(fact, '\', '\\'), '''', '''''') || '''', ' & '), '')::tsquery
  from unnest(search_name(name)) fact
$$;

-- `simple`: lower case and nothing else. Papers have many languages, and a stemmer of one would spoil the others.
create function search_words(ids bigint[]) returns table (comment_id bigint, words tsvector) language sql stable as $$
  select c.id, to_tsvector('simple', cr.text) || array_to_tsvector(
    array['=b12:' || (c.id >> 12), '=b15:' || (c.id >> 15), '=b18:' || (c.id >> 18), '=b21:' || (c.id >> 21),
      '=a:' || c.article_id, '=m:' || to_char(c.submitted_at at time zone 'UTC', 'YYYY-MM'),
      '=l:' || coalesce(sig.signals ->> 'language', 'unknown'),
      '=o:' || case when c.staff_id is not null then 'staff' when c.parent_id is null then 'comment' else 'reply' end]
    || case when c.commenter_id is null then '{}' else array['=c:' || c.commenter_id] end
    || case when c.state in ('rejected', 'removed') then array['=s:' || c.state] else '{}' end
    || case when c.rule_id is null then '{}' else array['=r:' || c.rule_id] end
    || case when cr.text ~* '(https?://|www\.)' or signal_value(sig.signals, 'link.density') > 0 then array['=h:link'] else '{}' end
    || coalesce((select array_agg('=r:' || (m ->> 'ruleId')) from jsonb_array_elements(sig.verdict -> 'matches') m
        where m ->> 'effect' in ('hold', 'flag')), '{}')
    || case when c.printed_name is null then '{}' else search_name(c.printed_name) end)
  from comment c
  join comment_revision cr on cr.comment_id = c.id and cr.revision_no = c.revision_no
  left join comment_signal sig on sig.comment_id = c.id and sig.revision_no = c.revision_no
  where c.id = any(ids) and c.state not in ('unconfirmed', 'withdrawn') and cr.text is not null
$$;

insert into comment_search select w.* from search_words((select array_agg(id) from comment)) w;

-- Built once the rows are there. Posting a comment writes to a list beside the tree, which a search reads through as
-- well: 1 MB of it at most, so that neither a search nor the poster who empties it waits long.
create index comment_search_words on comment_search using gin (words) with (gin_pending_list_limit = 1024);

create function index_words() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into comment_search select w.* from search_words((select array_agg(comment_id) from fresh)) w
    on conflict (comment_id) do update set words = excluded.words;
  else
    insert into comment_search select w.* from search_words(array[new.id]) w
    on conflict (comment_id) do update set words = excluded.words;
  end if;
  return null;
end
$$;

create function forget_words() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'comment_revision' then
    delete from comment_search where comment_id = new.comment_id;
  else
    delete from comment_search where comment_id = old.id;
  end if;
  return null;
end
$$;

-- At the end of the statement that writes them, when the comment and its signals stand too. A restore fills the table
-- once at its end instead.
create trigger index_new_words after insert on comment_revision referencing new table as fresh for each statement
  when (current_setting('postbag.restoring', true) is distinct from 'on')
  execute function index_words();
-- Publishing changes nothing of what is looked up, and so costs nothing here.
create trigger index_changed_words after update on comment for each row
  when (new.state not in ('unconfirmed', 'withdrawn')
    and (old.state = 'unconfirmed' or old.rule_id is distinct from new.rule_id))
  execute function index_words();
-- Withdrawn and erased words are found no more from that moment on.
create trigger forget_withdrawn_words after update on comment for each row
  when (new.state = 'withdrawn' and old.state <> 'withdrawn') execute function forget_words();
create trigger forget_deleted_words after delete on comment for each row execute function forget_words();
create trigger forget_erased_words after update of text on comment_revision for each row
  when (new.text is null and old.text is not null) execute function forget_words();

-- A query that somebody keeps, as a queue of one's own or, shared, of the whole desk.
create table saved_queue (
  id int generated by default as identity primary key,
  name text not null check (name <> ''),
  query text not null,
  owner_id int not null references staff on delete cascade,
  shared boolean not null default false,
  created_at timestamptz not null
);
create index saved_queue_of_owner on saved_queue (owner_id, id);
create index saved_queue_shared on saved_queue (id) where shared;

-- The queue that a person works through: the next card comes from it.
create table chosen_queue (
  staff_id int primary key references staff on delete cascade,
  queue_id int not null references saved_queue on delete cascade
);
-- For the deletion of a queue (foreign key check).
create index chosen_queue_of on chosen_queue (queue_id);

-- Adds to what the ledger knows and the staff log shows, whatever other migrations added.
do $$
declare
  kinds text := '''queue_shared''::text, ''queue_changed''::text, ''queue_removed''::text, ';
begin
  execute (select format('alter table ledger drop constraint %1$I, add constraint %1$I %2$s', conname,
      replace(pg_get_constraintdef(oid), 'ARRAY[', 'ARRAY[' || kinds))
    from pg_constraint where conrelid = 'ledger'::regclass and conname = 'ledger_kind_check');
  execute (select 'drop index ledger_of_staff; ' || replace(pg_get_indexdef('ledger_of_staff'::regclass), 'ARRAY[',
    'ARRAY[' || kinds));
end
$$;
