-- A complaint about a call is settled: who is asked, what is answered, what is decided, each appended and never changed.
alter table call_case
    -- who told us: the consumer, or an operator for the consumer
    add column source text not null default 'CONSUMER' check (source in ('CONSUMER', 'OPERATOR'));
alter table call_case
    alter column source drop default;

-- Whose call it was, as far as it is known beside what the consumer said: the newest row counts.
create table call_case_party (
    id          bigint primary key generated always as identity,
    call_case   bigint not null references call_case (id),
    insurer     text not null references insurer (code),
    unit        text,
    -- the insurer's own sign for one of its salespersons, never a name
    salesperson text check (salesperson ~ '^[A-Z0-9][A-Z0-9-]{0,19}$' and salesperson !~ '[0-9]{7}'),
    at          timestamptz not null,
    -- who says so
    actor       text not null,
    foreign key (insurer, unit) references sales_unit (insurer, code)
);

create index call_case_party_by_case on call_case_party (call_case, id);

-- What was there before goes on.
alter table call_case_event
    -- the last day for what is to happen next; null: nothing is, or the calendar did not reach that far
    add column due_on           date,
    add column calendar_version text,
    -- why, in words without numbers
    add column reason           text,
    add check ((due_on is null) = (calendar_version is null));

create index call_case_event_by_time on call_case_event (at);

-- What an insurer says of a case. Rows of a file that was accepted; no number stands here, for its words are masked.
create table call_case_answer (
    id                 bigint primary key generated always as identity,
    call_case          bigint not null references call_case (id),
    insurer            text not null references insurer (code),
    inbound_file       bigint not null references inbound_file (id),
    line               int not null,
    received_at        timestamptz not null,
    answer             text not null check (answer in ('ACCEPT', 'DISPUTE', 'EXEMPTION', 'APPEAL')),
    dispute            text check (dispute in ('NOT_OUR_CALL', 'NOT_A_SALES_CALL', 'LIST_NOT_RECEIVED', 'OTHER')),
    words              text not null check (length(words) <= 200),
    -- the exemption that is claimed: first and last day of the policy, and by which sign its proof is found at the insurer's
    policy_from        date,
    policy_until       date,
    sold_by_telephone  boolean,
    service_call       boolean,
    evidence_reference text check (length(evidence_reference) between 1 and 40),
    check ((answer = 'DISPUTE') = (dispute is not null)),
    check ((answer = 'EXEMPTION') = (policy_from is not null)),
    check ((answer = 'EXEMPTION') = (policy_until is not null)),
    check ((answer = 'EXEMPTION') = (sold_by_telephone is not null)),
    check ((answer = 'EXEMPTION') = (service_call is not null)),
    check ((answer = 'EXEMPTION') = (evidence_reference is not null)),
    check (policy_from <= policy_until),
    unique (inbound_file, line)
);

create index call_case_answer_by_case on call_case_answer (call_case, id);

-- What was decided, by two people; the newest row counts, and the event of the same moment tells the state.
create table call_case_decision (
    id              bigint primary key generated always as identity,
    call_case       bigint not null references call_case (id),
    finding         text not null
                    check (finding in ('VIOLATION', 'GRACE', 'SERVICE_CALL', 'NOT_TOLD_IN_TIME', 'NOT_BLOCKED', 'NOT_ITS_CALL',
                                       'FILED_TWICE')),
    -- which rules a violation broke
    grounds         text[] not null,
    -- what the rule proposed; null: it could not
    proposed        text,
    reason          text not null,
    -- of the evidence as it was then
    evidence_sha256 text not null check (evidence_sha256 ~ '^[0-9a-f]{64}$'),
    decided_by      text not null,
    confirmed_by    text,
    at              timestamptz not null,
    check ((finding = 'VIOLATION') = (cardinality(grounds) > 0)),
    check (grounds <@ array['BLOCK', 'HOURS'])
);

create index call_case_decision_by_case on call_case_decision (call_case, id);

do $$
declare
    appended text;
begin
    foreach appended in array array['call_case_party', 'call_case_answer', 'call_case_decision'] loop
        execute format('create trigger %I before update or delete or truncate on %I for each statement'
                       ' execute function refuse_change()', appended || '_is_append_only', appended);
    end loop;
end
$$;
