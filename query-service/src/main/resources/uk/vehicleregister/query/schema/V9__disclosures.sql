-- Who looked at which record, and what for.
create table disclosure (
    position          bigint      not null primary key,
    recorded_at       timestamptz not null,
    transaction_id    uuid        not null,
    kind              text        not null,
    vehicle_id        text        collate "C",
    registration_mark text        collate "C",
    actor             text        collate "C" not null,
    role              text        not null,
    purpose           text        not null,
    reference         text,
    asked             text,
    not_told_before   date
);
create index disclosure_by_vehicle on disclosure (vehicle_id, position);
create index disclosure_by_mark on disclosure (registration_mark, position);
create index disclosure_by_actor on disclosure (actor, position);
