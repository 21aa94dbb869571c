-- Forgetting: whoever may destroy data keys also wraps the living ones anew, and destroys what wrapped them before.

grant insert (wrapped) on log.intermediate_key to register_key_eraser;

-- Wraps living data keys anew. A key that was erased or wrapped anew meanwhile is left as it is. Answers how many it changed.
create function log.rewrap_data_keys(ids uuid[], froms integer[], into_key integer, rewrapped bytea[]) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    changed bigint;
begin
    update log.data_key k set intermediate_id = into_key, wrapped = n.wrapped
      from unnest(ids, froms, rewrapped) as n(id, intermediate, wrapped)
     where k.key_id = n.id and k.intermediate_id = n.intermediate and k.wrapped is not null;
    get diagnostics changed = row_count;
    return changed;
end $$;

-- Destroys an intermediate key that wraps nothing living and is not the youngest. False when it is still needed, or gone.
-- Under the lock of every append, so that none can bring a data key in between the look and the deed.
create function log.destroy_intermediate_key(old integer) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '2s' as $$
begin
    perform 1 from log.log_lock for update;
    delete from log.intermediate_key i
     where i.id = old
       and exists (select from log.intermediate_key younger where younger.id > old)
       and not exists (select from log.data_key k where k.intermediate_id = old and k.wrapped is not null);
    return found;
end $$;

-- The last guard: a data key that nothing could ever unwrap is refused, and with it the append that brings it.
create function log.demand_intermediate_key() returns trigger language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
begin
    if exists (select from added a where not exists (select from log.intermediate_key i where i.id = a.intermediate_id)) then
        raise exception 'a data key names an intermediate key that is not there' using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create trigger data_keys_can_be_unwrapped after insert on log.data_key
    referencing new table as added for each statement execute function log.demand_intermediate_key();

revoke all on function log.rewrap_data_keys, log.destroy_intermediate_key, log.demand_intermediate_key from public;
grant execute on function log.rewrap_data_keys, log.destroy_intermediate_key to register_key_eraser;
