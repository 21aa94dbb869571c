-- Applications that wait for a registrar, and what became of them.
create table review_case (
    case_id           uuid        not null primary key,
    position          bigint      not null,
    transaction_id    uuid        not null,
    command           text        not null,
    cause             text        not null,
    vehicle_id        text        collate "C" not null,
    registration_mark text        collate "C" not null,
    applicant         text        collate "C" not null,
    applicant_role    text        not null,
    opened_on         date        not null,
    state             text        not null check (state in ('OPEN', 'ACCEPTED', 'REFUSED')),
    decided_on        date,
    decided_by        text        collate "C",
    reason            text
);
create unique index review_case_in_order on review_case (state, position);

-- Where each application stands, for its applicant. Rows of bulk loads are not applications.
create table application (
    transaction_id uuid   not null primary key,
    applicant      text   collate "C" not null,
    state          text   not null check (state in ('DONE', 'UNDER_REVIEW', 'REFUSED', 'UNKNOWN')),
    code           text,
    case_id        uuid   unique,
    position       bigint not null
);
