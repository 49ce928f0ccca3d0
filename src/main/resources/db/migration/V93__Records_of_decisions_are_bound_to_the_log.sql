-- What decisions leave in the database is bound to the access log, by an entry with a digest for each record. The newest one of a record
-- is what it is compared with.
create index access_log_entry_of_records on access_log_entry (object, id desc)
    where action = 'DECIDE' and phase = 'RESULT' and starts_with(outcome, 'RECORDED ');

-- Records that stood here before: the next start of the program has one entry written for each of them. Nobody but the owner says so,
-- and it happens once, so that nobody has a record of its own making taken for one of these.
create table record_baseline (
    -- jinbo.accesslog.RecordKind
    kind text primary key
);

insert into record_baseline
select kind from (values
    ('person', (select count(*) from person)),
    ('insurer', (select count(*) from insurer)),
    ('sales unit', (select count(*) from sales_unit)),
    ('certificate', (select count(*) from insurer_certificate)),
    ('offered certificate', (select count(*) from offered_certificate)),
    ('password of', (select count(*) from person_password)),
    ('decision on held file', (select count(*) from held_decision)),
    ('decision on lost file', (select count(*) from taken_again)),
    ('restoration', (select count(*) from restoration)),
    ('calendar', (select count(*) from calendar_version where imported_by is not null)),
    ('number segments', (select count(*) from segment_version)),
    ('withheld list of', (select count(*) from withheld_list)),
    ('untold day of', (select count(*) from case_untold_day)),
    ('acknowledgement', (select count(*) from acknowledgement)),
    ('request for a full list', (select count(*) from resync_request)),
    ('file of cases', (select count(*) from case_file)),
    ('erasure', (select count(*) from erasure)),
    ('destroyed key', (select count(*) from destroyed_subject_key)),
    ('case', (select count(*) from call_case)),
    ('measure', (select count(*) from measure))) stood (kind, records)
where records > 0;
