-- The estate of a keeper who died keeps the vehicle until a new keeper is told.
alter table keepership drop constraint keepership_keeper_type_check;
alter table keepership add constraint keepership_keeper_type_check
    check (keeper_type in ('PERSON', 'BUSINESS', 'ESTATE', 'TRADE'));
