-- Auditors are granted all read models, those that rebuilds make included, so by default privileges. Customers' keys and
-- the outbox are no read models, and were granted along with them.
do $$
declare
    granted record;
begin
    for granted in
        select distinct c.oid::regclass as "table", a.grantee::regrole as login
          from pg_catalog.pg_class c
         cross join lateral aclexplode(c.relacl) a
         where c.oid in ('api_key'::regclass, 'mail_outbox'::regclass, 'mail_start'::regclass)
           and a.grantee not in (c.relowner, 0)
    loop
        execute format('revoke all on %s from %s', granted."table", granted.login);
    end loop;
end $$;
