-- Whoever changes several data keys takes them in the order of their ids: an erasure and a page of wrapping anew, or two erasures,
-- then wait for each other and do not deadlock.
create or replace function log.rewrap_data_keys(ids uuid[], froms integer[], into_key integer, rewrapped bytea[]) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    changed bigint;
begin
    perform 1 from log.data_key k where k.key_id = any (ids) order by k.key_id for update;
    update log.data_key k set intermediate_id = into_key, wrapped = n.wrapped
      from unnest(ids, froms, rewrapped) as n(id, intermediate, wrapped)
     where k.key_id = n.id and k.intermediate_id = n.intermediate and k.wrapped is not null;
    get diagnostics changed = row_count;
    return changed;
end $$;
