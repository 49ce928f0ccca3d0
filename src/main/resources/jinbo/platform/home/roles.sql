-- The roles of an embedded database, as docs/operators/database.md has them for one of the association's own; its superuser stands
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
    -- what it may use up, as docs/operators/database.md has it; the first four it cannot change itself
    alter role jinbo_portal connection limit 45;
    alter role jinbo_portal set temp_file_limit = '1MB';
    alter role jinbo_portal set log_min_messages = 'fatal';
    alter role jinbo_portal set log_min_error_statement = 'panic';
    alter role jinbo_portal set work_mem = '1MB';
    alter role jinbo_portal set statement_timeout = '30s';
    alter role jinbo_portal set idle_in_transaction_session_timeout = '30s';
    execute format('revoke all on database %I from public', current_database());
    revoke all on database template1 from public;
    execute format('grant connect on database %I to jinbo_runtime, jinbo_portal', current_database());
end
$$;
