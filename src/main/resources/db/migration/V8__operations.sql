-- Leases, the schedule, recovery after a restore, and alerts.

create table insurer_lease (
    insurer text primary key references insurer (code),
    epoch   bigint not null
);

comment on table insurer_lease is
    'Who works for an insurer holds an advisory lock, which PostgreSQL drops with the connection. The next holder '
    'counts on here, and what is committed under an earlier epoch is refused';

create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

comment on table scheduled_tasks is
    'db-scheduler''s own table, as its release 16.7 has it: what is to be run next, and which node has taken it';

create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);

create table scheduled_run (
    id       bigint primary key generated always as identity,
    job      text not null,
    insurer  text references insurer (code),
    due_at   timestamptz not null,
    attempt  int not null check (attempt >= 0),
    began_at timestamptz not null,
    node     text not null,
    deaths   int not null default 0,
    ended_at timestamptz,
    outcome  text check (outcome in ('DONE', 'LEFT', 'STOPPED', 'MISSED')),
    done     bigint,
    constraint scheduled_run_ends_with_an_outcome check (num_nulls(ended_at, outcome, done) in (0, 3))
);

comment on table scheduled_run is
    'Runs that the schedule has begun, or left out: one row for each due moment and each attempt; kept for a while';
comment on column scheduled_run.insurer is 'Null: one run for all';
comment on column scheduled_run.attempt is '0 when it was due, 1 and up for each attempt after it';
comment on column scheduled_run.node is 'Which node had it last';
comment on column scheduled_run.deaths is 'How many nodes were gone before it had ended';
comment on column scheduled_run.done is 'How many files, lists or numbers';

create unique index scheduled_run_once on scheduled_run (job, coalesce(insurer, ''), due_at, attempt);
create unique index scheduled_run_alone on scheduled_run (job, coalesce(insurer, '')) where ended_at is null;
create index scheduled_run_by_end on scheduled_run (ended_at);
create index scheduled_run_newest on scheduled_run (job, coalesce(insurer, ''), id desc)
    where outcome in ('DONE', 'LEFT');

create table scheduled_run_left (
    run           bigint not null references scheduled_run (id) on delete cascade,
    insurer       text references insurer (code),
    failing_since timestamptz not null,
    what          text not null
);

comment on table scheduled_run_left is 'What a run has left undone, and since when';

create index scheduled_run_left_by_run on scheduled_run_left (run);

create table recovery (
    id            bigint primary key generated always as identity,
    noticed_at    timestamptz not null,
    insurer       text not null references insurer (code),
    seen          text not null,
    corroboration text
                  check (corroboration in ('SPOOL', 'SECOND_DROP', 'CHECKPOINT', 'ACKNOWLEDGEMENT', 'NOTICED_BEFORE')),
    settled_at    timestamptz,
    settled_by    text,
    reason        text,
    forced        boolean,
    constraint recovery_is_settled_whole check (num_nulls(settled_at, settled_by, reason, forced) in (0, 4))
);

comment on table recovery is
    'Restores of the database from a back-up that is older than what had been delivered: nothing is published until it '
    'is settled';
comment on column recovery.insurer is 'On whose drop or in whose spool the first sign was';
comment on column recovery.seen is 'The file that was the first sign';
comment on column recovery.corroboration is
    'What else shows that the database is older; while nothing does, only the insurer gets no list on whose drop the '
    'files lie';
comment on column recovery.forced is 'Settled although uploads were not ingested again';

create unique index recovery_one_at_a_time on recovery ((true)) where settled_at is null;

create table lost_file (
    insurer     text not null references insurer (code),
    kind        text not null check (kind in ('UPLOAD', 'ANSWER', 'LIST', 'MANIFEST')),
    name        text not null,
    size        bigint not null,
    modified_at timestamptz not null,
    stem        text,
    nth         int,
    recovery    bigint not null references recovery (id),
    primary key (insurer, kind, name),
    constraint lost_file_has_a_stem check ((kind in ('UPLOAD', 'ANSWER')) = (stem is not null)),
    constraint lost_file_is_the_nth_answer check ((kind = 'ANSWER') = (nth is not null))
);

comment on table lost_file is 'What lay on a drop or in the spool without a record here, each once';
comment on column lost_file.stem is 'Of the upload, or of the upload that was answered';
comment on column lost_file.nth is 'Which answer under that stem, from 1';

create index lost_file_by_recovery on lost_file (recovery, insurer);
create index lost_file_by_stem on lost_file (insurer, stem) where stem is not null;

create table block_list_gap (
    insurer         text not null references insurer (code),
    first_missing   bigint not null check (first_missing > 0),
    last_missing    bigint not null,
    manifest_sha256 text,
    recovery        bigint not null references recovery (id),
    primary key (insurer, first_missing),
    constraint block_list_gap_begins_first check (first_missing <= last_missing)
);

comment on table block_list_gap is
    'Sequences of lists that left, or may have left, before a restore, and of which no list is recorded; the next list '
    'counts on above';
comment on column block_list_gap.manifest_sha256 is
    'Of the last one''s sealed manifest, where that could still be had';

create table alert_occurrence (
    id          bigint generated always as identity primary key,
    message_id  uuid not null default gen_random_uuid(),
    code        text not null,
    insurer     text not null,
    subject     text not null,
    level       text not null,
    detail      text,
    raised_at   timestamptz not null,
    resolved_at timestamptz,
    replaced_by bigint references alert_occurrence,
    constraint alert_occurrence_replaced_is_resolved check (replaced_by is null or resolved_at is not null)
);

comment on table alert_occurrence is 'Each time that an alert was raised; the row stays when it is resolved';
comment on column alert_occurrence.message_id is
    'By which receivers know a repeated message; ids come again after a restore, and in other exchanges';
comment on column alert_occurrence.insurer is 'The insurer''s code; empty if it is about none';
comment on column alert_occurrence.subject is
    'What makes it another alert beside those of the same code and insurer, a year for example; mostly empty';
comment on column alert_occurrence.level is 'How pressing it is; a more pressing one is another occurrence';
comment on column alert_occurrence.detail is 'As it was when it was raised';
comment on column alert_occurrence.replaced_by is
    'The more pressing one that took its place: it is not over then, and nobody is notified that it is';

-- two nodes that find the same raise it once
create unique index alert_occurrence_open on alert_occurrence (code, insurer, subject, level) where resolved_at is null;
create index alert_occurrence_resolved on alert_occurrence (resolved_at) where resolved_at is not null;
create index alert_occurrence_replaced on alert_occurrence (replaced_by) where replaced_by is not null;

create table alert_notified (
    occurrence  bigint not null references alert_occurrence,
    notifier    text not null,
    kind        text not null check (kind in ('NEW', 'OVER')),
    notified_at timestamptz not null,
    primary key (occurrence, notifier, kind)
);

comment on table alert_notified is 'Messages about alerts that a receiver has taken';
