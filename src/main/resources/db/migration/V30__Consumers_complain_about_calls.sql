-- A consumer complains about a call. Of a case only what holds no number stands here.
create table call_case (
    id        bigint primary key generated always as identity,
    -- drawn, not counted: whoever has one must not know the next
    number    text not null unique check (number ~ '^C\d{4}-[0-9A-HJKMNP-TV-Z]{8}-[0-9A-HJKMNP-TV-Z]$'),
    -- null: the consumer does not know
    insurer   text references insurer (code),
    called_at timestamptz not null,
    purpose   text not null check (purpose in ('SALES', 'RENEWAL', 'SERVICE', 'OTHER')),
    -- the consumer's number as it stands in the access log, under the key of the year before the colon
    subject   text not null check (subject ~ '^\d{4}:[0-9a-f]{64}$'),
    opened_at timestamptz not null
);

create index call_case_by_subject on call_case (subject);

-- What became of it: appended, never changed; the last one is how it stands.
create table call_case_event (
    id        bigint primary key generated always as identity,
    call_case bigint not null references call_case (id),
    state     text not null
              check (state in ('OPEN', 'SENT', 'ANSWERED', 'UPHELD', 'DISMISSED', 'APPEALED', 'CLOSED')),
    at        timestamptz not null,
    -- who brought it about
    actor     text not null
);

create index call_case_event_by_case on call_case_event (call_case, id);

-- Whose case it is, who called, and what the consumer wrote, which may hold any number: behind the gate to the numbers, and
-- gone some time after the case is closed.
create table call_case_number (
    call_case bigint primary key references call_case (id),
    mobile    bigint not null,
    -- null: the consumer does not know
    caller    text check (caller ~ '^\+?[0-9]+$' and length(caller) between 3 and 20),
    words     text not null check (length(words) <= 500)
);

create index call_case_number_by_mobile on call_case_number (mobile);

-- Of which closed cases that is gone; nobody learns that from the table above without opening it.
create table call_case_erasure (
    call_case bigint primary key references call_case (id),
    erased_at timestamptz not null
);
