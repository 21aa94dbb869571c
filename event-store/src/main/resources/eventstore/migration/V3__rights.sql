-- Who may do what (design.md 2). Tables of events, receipts, attempts and data keys are written by functions only.

revoke all on schema log from public;
revoke all on all functions in schema log from public;
grant usage on schema log to register_command, register_query, register_key_eraser, register_sealer;

grant select on log.event, log.receipt, log.attempt, log.data_key, log.intermediate_key to register_command;
grant select, insert, update on log.snapshot to register_command;
grant insert (wrapped) on log.intermediate_key to register_command;
grant execute on function log.append to register_command;

grant select on log.event, log.data_key, log.intermediate_key to register_query;
grant execute on function log.append to register_query;

grant select on log.data_key, log.intermediate_key to register_key_eraser;
grant execute on function log.erase_data_key to register_key_eraser;

grant select on log.event to register_sealer;
