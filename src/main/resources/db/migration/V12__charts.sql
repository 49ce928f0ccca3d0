-- What the charts of the console read is found by time, and how far running jobs are is shown to every node.

create index inbound_file_by_time on inbound_file (received_at);
create index block_list_by_time on block_list (as_of);
create index call_case_decision_by_time on call_case_decision (at);

-- a consumer's choice is a batch of its own: of a year there may be a million
create index registration_batch_by_day on registration_batch (registered_on)
    include (registered_at, revision, kind, insurer, registrations);

-- written once a second while a job runs; after a crash of the server nothing of it is wanted
create unlogged table run_progress (
    node        text not null,
    job         text not null,
    run         bigint not null,
    insurer     text not null,
    files       bigint not null,
    files_total bigint not null,
    rows        bigint not null,
    item        text not null,
    done        bigint not null,
    total       bigint not null,
    elapsed_ms  bigint not null,
    reported_at timestamptz not null,
    primary key (node, job, run, insurer)
);

comment on table run_progress is
    'How far the jobs are that run now, by node; a row leaves with its run, and counts no more once its node reports no more';
comment on column run_progress.run is 'scheduled_run.id; 0: a person has begun the run';
comment on column run_progress.insurer is 'Empty: the run is for all';
comment on column run_progress.files is 'Files or lists that are done';
comment on column run_progress.files_total is 'Of how many that are known';
comment on column run_progress.rows is 'Of the files that are done';
comment on column run_progress.item is 'The file or list that is worked on; empty: none yet';
comment on column run_progress.done is 'How much of it is done: bytes or numbers';
comment on column run_progress.total is 'Of how much; 0: nobody knows';
comment on column run_progress.reported_at is 'By the clock of the database';
