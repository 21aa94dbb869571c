-- A mark that was bought was on no vehicle before it is used.
alter table mark_place alter column vehicle_id drop not null;
alter table mark_place add constraint mark_place_on_a_vehicle
    check (place <> 'VEHICLE' or vehicle_id is not null);

alter table printed_document alter column vehicle_id drop not null;
alter table printed_document drop constraint printed_document_type_check;
alter table printed_document add constraint printed_document_type_check
    check (type in ('V5C', 'V778', 'V750', 'V948'));
alter table printed_document add constraint printed_document_of_a_vehicle
    check (type = 'V750' or vehicle_id is not null);

-- A certificate that is printed anew is of the kind of the one before.
create index printed_certificate_by_mark on printed_document (registration_mark) where type in ('V778', 'V750');
