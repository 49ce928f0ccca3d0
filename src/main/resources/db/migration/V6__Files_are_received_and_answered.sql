-- One row for each file that came from a drop, from its fetching to its last answer.
create table inbound_file (
    id               bigint primary key generated always as identity,
    insurer          text not null references insurer (code),
    -- as it lay on the drop; shown to nobody unless it is a valid name, because it may hold anything
    remote_name      text not null,
    -- what the file is called here and in its answers: the name without extensions, or invalid-<16 hex digits>
    stem             text not null,
    name_fault       text,
    size             bigint not null,
    modified_at      timestamptz not null,
    sha256           text not null,
    received_at      timestamptz not null,
    status           text check (status in ('ACCEPTED', 'PARTLY_ACCEPTED', 'HELD', 'REFUSED')),
    rows             bigint not null default 0,
    accepted         bigint not null default 0,
    refused          bigint not null default 0,
    warned           bigint not null default 0,
    effective_on     date,
    -- keyed hash of the clear content: a plain hash of a short file would give its numbers away
    content_mac      bytea,
    -- findings counted by code
    finding_counts   jsonb not null default '{}',
    operator_detail  text,
    access_log_index bigint,
    judged_answer    int not null default 0,
    archived_as      text,
    -- the last answer after which nothing was left to do: delivered, archived, the spool cleared
    finished_answer  int not null default 0,
    check (status is null or rows = accepted + refused)
);

create index inbound_file_by_name on inbound_file (insurer, remote_name);
create index inbound_file_by_sha256 on inbound_file (insurer, sha256);
create index inbound_file_by_content on inbound_file (insurer, content_mac) where content_mac is not null;
create index inbound_file_held on inbound_file (insurer) where status = 'HELD';

-- What an operator decided about a held file. Each answer to a file, the first included, has a number.
create table held_decision (
    inbound_file bigint not null references inbound_file (id),
    answer       int not null,
    decision     text not null check (decision in ('RELEASE', 'REFUSE')),
    reason       text not null,
    decided_by   text not null,
    decided_at   timestamptz not null,
    primary key (inbound_file, answer)
);

create table finding (
    inbound_file bigint not null references inbound_file (id),
    -- the order of the outcome: line by line, within a line column by column, what concerns the whole file where it was found
    place        bigint not null,
    -- 0: the whole file
    line         int not null,
    column_name  text,
    code         text not null,
    primary key (inbound_file, place)
);

-- Sealed answers: their bytes are durable in the spool before a row stands here, and leave only after it does.
create table answer (
    inbound_file bigint not null references inbound_file (id),
    answer       int not null,
    kind         text not null check (kind in ('OUTCOME', 'RECEIPT')),
    insurer      text not null,
    name         text not null,
    spooled_as   text not null,
    size         bigint not null,
    sha256       text not null,
    delivered_at timestamptz,
    primary key (inbound_file, answer, kind),
    unique (insurer, name)
);

create index answer_undelivered on answer (inbound_file) where delivered_at is null;
