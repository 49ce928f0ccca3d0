-- The roles of an embedded database, as docs/database.md has them for one of the association's own; its superuser stands
-- for jinbo_owner. Run at each start of the server: homes that are older than the roles get them so.
do $$
begin
    if not exists (select from pg_roles where rolname = 'jinbo_runtime') then
        create role jinbo_runtime login noinherit;
    end if;
    if not exists (select from pg_roles where rolname = 'jinbo_numbers') then
        create role jinbo_numbers nologin;
        grant jinbo_numbers to jinbo_runtime;
    end if;
    if not exists (select from pg_roles where rolname = 'jinbo_portal') then
        -- has no password, so nobody logs in with it until somebody gives it one
        create role jinbo_portal login noinherit;
    end if;
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to jinbo_runtime, jinbo_portal', current_database());
end
$$;
