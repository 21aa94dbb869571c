-- Whether an intermediate key wraps anything living is looked for in all data keys, which takes long on a large register and
-- must hold up no append. So it is retired first, under the lock of every append: from then on none can bring a data key
-- under it, and the look needs no lock.
alter table log.intermediate_key add column retired boolean not null default false;

-- The youngest is never retired. False when it is that, or gone.
create function log.retire_intermediate_key(old integer) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '2s' as $$
begin
    perform 1 from log.log_lock for update;
    update log.intermediate_key i set retired = true
     where i.id = old and exists (select from log.intermediate_key younger where younger.id > old);
    return found;
end $$;

-- Destroys an intermediate key that is retired and wraps nothing living. False when it is still needed, or gone.
create or replace function log.destroy_intermediate_key(old integer) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    delete from log.intermediate_key i
     where i.id = old
       and i.retired
       and not exists (select from log.data_key k where k.intermediate_id = old and k.wrapped is not null);
    return found;
end $$;

create or replace function log.demand_intermediate_key() returns trigger language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
begin
    if exists (select from added a where not exists (
            select from log.intermediate_key i where i.id = a.intermediate_id and not i.retired)) then
        raise exception 'a data key names an intermediate key that is not in use' using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

revoke all on function log.retire_intermediate_key from public;
grant execute on function log.retire_intermediate_key to register_key_eraser;
