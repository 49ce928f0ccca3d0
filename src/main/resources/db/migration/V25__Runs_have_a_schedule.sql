-- db-scheduler's own table, as its release 16.7 has it: what is to be run next, and which node has taken it.
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

create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);

-- Each run that the schedule has begun, or left out: one row for each moment that it was due and each try.
create table scheduled_run (
    id       bigint primary key generated always as identity,
    job      text not null,
    -- whose; none if it is one run for all
    insurer  text references insurer (code),
    due_at   timestamptz not null,
    -- 0 when it was due, 1 and up for each try after it
    attempt  int not null check (attempt >= 0),
    began_at timestamptz not null,
    -- which had it last
    node     text not null,
    -- how many nodes were gone before it had ended
    deaths   int not null default 0,
    ended_at timestamptz,
    outcome  text check (outcome in ('DONE', 'LEFT', 'STOPPED', 'MISSED')),
    -- files, lists or numbers
    done     bigint,
    check (num_nulls(ended_at, outcome, done) in (0, 3))
);

create unique index scheduled_run_once on scheduled_run (job, coalesce(insurer, ''), due_at, attempt);
create unique index scheduled_run_alone on scheduled_run (job, coalesce(insurer, '')) where ended_at is null;
create index scheduled_run_by_end on scheduled_run (ended_at);
create index scheduled_run_newest on scheduled_run (job, coalesce(insurer, ''), id desc) where outcome in ('DONE', 'LEFT');

-- What a run has left undone, and since when it is.
create table scheduled_run_left (
    run           bigint not null references scheduled_run (id) on delete cascade,
    insurer       text references insurer (code),
    failing_since timestamptz not null,
    what          text not null
);

create index scheduled_run_left_by_run on scheduled_run_left (run);
