-- What was tried and did not come about.
create table attempt (
    position          bigint      not null primary key,
    recorded_at       timestamptz not null,
    kind              text        not null check (kind in ('REFUSED', 'LOCKED', 'ABANDONED')),
    registration_mark text        collate "C",
    actor             text        collate "C" not null,
    role              text        not null,
    command           text        not null,
    code              text
);
create index attempt_by_mark on attempt (registration_mark, position);
create index attempt_by_actor on attempt (actor, position);
create index attempt_by_code on attempt (code, position);
create index attempt_by_time on attempt (recorded_at);
