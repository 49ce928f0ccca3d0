-- Complaints about calls: who is asked, what is answered, what is decided, what follows. All of it is appended and
-- never changed.

create table call_case (
    id        bigint primary key generated always as identity,
    number    text not null unique check (number ~ '^C\d{4}-[0-9A-HJKMNP-TV-Z]{8}-[0-9A-HJKMNP-TV-Z]$'),
    request   uuid,
    insurer   text references insurer (code),
    called_at timestamptz not null,
    purpose   text not null check (purpose in ('SALES', 'RENEWAL', 'SERVICE', 'OTHER')),
    source    text not null check (source in ('CONSUMER', 'OPERATOR')),
    subject   text not null check (subject ~ '^\d{4}:[0-9a-f]{64}$'),
    opened_at timestamptz not null,
    unique (request, subject)
);

comment on table call_case is 'Cases: a consumer complains about a call. No number stands here';
comment on column call_case.number is 'Drawn, not counted: who has one must not know the next';
comment on column call_case.request is
    'Of the form that was sent, so that one consumer who sends it twice opens one case';
comment on column call_case.insurer is 'Null: the consumer does not know';
comment on column call_case.source is 'Who reported it: the consumer, or an operator for the consumer';
comment on column call_case.subject is
    'The consumer''s number as in the access log, hashed under the key of the year before the colon';

create index call_case_by_subject on call_case (subject);
create index call_case_by_insurer on call_case (insurer);

create table call_case_number (
    call_case bigint primary key references call_case (id),
    mobile    bigint not null,
    caller    text check (caller ~ '^\+?[0-9]+$' and length(caller) between 3 and 20),
    words     text not null check (length(words) <= 500)
);

comment on table call_case_number is
    'The consumer''s number and words, erased some time after the case is closed. Holds phone numbers: for '
    'jinbo_numbers only';
comment on column call_case_number.caller is 'Null: the consumer does not know';

create index call_case_number_by_mobile on call_case_number (mobile);

create table call_case_erasure (
    call_case bigint primary key references call_case (id),
    erased_at timestamptz not null,
    intent    bigint references access_log_entry (id)
);

comment on table call_case_erasure is
    'Closed cases of which call_case_number is erased: known without access to that table';
comment on column call_case_erasure.intent is 'The access to the numbers, by the entry that began it';

create table call_case_event (
    id               bigint primary key generated always as identity,
    call_case        bigint not null references call_case (id),
    state            text not null
                     check (state in ('OPEN', 'SENT', 'ANSWERED', 'UPHELD', 'DISMISSED', 'APPEALED', 'CLOSED')),
    at               timestamptz not null,
    actor            text not null,
    due_on           date,
    calendar_version text,
    reason           text,
    constraint call_case_event_is_due_by_a_calendar check ((due_on is null) = (calendar_version is null))
);

comment on table call_case_event is 'What became of a case; the newest event is its state';
comment on column call_case_event.due_on is
    'The last day for the next step; null: there is none, or the calendar did not reach that far';
comment on column call_case_event.reason is 'In words without numbers';

create index call_case_event_by_case on call_case_event (call_case, id);
create index call_case_event_by_time on call_case_event (at);

create table call_case_open (
    call_case bigint primary key references call_case (id)
);

comment on table call_case_open is 'Cases that go on, few among all; follows from call_case_event by a trigger';

create function follow_open_cases() returns trigger language plpgsql as $$
begin
    if new.state = 'CLOSED' then
        delete from call_case_open where call_case = new.call_case;
    else
        insert into call_case_open values (new.call_case) on conflict do nothing;
    end if;
    return null;
end
$$;

create trigger call_case_event_is_followed after insert on call_case_event
    for each row execute function follow_open_cases();

create table call_case_party (
    id          bigint primary key generated always as identity,
    call_case   bigint not null references call_case (id),
    insurer     text not null references insurer (code),
    unit        text,
    salesperson text check (salesperson ~ '^[A-Z0-9][A-Z0-9-]{0,19}$' and salesperson !~ '[0-9]{7}'),
    at          timestamptz not null,
    actor       text not null,
    foreign key (insurer, unit) references sales_unit (insurer, code)
);

comment on table call_case_party is
    'Whose call it was, as far as it is known beside what the consumer said; the newest row counts. Append-only';
comment on column call_case_party.salesperson is 'The insurer''s own sign for one of its salespersons, never a name';
comment on column call_case_party.actor is 'Who says so';

create index call_case_party_by_case on call_case_party (call_case, id);
create index call_case_party_by_insurer on call_case_party (insurer);

create trigger call_case_party_is_append_only before update or delete or truncate on call_case_party
    for each statement execute function refuse_change();

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
    policy_from        date,
    policy_until       date,
    sold_by_telephone  boolean,
    service_call       boolean,
    evidence_reference text check (length(evidence_reference) between 1 and 40),
    unique (inbound_file, line),
    constraint call_case_answer_disputes check ((answer = 'DISPUTE') = (dispute is not null)),
    constraint call_case_answer_has_policy_from check ((answer = 'EXEMPTION') = (policy_from is not null)),
    constraint call_case_answer_has_policy_until check ((answer = 'EXEMPTION') = (policy_until is not null)),
    constraint call_case_answer_has_sold_by_telephone check ((answer = 'EXEMPTION') = (sold_by_telephone is not null)),
    constraint call_case_answer_has_service_call check ((answer = 'EXEMPTION') = (service_call is not null)),
    constraint call_case_answer_has_evidence check ((answer = 'EXEMPTION') = (evidence_reference is not null)),
    constraint call_case_answer_policy_begins_first check (policy_from <= policy_until)
);

comment on table call_case_answer is
    'What an insurer answers to a case: rows of an accepted file. Its words are masked, so no number stands here. '
    'Append-only';
comment on column call_case_answer.policy_from is 'Of the exemption that is claimed: first day of the policy';
comment on column call_case_answer.evidence_reference is
    'By which sign the proof of the exemption is found at the insurer';

create index call_case_answer_by_case on call_case_answer (call_case, id);

create trigger call_case_answer_is_append_only before update or delete or truncate on call_case_answer
    for each statement execute function refuse_change();

create table call_case_decision (
    id              bigint primary key generated always as identity,
    call_case       bigint not null references call_case (id),
    ruling          text not null
                    check (ruling in ('VIOLATION', 'GRACE', 'SERVICE_CALL', 'NOT_TOLD_IN_TIME', 'NOT_BLOCKED',
                                      'NOT_ITS_CALL', 'FILED_TWICE')),
    grounds         text[] not null check (grounds <@ array['BLOCK', 'HOURS']),
    proposed        text,
    reason          text not null,
    evidence_sha256 text not null check (evidence_sha256 ~ '^[0-9a-f]{64}$'),
    decided_by      text not null,
    confirmed_by    text,
    at              timestamptz not null,
    constraint call_case_decision_has_grounds check ((ruling = 'VIOLATION') = (cardinality(grounds) > 0))
);

comment on table call_case_decision is
    'What two people decided; the newest row counts, and the event of the same moment has the state. Append-only';
comment on column call_case_decision.grounds is 'Which rules a violation broke';
comment on column call_case_decision.proposed is 'The ruling that the rule proposed; null: it could not';
comment on column call_case_decision.evidence_sha256 is 'Of the evidence as it was then';

create index call_case_decision_by_case on call_case_decision (call_case, id);
-- sanctions follow from these alone
create index call_case_decision_of_violations on call_case_decision (call_case) where ruling = 'VIOLATION';

create trigger call_case_decision_is_append_only before update or delete or truncate on call_case_decision
    for each statement execute function refuse_change();

-- The newest of each, looked up case by case; a "distinct on" would read all there ever were.
create view newest_case_event with (security_invoker = true) as
select e.* from call_case c
cross join lateral (select * from call_case_event where call_case = c.id order by id desc limit 1) e;

comment on view newest_case_event is 'The newest event of each case: its state';

create view newest_case_party with (security_invoker = true) as
select p.* from call_case c
cross join lateral (select * from call_case_party where call_case = c.id order by id desc limit 1) p;

comment on view newest_case_party is 'The newest party of each case that has one';

create view newest_case_decision with (security_invoker = true) as
select d.* from call_case c
cross join lateral (select * from call_case_decision where call_case = c.id order by id desc limit 1) d;

comment on view newest_case_decision is 'The newest decision of each case that has one';

-- Sanctions: proposed by rule, imposed by two people, over by themselves.

create table sanction (
    id          bigint primary key generated always as identity,
    insurer     text not null references insurer (code),
    salesperson text check (salesperson ~ '^[A-Z0-9][A-Z0-9-]{0,19}$' and salesperson !~ '[0-9]{7}'),
    kind        text not null check (kind in ('STOP_NEW_CUSTOMERS', 'STOP_ALL')),
    ladder_from date not null,
    step        int not null check (step >= 1),
    lasts       text
);

comment on table sanction is 'What follows from upheld cases, by a ladder of steps. Append-only';
comment on column sanction.salesperson is 'Null: it is about the insurer itself';
comment on column sanction.ladder_from is 'Which ladder, by its first day, as the settings had it then';
comment on column sanction.step is 'Which step of the ladder, from 1';
comment on column sanction.lasts is 'An ISO 8601 period; null: until it is lifted';

create index sanction_by_insurer on sanction (insurer, id);

create trigger sanction_is_append_only before update or delete or truncate on sanction
    for each statement execute function refuse_change();

create table sanction_case (
    sanction  bigint not null references sanction (id),
    call_case bigint not null references call_case (id),
    about     text not null check (about in ('INSURER', 'SALESPERSON')),
    primary key (sanction, call_case),
    unique (about, call_case)
);

comment on table sanction_case is
    'The cases by which a sanction was earned; each earns one step about the insurer and one about the salesperson. '
    'Append-only';

create trigger sanction_case_is_append_only before update or delete or truncate on sanction_case
    for each statement execute function refuse_change();

create table sanction_event (
    id        bigint primary key generated always as identity,
    sanction  bigint not null references sanction (id),
    event     text not null check (event in ('PROPOSED', 'IMPOSED', 'REFUSED', 'LIFTED', 'ENDED')),
    at        timestamptz not null,
    actor     text not null,
    reason    text,
    begins_on date,
    ends_on   date,
    unique (sanction, event),
    constraint sanction_event_imposes_from_a_day check ((event = 'IMPOSED') = (begins_on is not null)),
    constraint sanction_event_ends_what_begins check (begins_on is not null or ends_on is null),
    constraint sanction_event_begins_first check (ends_on >= begins_on)
);

comment on table sanction_event is 'What became of a sanction; the newest event is its state. Append-only';
comment on column sanction_event.reason is 'In words without numbers';
comment on column sanction_event.begins_on is 'Of an imposed sanction: its first day';
comment on column sanction_event.ends_on is 'Of an imposed sanction: its last day; null: until it is lifted';

create trigger sanction_event_is_append_only before update or delete or truncate on sanction_event
    for each statement execute function refuse_change();

create view newest_sanction_event with (security_invoker = true) as
select e.* from sanction s
cross join lateral (select * from sanction_event where sanction = s.id order by id desc limit 1) e;

comment on view newest_sanction_event is 'The newest event of each sanction: its state';

-- What insurers are sent about cases.

create table case_file (
    id            bigint primary key generated always as identity,
    insurer       text not null references insurer (code),
    sequence      int not null check (sequence > 0),
    name          text not null,
    spooled_as    text not null,
    size          bigint not null check (size > 0),
    sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    sealed_at     timestamptz not null,
    access_log_id bigint not null,
    delivered_at  timestamptz,
    withheld_at   timestamptz,
    unique (insurer, sequence),
    unique (insurer, name),
    constraint case_file_is_delivered_or_withheld check (withheld_at is null or delivered_at is null)
);

comment on table case_file is
    'Files that ask insurers about cases and notify them of decisions; the bytes are durable before the first one '
    'leaves';
comment on column case_file.sequence is 'Of this insurer''s files, from 1';
comment on column case_file.access_log_id is 'The result of the access by which numbers were handed over';
comment on column case_file.withheld_at is
    'Since when it must never leave, because a case in it is another insurer''s by now; its contents go into another '
    'file';

create table case_notice (
    case_file bigint not null references case_file (id),
    line      int not null check (line > 1),
    notice    text not null check (notice in ('COMPLAINT', 'UPHELD', 'DISMISSED', 'SANCTION_BEGINS', 'SANCTION_ENDS')),
    call_case bigint references call_case (id),
    decision  bigint references call_case_decision (id),
    sanction  bigint references sanction (id),
    primary key (case_file, line),
    constraint case_notice_is_about_a_case
        check ((notice in ('COMPLAINT', 'UPHELD', 'DISMISSED')) = (call_case is not null)),
    constraint case_notice_is_about_a_decision check ((notice in ('UPHELD', 'DISMISSED')) = (decision is not null)),
    constraint case_notice_is_about_a_sanction
        check ((notice in ('SANCTION_BEGINS', 'SANCTION_ENDS')) = (sanction is not null))
);

comment on table case_notice is
    'The lines of case files, so that nothing is sent twice. No number stands here. Append-only';
comment on column case_notice.line is 'Of the file, the header being line 1';

create index case_notice_by_case on case_notice (call_case);
create unique index case_notice_once_a_decision on case_notice (decision) where decision is not null;
create unique index case_notice_once_a_sanction on case_notice (sanction, notice) where sanction is not null;

create trigger case_notice_is_append_only before update or delete or truncate on case_notice
    for each statement execute function refuse_change();

create table case_unnotified_day (
    insurer text not null references insurer (code),
    on_day  date not null,
    primary key (insurer, on_day)
);

comment on table case_unnotified_day is
    'Working days on which an insurer could not be notified for a reason of its own: its drop, or no certificate. '
    'Append-only';

create trigger case_unnotified_day_is_append_only before update or delete or truncate on case_unnotified_day
    for each statement execute function refuse_change();
