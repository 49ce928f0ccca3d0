create table insurer (
    -- small, because it stands in every block that is one insurer's alone; 32001 and up stand for sectors there
    id                 smallint primary key generated always as identity check (id < 32000),
    code               text not null unique check (code ~ '^[A-Z0-9]{3,12}$'),
    name               text not null,
    sector             text not null check (sector in ('LIFE', 'PROPERTY')),
    joined_at          timestamptz not null,
    suspended_at       timestamptz,
    self_discipline_on date,
    confidentiality_on date,
    -- null: an account on the embedded server, and drop_keys are the keys that the insurer logs in with;
    -- else drop_keys are the fingerprints of the host keys that its server may show
    drop_url           text,
    drop_keys          text[] not null,
    check (drop_url is null or cardinality(drop_keys) > 0)
);

create table insurer_certificate (
    fingerprint text primary key,
    insurer     text not null references insurer (code),
    encoded     bytea not null,
    added_at    timestamptz not null
);

create index insurer_certificate_by_insurer on insurer_certificate (insurer);
