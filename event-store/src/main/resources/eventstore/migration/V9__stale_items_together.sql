-- A stale item no longer sends the others of its batch the slow way, one by one.

-- Appends a batch of items, each of which is recorded whole or not at all.
--
-- The parts of all items lie one behind the other: x_to[i] is the index of item i's last entry in the arrays x_*.
--   e_  events; e_ends marks the last of each item      x_  last versions of the streams read or written
--   c_  receipts; c_item is the item each belongs to    k_  data keys            a_  attempts, times in milliseconds
--
-- When every item is clean (the rule), the answer is one row with item = 0 and the position before the first event.
-- When some are stale and that is all, there is a row for each of them first, and the last row has item = -1 and that
-- position: the others are recorded, in their order. A caller who does not know that row yet takes it for a fault.
-- Else, or when asked for by `one_by_one`, items are taken in order, and there is a row for each. A receipt that is
-- there already shows as a unique violation on the first ways: nothing is recorded, and the caller asks again one by one.
create or replace function log.append(
    one_by_one boolean, items integer,
    e_to integer[], e_ends boolean[], e_id uuid[], e_stream text[], e_version bigint[], e_type text[], e_revision text[],
    e_payload text[], e_metadata text[],
    x_to integer[], x_stream text[], x_version bigint[],
    c_item integer[], c_key bytea[], c_fingerprint bytea[], c_outcome text[],
    k_to integer[], k_id uuid[], k_intermediate integer[], k_wrapped bytea[],
    a_to integer[], a_counter text[], a_limit integer[], a_window bigint[], a_lock bigint[], a_effect text[])
returns table (item integer, result text, "position" bigint, recorded_at timestamptz, names text[],
               fingerprint bytea, outcome text, retry_after bigint)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
set lock_timeout = '2s'
set enable_seqscan = off                    -- plans are made while the tables are small, and kept while they grow
set plan_cache_mode = force_generic_plan
as $$
declare
    last_position bigint;
    at timestamptz;     -- one time for the batch, and never before the previous one
    e_from integer; e_till integer := 0;
    x_from integer; x_till integer := 0;
    k_from integer; k_till integer := 0;
    a_from integer; a_till integer := 0;
    c_next integer := 1;
    blocked interval;
    known log.receipt;
    moved integer[];    -- indexes of expected versions that do not hold
    stale integer[];    -- the items they belong to
begin
    perform log.demand_permission(e_stream, a_counter, cardinality(c_key));

    perform 1 from log.log_lock for update;
    if not found then
        raise exception 'log_lock has lost its row';
    end if;
    -- A statement of its own: it must see what was committed while the one above waited.
    select e.position, e.recorded_at into last_position, at from log.event e order by e.position desc limit 1;
    last_position := coalesce(last_position, -1);
    at := greatest(at, clock_timestamp());

    if not one_by_one and not exists (
            select from unnest(a_counter, a_effect) as a(counter, effect)
             where a.effect = 'COUNT' or (select true from log.attempt t where t.counter = a.counter)) then
        moved := array(
            select x.ordinal
              from unnest(x_stream, x_version) with ordinality as x(stream, version, ordinal)
             where x.version <> coalesce((select max(e.version) from log.event e where e.stream = x.stream), -1));
        if moved = '{}' then
            insert into log.event (position, version, recorded_at, event_id, transaction_end, stream, type, revision, payload, metadata)
            select last_position + n.ordinal, n.version, at, n.event_id, n.ends, n.stream, n.type, n.revision,
                   n.payload::json, n.metadata::json
              from unnest(e_id, e_ends, e_stream, e_version, e_type, e_revision, e_payload, e_metadata) with ordinality
                   as n(event_id, ends, stream, version, type, revision, payload, metadata, ordinal);
            if cardinality(c_key) > 0 then
                insert into log.receipt (position, recorded_at, key, fingerprint, outcome)
                select last_position + e_to[n.item], at, n.key, n.fingerprint, n.outcome
                  from unnest(c_item, c_key, c_fingerprint, c_outcome) as n(item, key, fingerprint, outcome);
            end if;
            if cardinality(k_id) > 0 then
                insert into log.data_key (key_id, intermediate_id, wrapped)
                select n.id, n.intermediate, n.wrapped from unnest(k_id, k_intermediate, k_wrapped) as n(id, intermediate, wrapped)
                on conflict do nothing;
            end if;
            item := 0; result := 'APPENDED'; position := last_position; recorded_at := at;
            return next;
            return;
        end if;

        -- width_bucket(n - 1, to) + 1 is the item that the n-th entry belongs to.
        stale := array(select distinct width_bucket(m - 1, x_to) + 1 from unnest(moved) as m order by 1);
        if not exists (select from unnest(c_item, c_key) as c(item, key) join log.receipt r on r.key = c.key where c.item = any (stale)) then
            insert into log.event (position, version, recorded_at, event_id, transaction_end, stream, type, revision, payload, metadata)
            select last_position + row_number() over (order by n.ordinal), n.version, at, n.event_id, n.ends, n.stream,
                   n.type, n.revision, n.payload::json, n.metadata::json
              from unnest(e_id, e_ends, e_stream, e_version, e_type, e_revision, e_payload, e_metadata) with ordinality
                   as n(event_id, ends, stream, version, type, revision, payload, metadata, ordinal)
             where width_bucket(n.ordinal::integer - 1, e_to) + 1 <> all (stale);
            insert into log.receipt (position, recorded_at, key, fingerprint, outcome)
            select last_position + e_to[n.item]
                       - (select coalesce(sum(e_to[s] - coalesce(e_to[s - 1], 0)), 0) from unnest(stale) as s where s < n.item),
                   at, n.key, n.fingerprint, n.outcome
              from unnest(c_item, c_key, c_fingerprint, c_outcome) as n(item, key, fingerprint, outcome)
             where n.item <> all (stale);
            insert into log.data_key (key_id, intermediate_id, wrapped)
            select n.id, n.intermediate, n.wrapped
              from unnest(k_id, k_intermediate, k_wrapped) with ordinality as n(id, intermediate, wrapped, ordinal)
             where width_bucket(n.ordinal::integer - 1, k_to) + 1 <> all (stale)
            on conflict do nothing;
            result := 'STALE';
            foreach item in array stale loop
                names := array(select x_stream[m] from unnest(moved) as m where width_bucket(m - 1, x_to) + 1 = append.item);
                return next;
            end loop;
            item := -1; result := 'OTHERS_APPENDED'; position := last_position; recorded_at := at; names := null;
            return next;
            return;
        end if;
    end if;

    <<each_item>>
    for i in 1 .. items loop
        item := i; names := null; fingerprint := null; outcome := null; retry_after := null;
        e_from := e_till + 1; e_till := e_to[i];
        x_from := x_till + 1; x_till := x_to[i];
        k_from := k_till + 1; k_till := k_to[i];
        a_from := a_till + 1; a_till := a_to[i];
        known := null;
        if c_item[c_next] = i then
            c_next := c_next + 1;
            select * into known from log.receipt r where r.key = c_key[c_next - 1];
            if found then
                result := 'RECEIPTED'; fingerprint := known.fingerprint; outcome := known.outcome;
                position := known.position; recorded_at := known.recorded_at;
                return next;
                continue;
            end if;
        end if;

        for a in a_from .. a_till loop
            blocked := log.blocked_for(a_counter[a], a_limit[a], a_window[a] * interval '1 ms', a_lock[a] * interval '1 ms', at);
            if blocked is not null then
                result := 'BLOCKED'; names := a_counter[a:a]; retry_after := ceil(extract(epoch from blocked) * 1000);
                return next;
                continue each_item;
            end if;
        end loop;

        names := array(
            select x.stream from unnest(x_stream[x_from:x_till], x_version[x_from:x_till]) as x(stream, version)
             where x.version <> coalesce((select max(e.version) from log.event e where e.stream = x.stream), -1));
        if cardinality(names) > 0 then
            result := 'STALE';
            return next;
            continue;
        end if;

        for a in a_from .. a_till loop
            if a_effect[a] = 'COUNT' then
                insert into log.attempt as t (counter, failures, first_failed_at) values (a_counter[a], 1, at)
                on conflict (counter) do update set failures = t.failures + 1;
            elsif a_effect[a] = 'CLEAR' then
                delete from log.attempt t where t.counter = a_counter[a];
            end if;
        end loop;
        insert into log.event (position, version, recorded_at, event_id, transaction_end, stream, type, revision, payload, metadata)
        select last_position + n.ordinal, n.version, at, n.event_id, n.ends, n.stream, n.type, n.revision,
               n.payload::json, n.metadata::json
          from unnest(e_id[e_from:e_till], e_ends[e_from:e_till], e_stream[e_from:e_till], e_version[e_from:e_till],
                      e_type[e_from:e_till], e_revision[e_from:e_till], e_payload[e_from:e_till], e_metadata[e_from:e_till])
               with ordinality as n(event_id, ends, stream, version, type, revision, payload, metadata, ordinal);
        last_position := last_position + (e_till - e_from + 1);
        if c_next > 1 and c_item[c_next - 1] = i then
            insert into log.receipt (position, recorded_at, key, fingerprint, outcome)
            values (last_position, at, c_key[c_next - 1], c_fingerprint[c_next - 1], c_outcome[c_next - 1]);
        end if;
        insert into log.data_key (key_id, intermediate_id, wrapped)
        select n.id, n.intermediate, n.wrapped
          from unnest(k_id[k_from:k_till], k_intermediate[k_from:k_till], k_wrapped[k_from:k_till]) as n(id, intermediate, wrapped)
        on conflict do nothing;
        result := 'APPENDED'; position := last_position; recorded_at := at;
        return next;
    end loop;
end $$;
