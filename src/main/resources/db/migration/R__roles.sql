-- The program logs in as jinbo_runtime, and the schema belongs to another role (docs/operators/database.md). It may read and
-- append, change only what changes, and remove only what is made anew; but of the tables that hold phone numbers it may
-- do nothing. Those are for jinbo_numbers, which it takes for the length of one access to them
-- (jinbo.accesslog.NumberAccessTemplate).
--
-- Runs again whenever this file changes, so a migration that brings a table whose rows change, or that holds numbers,
-- adds it here; other new tables are readable and appendable without that. Of new functions nobody may anything without
-- it.
do $$
begin
    grant usage on schema "${flyway:defaultSchema}" to jinbo_runtime, jinbo_numbers;
    grant select, insert on all tables in schema "${flyway:defaultSchema}" to jinbo_runtime;
    grant select on all tables in schema "${flyway:defaultSchema}" to jinbo_numbers;
    grant usage on all sequences in schema "${flyway:defaultSchema}" to jinbo_runtime;
    alter default privileges in schema "${flyway:defaultSchema}" grant select, insert on tables to jinbo_runtime;
    alter default privileges in schema "${flyway:defaultSchema}" grant select on tables to jinbo_numbers;
    alter default privileges in schema "${flyway:defaultSchema}" grant usage on sequences to jinbo_runtime;
    revoke insert on "${flyway:table}" from jinbo_runtime;

    -- PostgreSQL gives every function to everybody; here each goes by name to who needs it
    revoke execute on all functions in schema "${flyway:defaultSchema}" from public;
    alter default privileges revoke execute on functions from public;

    -- what holds phone numbers
    revoke insert on withdrawal from jinbo_runtime;
    revoke all on registration, registration_page, registration_row, block, block_page, last_consumer_registration,
        request_number, call_case_number, call_case_supplement from jinbo_runtime;
    grant insert on registration_page, registration_row, withdrawal to jinbo_numbers;
    -- a number that ended long ago gives way to its keyed hash; nothing else of a registration is ever changed
    grant execute on function erase_registrations(bigint[], int[], int[], bytea[]), registrations_on(bigint)
        to jinbo_numbers;
    -- the packed forms of pages
    grant execute on function place_of(bigint), digits_at(bytea, int), line_at(bytea, int),
        complained_on_at(bytea, int), expires_on_at(bytea, int), complaint_at(bytea, int), scope_at(bytea, int),
        block_digits_at(bytea, int), block_effective_on_at(bytea, int), block_expires_on_at(bytea, int),
        int2_at(bytea, int), int4_at(bytea, int) to jinbo_numbers;
    grant insert, update, delete on block_page, last_consumer_registration to jinbo_numbers;
    grant insert, delete on request_number, call_case_number to jinbo_numbers;
    grant insert on call_case_supplement to jinbo_numbers;
    grant execute on function count_registrations(bigint) to jinbo_runtime, jinbo_numbers;

    -- Spring Batch's own
    grant update, delete on batch_job_instance, batch_job_execution, batch_job_execution_params,
        batch_job_execution_context, batch_step_execution, batch_step_execution_context to jinbo_runtime;

    -- the schedule: db-scheduler's own table and its views, and the record of its runs, which is kept for a while
    grant update, delete on scheduled_tasks, scheduled_tasks_for_all, scheduled_tasks_of_insurers,
        scheduled_tasks_of_partitions to jinbo_runtime;
    grant update (node, deaths, ended_at, outcome, done), delete on scheduled_run to jinbo_runtime;
    grant delete on scheduled_run_left to jinbo_runtime;

    -- how far a run is, while it is under way
    grant update, delete on run_progress to jinbo_runtime;

    -- one row each, which counts
    grant update on access_log_head, registry_head to jinbo_runtime;
    revoke insert on access_log_head, registry_head from jinbo_runtime;

    -- an entry of the access log is written by one call, with the rights of who calls
    grant execute on function write_access_entry(timestamptz, text, bigint, text, text, text, text, text, text, text,
        text, text, bigint, bigint, bigint, bigint, text, bigint, text, text), access_is_open(bigint) to jinbo_runtime;

    -- whose the work is, and what is under way
    grant update on insurer_lease to jinbo_runtime;
    grant update (behind), delete on inbound_fetch_next to jinbo_runtime;
    grant delete on inbound_fetch, access_log_open, access_log_pending to jinbo_runtime;
    grant update, delete on access_log_tile to jinbo_runtime;

    -- what becomes of a thing that stays
    grant update on insurer, inbound_file to jinbo_runtime;
    grant update (ended_on) on insurer_line to jinbo_runtime;
    grant update (closed_on) on business_line to jinbo_runtime;
    grant update (removed_at) on request_about_number to jinbo_runtime;
    grant update (encoded, accepted_from, accepted_until) on insurer_certificate to jinbo_runtime;
    grant update (confidentiality_on, closed_at) on sales_unit to jinbo_runtime;
    grant update (delivered_at) on answer, case_file to jinbo_runtime;
    grant update (withheld_at) on case_file to jinbo_runtime;
    grant delete on call_case_open to jinbo_runtime;
    grant update (after_event, refused), delete on call_case_message to jinbo_runtime;
    grant update (name, spooled_as, sha256, signed_by, sealed_at, delivered_at) on certificate_announcement
        to jinbo_runtime;
    grant update (list_delivered_at, manifest_delivered_at) on block_list to jinbo_runtime;

    -- a person has another password, or none any more
    grant update (hash, edition, set_at), delete on person_password to jinbo_runtime;

    -- a code is tried, and with its proof soon forgotten
    grant update (tries, proven_at), delete on code_challenge to jinbo_runtime;
    grant delete on number_proof to jinbo_runtime;

    -- visitors are counted, and the counts are forgotten
    grant update (counted), delete on visitor_count to jinbo_runtime;

    -- a reminder is sent, its link is used, and it is forgotten with the block
    grant update (token, begun, announced_at, sent_at, needless_at, renewed_at, renewed_by), delete on reminder
        to jinbo_runtime;

    -- a gateway works again, and yesterday's waits are nobody's business
    grant update (tried_at, tries), delete on gateway_failing to jinbo_runtime;
    grant delete on visitors_turned_away to jinbo_runtime;

    -- the remote portal calls these functions, and may nothing else whatsoever; no other role touches the tables by
    -- hand
    revoke all on portal_request, portal_response from jinbo_runtime, jinbo_numbers;
    grant execute on function take_portal_requests(int), put_portal_response(uuid, text), remove_expired_portal_rows(),
        end_long_portal_transactions(int) to jinbo_runtime;
    if exists (select from pg_roles where rolname = 'jinbo_portal') then
        grant usage on schema "${flyway:defaultSchema}" to jinbo_portal;
        grant execute on function put_portal_request(uuid, text, int), withdraw_portal_request(uuid),
            take_portal_response(uuid) to jinbo_portal;
    end if;

    -- an alert is resolved
    grant update (resolved_at, replaced_by) on alert_occurrence to jinbo_runtime;

    -- an operator settles a recovery
    grant update (corroboration, settled_at, settled_by, reason, forced) on recovery to jinbo_runtime;

    -- a file that is judged again
    revoke insert on finding from jinbo_runtime;
    grant delete on finding_page to jinbo_runtime;
    grant execute on function int4_at(bytea, int) to jinbo_runtime;
end
$$;
