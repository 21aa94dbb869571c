-- Vehicles in the trade, by the dealer who told of the disposal. The last disposal to a dealer is kept after the vehicle
-- has left: an acquisition may be taken back.
create table stock (
    vehicle_id  text    collate "C" not null primary key,
    dealer      text    collate "C" not null,
    since       date    not null,
    disposed_at bigint  not null,
    in_trade    boolean not null,
    scrapped    boolean not null,
    exported    boolean not null
);
create index stock_of_dealer on stock (dealer, disposed_at) where in_trade and not scrapped and not exported;

create table batch (
    batch_id  uuid    not null primary key,
    submitter text    collate "C" not null,
    row_count integer not null,
    done      integer not null,
    refused   integer not null,
    ended     boolean not null
);

-- A row waits until it is here.
create table batch_row (
    batch_id          uuid    not null,
    number            integer not null,
    command           text,
    registration_mark text    collate "C",
    state             text    not null check (state in ('DONE', 'REFUSED', 'FAULTY')),
    code              text,
    faults            text    not null,
    warnings          text    not null,
    transaction_id    uuid,
    position          bigint,
    primary key (batch_id, number)
);
