-- The tree over the log as tiles, and what was signed of it (docs/transparency-log.md). Written by the sealer only, tiles and
-- their checkpoint in one transaction, so no tile reaches beyond what was signed.

-- A tile holds up to 256 hashes. It grows to the right and never changes: a partial tile is how a later one begins.
create table log.tile (
    level  smallint not null check (level between 0 and 7),
    index  bigint not null check (index >= 0),
    hashes bytea not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
    primary key (level, index)
);

create table log.checkpoint (
    size      bigint primary key check (size > 0),
    root      bytea not null check (octet_length(root) = 32),
    note      text not null,
    keys      text not null,        -- the public keys it was signed with, one a line
    signed_at timestamptz not null default clock_timestamp()
);

create function log.refuse_other_hashes() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if new.level <> old.level or new.index <> old.index
        or substring(new.hashes for octet_length(old.hashes)) <> old.hashes then
        raise exception 'a tile goes on and never changes' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
revoke all on function log.refuse_other_hashes() from public;

create trigger tiles_only_grow before update on log.tile for each row execute function log.refuse_other_hashes();
create trigger tiles_are_never_taken_away before delete or truncate on log.tile
    for each statement execute function log.refuse_change();
create trigger checkpoints_are_never_changed before update or delete or truncate on log.checkpoint
    for each statement execute function log.refuse_change();

grant select, insert, update on log.tile to register_sealer;
grant select, insert on log.checkpoint to register_sealer;
grant select on log.tile, log.checkpoint to register_query;
