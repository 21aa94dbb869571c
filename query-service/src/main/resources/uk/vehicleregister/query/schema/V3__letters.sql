-- The sales that a letter to the former keeper follows. What the letter says is printed from the log when asked for.
create table letter (
    position       bigint not null primary key,
    vehicle_id     text   collate "C" not null,
    issued_on      date   not null,
    transaction_id uuid   not null
);
create index letter_by_vehicle on letter (vehicle_id);
create index letter_by_transaction on letter (transaction_id);
