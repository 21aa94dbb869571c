-- The read models: everything here but api_key can be thrown away and built again from the log.
-- Runs on PostgreSQL 15 to 18 (design.md 10): no WITHOUT OVERLAPS.

-- Equality inside a GiST index, which the exclusion constraints below stand on. A trusted extension since PostgreSQL 13.
create extension if not exists btree_gist;

-- How far each projection has come; Axon's JdbcTokenStore writes it in the transaction of the rows.
-- The position is drawn from the token, so that it is never a second truth; -1 is before the first event.
create table projection_token (
    processor_name text    not null,
    segment        integer not null,
    token          text,
    token_type     text,
    timestamp      text,
    owner          text,
    position       bigint generated always as (coalesce(substring(token from '"globalIndex":([0-9]+)')::bigint, -1)) stored,
    primary key (processor_name, segment)
);

create table projection_rebuild (
    name       text        not null primary key,
    state      text        not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    position   bigint      not null,
    started_at timestamptz not null,
    ended_at   timestamptz
);

-- Customers of the vehicle enquiry. The key itself is nowhere: it is long and random, so a plain SHA-256 of it is enough.
create table api_key (
    key_hash   text    collate "C" not null primary key,
    customer   text    not null,
    per_second integer not null check (per_second > 0)
);

create table vehicle_enquiry (
    vehicle_id                 text    collate "C" not null primary key,
    registration_mark          text    collate "C" not null,
    make                       text    not null,
    colour                     text    not null,
    fuel_type                  text    not null,
    engine_capacity            integer,
    co2_emissions              integer,
    year_of_manufacture        integer not null,
    date_of_first_registration date    not null,
    type_approval              text,
    wheelplan                  text,
    revenue_weight             integer,
    euro_status                text,
    exported                   boolean not null,
    last_v5c_issued_on         date,
    -- A mark moves between vehicles inside one transaction, so the check waits for its end.
    constraint vehicle_enquiry_mark_on_one_vehicle unique (registration_mark) deferrable initially deferred
);

-- Bitemporal rows. Effective dates are [from, to), to null = open; recorded times likewise.
-- position: the event that began the period. known_from: the event that wrote this version of it.
-- A period that begins and ends on one day is kept, from = to: it is true at no date's end, yet it has been.
-- An immediate constraint would refuse a change in mid-transaction (design.md 6).
-- Texts are compared as two hashes, 128 bits together: GiST takes 45 microseconds to take in a text and 15 for these.
create table keepership (
    vehicle_id     text        collate "C" not null,
    known_from     bigint      not null,
    effective_from date        not null,
    effective_to   date,
    recorded_from  timestamptz not null,
    recorded_to    timestamptz,
    position       bigint      not null,
    keeper_type    text        not null check (keeper_type in ('PERSON', 'BUSINESS', 'TRADE')),
    key_id         uuid,
    primary key (vehicle_id, known_from, position),
    check (effective_to >= effective_from),
    check (recorded_to >= recorded_from),
    constraint keepership_one_keeper_at_an_instant exclude using gist (
        hashtextextended(vehicle_id, 0) with =,
        hashtextextended(vehicle_id, 1) with =,
        daterange(effective_from, effective_to) with &&,
        tstzrange(recorded_from, recorded_to) with &&) deferrable initially deferred
);

create table vehicle_mark (
    vehicle_id        text        collate "C" not null,
    known_from        bigint      not null,
    effective_from    date        not null,
    effective_to      date,
    recorded_from     timestamptz not null,
    recorded_to       timestamptz,
    position          bigint      not null,
    registration_mark text        collate "C" not null,
    primary key (vehicle_id, known_from, position),
    check (effective_to >= effective_from),
    check (recorded_to >= recorded_from),
    constraint vehicle_mark_one_mark_at_an_instant exclude using gist (
        hashtextextended(vehicle_id, 0) with =,
        hashtextextended(vehicle_id, 1) with =,
        daterange(effective_from, effective_to) with &&,
        tstzrange(recorded_from, recorded_to) with &&) deferrable initially deferred
);
create index vehicle_mark_by_mark on vehicle_mark (registration_mark);

create table mark_place (
    registration_mark text        collate "C" not null,
    known_from        bigint      not null,
    effective_from    date        not null,
    effective_to      date,
    recorded_from     timestamptz not null,
    recorded_to       timestamptz,
    position          bigint      not null,
    place             text        not null check (place in ('VEHICLE', 'CERTIFICATE', 'VOID')),
    vehicle_id        text        collate "C" not null,
    expires_on        date,
    primary key (registration_mark, known_from, position),
    check (effective_to >= effective_from),
    check (recorded_to >= recorded_from),
    constraint mark_place_one_place_at_an_instant exclude using gist (
        hashtextextended(registration_mark, 0) with =,
        hashtextextended(registration_mark, 1) with =,
        daterange(effective_from, effective_to) with &&,
        tstzrange(recorded_from, recorded_to) with &&) deferrable initially deferred,
    constraint mark_place_one_mark_on_a_vehicle exclude using gist (
        hashtextextended(vehicle_id, 0) with =,
        hashtextextended(vehicle_id, 1) with =,
        daterange(effective_from, effective_to) with &&,
        tstzrange(recorded_from, recorded_to) with &&) where (place = 'VEHICLE') deferrable initially deferred
);
create index mark_place_on_vehicle on mark_place (vehicle_id) where place = 'VEHICLE';

create table printed_document (
    position          bigint not null primary key,
    type              text   not null check (type in ('V5C', 'V778', 'V948')),
    vehicle_id        text   collate "C" not null,
    registration_mark text   collate "C" not null,
    sealed_reference  text,
    issued_on         date   not null,
    transaction_id    uuid   not null
);
create index printed_document_by_vehicle on printed_document (vehicle_id);
create index printed_document_by_transaction on printed_document (transaction_id);
