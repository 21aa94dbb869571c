-- Where the audit trail is looked up by who and under which transaction, by what was refused, and by vehicle and mark as
-- far as their own streams do not tell. What is shown is read from the log. Kept lean, for nearly every command leaves a
-- row: a V5C and a mark issued come with the events beside them, and an import's rows are found by vehicle and mark.
create table audit_trail (
    position       bigint not null primary key,
    transaction_id uuid   not null,
    actor          text   collate "C" not null,
    reviewer       text   collate "C",
    intermediary   text   collate "C",
    vehicle_id     text   collate "C",
    mark           text   collate "C",
    code           text   collate "C",
    erased_key     uuid
);
create index audit_trail_by_actor on audit_trail (actor, position);
create index audit_trail_by_transaction on audit_trail (transaction_id);
create index audit_trail_by_reviewer on audit_trail (reviewer, position) where reviewer is not null;
create index audit_trail_by_intermediary on audit_trail (intermediary, position) where intermediary is not null;
create index audit_trail_by_vehicle on audit_trail (vehicle_id, position) where vehicle_id is not null;
create index audit_trail_by_mark on audit_trail (mark, position) where mark is not null;
create index audit_trail_by_code on audit_trail (code, position) where code is not null;
create index audit_trail_by_erased_key on audit_trail (erased_key) where erased_key is not null;
