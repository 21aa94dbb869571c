-- The event log. Everything is qualified, for the functions below run with a pinned search_path.

-- Roles belong to the cluster, so they may be there already, or be made by another database's migration at this moment.
do $$
declare
    wanted text;
begin
    foreach wanted in array array ['register_command', 'register_query', 'register_key_eraser', 'register_sealer'] loop
        begin
            if not exists (select from pg_catalog.pg_roles where rolname = wanted) then
                execute format('create role %I nologin', wanted);
            end if;
        exception when duplicate_object or unique_violation then
            null;
        end;
    end loop;
end $$;

-- Fixed-width columns come first: a row carries no padding. Positions count from 0 in the order of commits.
-- json, not jsonb: the exact text is kept, since it is what gets hashed.
create table log.event (
    position        bigint primary key,
    version         bigint not null check (version >= 0),
    recorded_at     timestamptz not null,
    event_id        uuid not null,
    transaction_end boolean not null,
    stream          text collate "C" not null,
    type            text not null,
    revision        text not null,
    payload         json not null,
    metadata        json not null,
    unique (stream, version)
);

-- Locked by every append and never updated: an updated row would leave a version behind for each append, and all of them
-- must be walked while a long snapshot is held.
create table log.log_lock (only_row boolean primary key default true check (only_row));
insert into log.log_lock default values;

-- What was answered to a client's idempotency key.
create table log.receipt (
    position    bigint not null,
    recorded_at timestamptz not null,
    key         bytea primary key check (octet_length(key) = 16),
    fingerprint bytea not null check (octet_length(fingerprint) = 16),
    outcome     text not null
);

-- Wrong tries. A row exists from the first wrong one until a right one, the end of the lock or of the window.
create table log.attempt (
    counter         text collate "C" primary key,
    failures        integer not null,
    first_failed_at timestamptz not null,
    locked_until    timestamptz
);

-- Keys that wrap data keys, themselves wrapped by the key service.
create table log.intermediate_key (
    id         integer generated always as identity primary key,
    wrapped    bytea not null,
    created_at timestamptz not null default clock_timestamp()
);

-- A row without key is a tombstone. No foreign key: an intermediate key is destroyed while tombstones still name it.
create table log.data_key (
    key_id          uuid primary key,
    intermediate_id integer not null,
    wrapped         bytea,
    erased_at       timestamptz,
    check ((wrapped is null) = (erased_at is not null))
);

-- Derived from events, never the truth; one for each stream.
create table log.snapshot (
    stream      text collate "C" primary key,
    version     bigint not null,
    event_id    uuid not null,
    recorded_at timestamptz not null,
    type        text not null,
    revision    text,
    payload     json not null,
    metadata    json not null
);

-- Not even the owner changes what was recorded.
create function log.refuse_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    raise exception 'events are never changed' using errcode = 'insufficient_privilege';
end $$;

create trigger events_are_never_changed before update or delete or truncate on log.event
    for each statement execute function log.refuse_change();
