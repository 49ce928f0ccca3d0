-- Consumers prove by a code that a number is theirs, and get a reference for what they say of it. None of these tables holds a
-- number: what stands for it is the access log's keyed hash (epoch:hmac).
alter table access_log_entry
    drop constraint access_log_entry_role_check,
    add constraint access_log_entry_role_check
        check (role in ('BATCH', 'OPERATOR', 'KEY_OFFICER', 'AUDITOR', 'SYSTEM', 'CONSUMER'));

-- A code that was sent to a number, for the one browser that asked for it.
create table code_challenge (
    id         uuid primary key,
    subject    text not null,
    -- keyed hash of the network that it was asked for from
    source     bytea not null,
    -- keyed hash of the code with the challenge's id
    code       bytea not null,
    asked_at   timestamptz not null,
    expires_at timestamptz not null,
    tries      smallint not null default 0,
    proven_at  timestamptz
);

create index code_challenge_by_subject on code_challenge (subject, asked_at);
create index code_challenge_by_source on code_challenge (source, asked_at);
create index code_challenge_by_age on code_challenge (asked_at);

-- That a number was proven, for as long as its holder goes on without another code.
create table number_proof (
    -- SHA-256 of what the holder's session has
    token      bytea primary key,
    subject    text not null,
    expires_at timestamptz not null
);

create index number_proof_by_end on number_proof (expires_at);

-- What a consumer has said, by the reference that it was given.
create table consumer_word (
    reference     text primary key,
    -- of the form that was sent, so that sending it twice says it once
    request       uuid not null unique,
    subject       text not null,
    revision      bigint not null unique,
    -- the access log's result that vouches for it
    entry         bigint not null,
    registered_at timestamptz not null,
    -- sectors and insurers; none for a cancellation
    named         text[] not null,
    term          text,
    effective_on  date,
    expires_on    date,
    -- which version of the text about handing the number to insurers was agreed to
    consent       text,
    check (num_nulls(term, effective_on, expires_on, consent) in (0, 4)),
    check ((cardinality(named) = 0) = (term is null))
);

create index consumer_word_by_subject on consumer_word (subject);
