-- One value of those kept; null where it is unknown or was never measured.
create function signal_value(signals jsonb, wanted text) returns float8 language sql immutable parallel safe as $$
  select (signals->'values'->>(array_position(string_to_array(signals->>'names', ' '), wanted) - 1))::float8
$$;

-- Signals are kept as three lists and what the few that speak point at: a third of the size, and a row stays in one piece.
-- The order of the list is kept, and with it which value belongs to which name.
update comment_signal set signals = (signals - 'signals') || (
  select jsonb_build_object(
    'names', coalesce(string_agg(s.signal->>'name', ' ' order by s.place), ''),
    'values', coalesce(jsonb_agg(s.signal->'value' order by s.place), '[]'),
    'sources', coalesce(string_agg(
      case s.signal->>'source' when 'lexicon' then 'x' when 'linear' then 'l' when 'network' then 'n' else 'r' end, ''
      order by s.place), ''),
    'told', coalesce(jsonb_object_agg(s.place - 1, (s.signal - '{name,value,source,evidence}'::text[]) ||
      case when s.signal->'evidence' = '[]' then '{}'::jsonb else jsonb_build_object('at', (
        select jsonb_agg(edge order by e.n, edge) from jsonb_array_elements(s.signal->'evidence') with ordinality e(span, n)
        cross join lateral (values (e.span->'start'), (e.span->'end')) edges(edge)))
      end) filter (where s.signal->'evidence' <> '[]' or (s.signal - '{name,value,source,evidence}'::text[]) <> '{}'), '{}'))
  from jsonb_array_elements(signals->'signals') with ordinality s(signal, place))
where signals ? 'signals';
