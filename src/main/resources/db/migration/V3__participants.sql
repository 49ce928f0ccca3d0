-- Who takes part in the exchange, and who acts for the association.

create table insurer (
    code               text primary key check (code ~ '^[A-Z0-9]{3,12}$'),
    scope              smallint not null unique generated always as identity check (scope < 32000),
    name               text not null,
    sector             text not null check (sector in ('LIFE', 'PROPERTY')),
    service_number     text check (service_number ~ '^[0-9]{3,12}$'),
    joined_at          timestamptz not null,
    suspended_at       timestamptz,
    self_discipline_on date,
    confidentiality_on date,
    agreements_end_on  date,
    left_on            date,
    successor          text references insurer (code),
    drop_url           text,
    drop_keys          text[] not null,
    constraint insurer_server_has_host_keys check (drop_url is null or cardinality(drop_keys) > 0),
    constraint insurer_successor_is_another check (successor <> code),
    constraint insurer_successor_follows_departure check (successor is null or left_on is not null)
);

comment on table insurer is 'Insurers as they take part now; insurer_standing says how that came about';
comment on column insurer.scope is
    'What stands for the insurer in registrations and blocks, where a sector may stand instead (32001 and up); never '
    'given twice';
comment on column insurer.service_number is 'Telephone number by which consumers know it, for example 95519';
comment on column insurer.self_discipline_on is 'First day of the self-discipline agreement';
comment on column insurer.confidentiality_on is 'First day of the confidentiality agreement';
comment on column insurer.agreements_end_on is 'First day on which the agreements no longer hold';
comment on column insurer.drop_url is 'Null: an account on the embedded server';
comment on column insurer.drop_keys is
    'Without drop_url: the keys that the insurer logs in with; else fingerprints of the host keys that its server may '
    'show';

create table insurer_standing (
    id                 bigint primary key generated always as identity,
    insurer            text not null references insurer (code),
    at                 timestamptz not null,
    event              text not null
                       check (event in ('JOINED', 'SUSPENDED', 'RESUMED', 'AGREED', 'LAPSED', 'LEFT', 'SUCCEEDED')),
    self_discipline_on date,
    confidentiality_on date,
    ends_on            date,
    successor          text references insurer (code),
    reason             text,
    constraint insurer_standing_has_self_discipline check ((event = 'AGREED') = (self_discipline_on is not null)),
    constraint insurer_standing_has_confidentiality check ((event = 'AGREED') = (confidentiality_on is not null)),
    constraint insurer_standing_has_an_end check ((event in ('LAPSED', 'LEFT', 'SUCCEEDED')) = (ends_on is not null)),
    constraint insurer_standing_has_a_reason check ((event in ('LAPSED', 'LEFT', 'SUCCEEDED')) = (reason is not null)),
    constraint insurer_standing_has_a_successor check ((event = 'SUCCEEDED') = (successor is not null))
);

comment on table insurer_standing is 'Each change of how an insurer takes part, in the order of recording. Append-only';
comment on column insurer_standing.at is
    'When it was recorded; it takes effect then, or on its own date if that is later';
comment on column insurer_standing.ends_on is 'When the agreements end, or the insurer leaves';

create index insurer_standing_by_insurer on insurer_standing (insurer, id);

create trigger insurer_standing_is_append_only before update or delete or truncate on insurer_standing
    for each statement execute function refuse_change();

create table sales_unit (
    insurer            text not null references insurer (code),
    code               text not null check (code ~ '^[A-Z0-9][A-Z0-9-]{0,19}$' and code !~ '[0-9]{7}'),
    name               text not null,
    kind               text not null check (kind in ('BRANCH', 'AGENCY', 'BANK')),
    confidentiality_on date,
    added_at           timestamptz not null,
    closed_at          timestamptz,
    primary key (insurer, code)
);

comment on table sales_unit is 'Who calls for an insurer: its own branches, agencies, banks';
comment on column sales_unit.confidentiality_on is 'First day of its confidentiality agreement';

create table insurer_certificate (
    fingerprint    text primary key,
    insurer        text not null references insurer (code),
    encoded        bytea not null,
    added_at       timestamptz not null,
    accepted_from  timestamptz,
    accepted_until timestamptz,
    constraint insurer_certificate_is_accepted_for_a_time check (accepted_from < accepted_until)
);

comment on table insurer_certificate is 'OpenPGP certificates of insurers';
comment on column insurer_certificate.accepted_from is
    'From when the association accepts it, whatever the certificate itself says; null: no bound of ours';
comment on column insurer_certificate.accepted_until is 'Until when; null: no bound of ours';

create index insurer_certificate_by_insurer on insurer_certificate (insurer);

create table certificate_revocation (
    id           bigint generated always as identity primary key,
    fingerprint  text not null references insurer_certificate (fingerprint),
    revoked_from timestamptz not null,
    compromised  boolean not null,
    recorded_at  timestamptz not null,
    reason       text not null
);

comment on table certificate_revocation is
    'Revocations of certificates; never taken back. A later one may be harsher, so there can be several. Append-only';
comment on column certificate_revocation.revoked_from is
    'From when on nothing that it signs counts; if it is compromised, nothing ever';

create index certificate_revocation_by_certificate on certificate_revocation (fingerprint);

create trigger certificate_revocation_is_append_only before update or delete or truncate on certificate_revocation
    for each statement execute function refuse_change();

create table person (
    number       int primary key check (number > 0),
    name         text not null unique check (name ~ '^[a-z][a-z0-9-]{1,31}$' and name not in ('batch', 'system')),
    full_name    text not null,
    role         text not null check (role in ('OPERATOR', 'KEY_OFFICER', 'AUDITOR')),
    ssh_key      text not null unique,
    added_at     timestamptz not null,
    added_by     text not null,
    confirmed_by text
);

comment on table person is 'Who acts for the association; a name is used once, for good. Append-only';
comment on column person.number is
    'In order of arrival, without gaps: two people who are added at the same time cannot both be the first';
comment on column person.ssh_key is 'An OpenSSH line without its comment; one key is one person';

create trigger person_is_append_only before update or delete or truncate on person
    for each statement execute function refuse_change();

create table person_agreement (
    id                    bigint primary key generated always as identity,
    person                text not null references person (name),
    confidentiality_since date not null,
    recorded_at           timestamptz not null,
    recorded_by           text not null,
    confirmed_by          text
);

comment on table person_agreement is
    'Since when a person is bound by a confidentiality agreement; the newest row counts. Append-only';

create index person_agreement_by_person on person_agreement (person, id);

create trigger person_agreement_is_append_only before update or delete or truncate on person_agreement
    for each statement execute function refuse_change();

create table person_revocation (
    person       text primary key references person (name),
    reason       text not null,
    revoked_at   timestamptz not null,
    revoked_by   text not null,
    confirmed_by text
);

comment on table person_revocation is 'People who act no longer. Append-only';

create trigger person_revocation_is_append_only before update or delete or truncate on person_revocation
    for each statement execute function refuse_change();

create table person_password (
    person  text primary key references person (name),
    hash    text not null,
    edition uuid not null default gen_random_uuid(),
    set_at  timestamptz not null
);

comment on table person_password is 'The newest password of each person who signs in at the console';
comment on column person_password.hash is 'With the name of its algorithm';
comment on column person_password.edition is 'Another one for each password: sessions of an earlier one end';

create table request (
    id                    bigint primary key generated by default as identity,
    words                 text[] not null,
    duty                  text not null,
    reason                text,
    requested_by          text not null references person (name),
    operating_system_user text not null,
    requested_at          timestamptz not null,
    expires_at            timestamptz not null,
    unique (id, requested_by)
);

comment on table request is
    'Commands that wait for a second person. Neither secrets nor phone numbers stand here. Append-only';
comment on column request.words is 'The command line as it was typed';
comment on column request.duty is 'What the second person must be allowed to do';

create trigger request_is_append_only before update or delete or truncate on request
    for each statement execute function refuse_change();

create table request_file (
    request bigint not null references request (id),
    word    int not null,
    name    text not null,
    size    bigint not null,
    sha256  text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    primary key (request, word)
);

comment on table request_file is
    'Files that a request names; their bytes lie in the home and must be the same when it is carried out. Append-only';
comment on column request_file.word is 'Which word of the command names it, from 0';

create trigger request_file_is_append_only before update or delete or truncate on request_file
    for each statement execute function refuse_change();

create table request_decision (
    request      bigint primary key references request (id),
    requested_by text not null,
    decision     text not null check (decision in ('CONFIRMED', 'REFUSED')),
    decided_by   text not null references person (name),
    reason       text,
    decided_at   timestamptz not null,
    foreign key (request, requested_by) references request (id, requested_by),
    constraint request_decision_is_by_another check (decision = 'REFUSED' or decided_by <> requested_by),
    constraint request_decision_refuses_with_reason check (decision = 'CONFIRMED' or reason is not null)
);

comment on table request_decision is
    'What the second person decided; committed before anything is carried out, so that nothing is carried out twice. '
    'Append-only';

create trigger request_decision_is_append_only before update or delete or truncate on request_decision
    for each statement execute function refuse_change();

create table request_result (
    request  bigint primary key references request_decision (request),
    outcome  text not null check (outcome in ('DONE', 'INCOMPLETE', 'FAILED')),
    detail   text,
    ended_at timestamptz not null
);

comment on table request_result is
    'The result of a confirmed request; missing if the program ended in between. Append-only';

create trigger request_result_is_append_only before update or delete or truncate on request_result
    for each statement execute function refuse_change();

create table request_number (
    request bigint primary key references request (id),
    mobile  bigint not null
);

comment on table request_number is
    'The phone number that a request is about, while the request waits. Holds phone numbers: for jinbo_numbers only';

create table request_about_number (
    request    bigint primary key references request (id),
    removed_at timestamptz
);

comment on table request_about_number is
    'Which requests are about a number, and since when it is removed: known without access to request_number';
