-- Where the program logs in as jinbo_runtime and the schema belongs to another role (docs/database.md), it may read and append
-- everywhere, change only what changes, and remove only what is made anew. Runs again whenever this file changes, so a
-- migration that brings a table whose rows change adds it here; new tables are readable and appendable without that.
do $$
begin
    if current_user = 'jinbo_runtime' or not exists (select from pg_roles where rolname = 'jinbo_runtime') then
        return;
    end if;

    grant usage on schema "${flyway:defaultSchema}" to jinbo_runtime;
    grant select, insert on all tables in schema "${flyway:defaultSchema}" to jinbo_runtime;
    grant usage on all sequences in schema "${flyway:defaultSchema}" to jinbo_runtime;
    alter default privileges in schema "${flyway:defaultSchema}" grant select, insert on tables to jinbo_runtime;
    alter default privileges in schema "${flyway:defaultSchema}" grant usage on sequences to jinbo_runtime;
    revoke insert on "${flyway:table}" from jinbo_runtime;

    -- Spring Batch's own
    grant update, delete on batch_job_instance, batch_job_execution, batch_job_execution_params,
        batch_job_execution_context, batch_step_execution, batch_step_execution_context to jinbo_runtime;

    -- one row each, which counts
    grant update on access_log_head, registry_head to jinbo_runtime;
    revoke insert on access_log_head, registry_head from jinbo_runtime;

    -- whose the work is, and what is under way
    grant update on insurer_lease to jinbo_runtime;
    grant delete on inbound_fetch, access_log_open to jinbo_runtime;

    -- what becomes of a thing that stays
    grant update on insurer, inbound_file, block to jinbo_runtime;
    grant update (encoded) on insurer_certificate to jinbo_runtime;
    grant update (delivered_at) on answer to jinbo_runtime;
    grant update (list_delivered_at, manifest_delivered_at) on block_list to jinbo_runtime;

    -- an operator ends a restoration
    grant update (settled_at, settled_by, reason, even_so) on restoration to jinbo_runtime;

    -- a file that is judged again
    grant delete on finding to jinbo_runtime;
end
$$;
