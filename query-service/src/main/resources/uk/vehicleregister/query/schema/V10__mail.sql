-- The outbox: which mail is owed to whom, and what became of it. Not a read model: it holds what the log does not know
-- (what was sent), so it is never rebuilt and belongs in the backup (ADR 21).
-- No address, name or mark is in it: `position` points at the event, where they lie sealed.
create table mail_outbox (
    id                 bigint generated always as identity primary key,
    transaction_id     uuid        not null,
    recipient          text        not null check (recipient in ('SELLER', 'NEW_KEEPER', 'TRADER', 'KEEPER', 'BUSINESS')),
    template           text        not null,
    position           bigint      not null,
    state              text        not null default 'WAITING'
                       check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'ERASED', 'NOT_NEEDED')),
    attempts           integer     not null default 0,
    tries_left         integer     not null,
    -- When it is due. While it is SENDING: when its sender counts as dead and another may take it up.
    next_try_at        timestamptz not null,
    -- A code of the register's own making; what a mail server says may quote the address.
    fault              text        check (fault ~ '^[A-Z0-9_]{1,60}$'),
    provider_reference text,
    recorded_at        timestamptz not null,
    sent_at            timestamptz,
    -- One mail for each transaction and recipient, whatever is read twice.
    constraint mail_outbox_one_for_each_recipient unique (transaction_id, recipient)
);
create index mail_outbox_due on mail_outbox (next_try_at) where state in ('WAITING', 'SENDING');
create index mail_outbox_open on mail_outbox (state) where state in ('WAITING', 'SENDING', 'FAILED');

-- Where the log ended when the outbox was made. What was recorded up to there is past, and nobody is written to about it.
create table mail_start (
    position bigint not null
);
insert into mail_start (position) select coalesce(max(position), -1) from log.event;
