-- Who looked: the query side records each release of personal data before its answer leaves, with a login of its own
-- that can append nothing else. The query service's own login no longer appends at all.

do $$
begin
    if not exists (select from pg_catalog.pg_roles where rolname = 'register_discloser') then
        create role register_discloser nologin;
    end if;
exception when duplicate_object or unique_violation then
    null;
end $$;

-- Its counters are those of the command side: a guess at a document reference counts wherever it is made.
create or replace function log.demand_permission(streams text[], counters text[], receipts integer)
returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
    if pg_has_role(session_user, 'register_command', 'member') then
        return;
    end if;
    if receipts > 0
        or not pg_has_role(session_user, 'register_discloser', 'member')
        or exists (select from unnest(streams) as s(name)
                    where (starts_with(name, 'disclosure-') or starts_with(name, 'attempt-')) is not true)
        or exists (select from unnest(counters) as c(name)
                    where (starts_with(name, 'mark:') or starts_with(name, 'client:')) is not true) then
        raise exception 'this login may append who looked, and wrong tries, only' using errcode = 'insufficient_privilege';
    end if;
end $$;

-- log.append for that login: the types are looked at too, for readers go by them and not by the stream.
create function log.append_disclosures(
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
as $$
begin
    if cardinality(k_id) > 0
        or exists (select from unnest(e_stream, e_type) as e(stream, type)
                    where (type = 'RecordDisclosed' and starts_with(stream, 'disclosure-')
                        or type = 'AttemptRefused' and starts_with(stream, 'attempt-')) is not true) then
        raise exception 'this login may append who looked, and wrong tries, only' using errcode = 'insufficient_privilege';
    end if;
    return query select * from log.append(
        one_by_one, items,
        e_to, e_ends, e_id, e_stream, e_version, e_type, e_revision, e_payload, e_metadata,
        x_to, x_stream, x_version,
        c_item, c_key, c_fingerprint, c_outcome,
        k_to, k_id, k_intermediate, k_wrapped,
        a_to, a_counter, a_limit, a_window, a_lock, a_effect);
end $$;

revoke all on function log.append_disclosures from public;
revoke execute on function log.append from register_query;
grant usage on schema log to register_discloser;
grant execute on function log.append_disclosures to register_discloser;
-- To read back what became of an append whose answer was lost: no payload, no metadata.
grant select (position, version, event_id, recorded_at, stream) on log.event to register_discloser;
