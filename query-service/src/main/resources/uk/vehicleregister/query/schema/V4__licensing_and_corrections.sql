-- Tax, SORN and MOT as folded from what was told, in JSON; null where nothing ever was, as with most of an import.
-- What they mean depends on the day, so the answer works it out.
alter table vehicle_enquiry add column licensing text;

-- What registrars said of keeperships that were told wrongly. For each event corrected the newest counts. The periods are
-- worked out anew from the beginnings as first told (keepership, known_from = position) and from these.
create table keepership_correction (
    position       bigint not null primary key,
    vehicle_id     text   collate "C" not null,
    corrects       bigint not null,
    effective_from date, -- null: it never happened
    keeper_type    text, -- null: the keeper as told
    key_id         uuid
);
create index keepership_correction_by_vehicle on keepership_correction (vehicle_id);
