-- Which files have asked insurers about cases and told them of decisions, and what stood in each: nothing is told twice. No number
-- stands here; the sealed bytes are durable and the name is taken before the first byte leaves.
create table case_file (
    id            bigint primary key generated always as identity,
    insurer       text not null references insurer (code),
    -- of this insurer's files, from 1
    sequence      int not null check (sequence > 0),
    name          text not null,
    spooled_as    text not null,
    size          bigint not null check (size > 0),
    sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    sealed_at     timestamptz not null,
    -- the result of the access by which numbers were handed over
    access_log_id bigint not null,
    delivered_at  timestamptz,
    unique (insurer, sequence),
    unique (insurer, name)
);

create table case_notice (
    case_file bigint not null references case_file (id),
    -- physical line of the file, the header being line 1
    line      int not null check (line > 1),
    notice    text not null check (notice in ('COMPLAINT', 'UPHELD', 'DISMISSED', 'SANCTION_BEGINS', 'SANCTION_ENDS')),
    call_case bigint references call_case (id),
    -- which decision of the case is told
    decision  bigint references call_case_decision (id),
    -- the measure that is told of, by its id there
    measure   bigint,
    primary key (case_file, line),
    check ((notice in ('COMPLAINT', 'UPHELD', 'DISMISSED')) = (call_case is not null)),
    check ((notice in ('UPHELD', 'DISMISSED')) = (decision is not null)),
    check ((notice in ('SANCTION_BEGINS', 'SANCTION_ENDS')) = (measure is not null))
);

-- whose cases they are is asked in every run
create index call_case_by_insurer on call_case (insurer);
create index call_case_party_by_insurer on call_case_party (insurer);

create index case_notice_by_case on case_notice (call_case);
create unique index case_notice_tells_a_decision_once on case_notice (decision) where decision is not null;
create unique index case_notice_tells_of_a_measure_once on case_notice (measure, notice) where measure is not null;

create trigger case_notice_is_append_only before update or delete or truncate on case_notice for each statement
    execute function refuse_change();
