-- Files that come from drops, and what is sent back.

create table inbound_fetch (
    id      bigint primary key,
    insurer text not null references insurer (code)
);

comment on table inbound_fetch is
    'Ids under which files are being fetched; what lies in the spool under one of them was left half done';

create index inbound_fetch_by_insurer on inbound_fetch (insurer);

create table inbound_fetch_next (
    insurer text primary key references insurer (code),
    behind  text not null
);

comment on table inbound_fetch_next is
    'Where the next run goes on fetching from an insurer, so that files that cannot be read keep no others waiting';
comment on column inbound_fetch_next.behind is
    'The name behind which it begins, as it lies on the drop; shown to nobody, because it may hold anything';

create table inbound_file (
    id               bigint primary key generated always as identity,
    insurer          text not null references insurer (code),
    remote_name      text not null,
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
    content_mac      bytea,
    finding_counts   jsonb not null default '{}',
    operator_detail  text,
    access_log_id    bigint,
    judged_answer    int not null default 0,
    archived_as      text,
    finished_answer  int not null default 0,
    constraint inbound_file_counts_every_row check (status is null or rows = accepted + refused)
);

comment on table inbound_file is 'Each file that came from a drop, from its fetching to its last answer';
comment on column inbound_file.remote_name is
    'As it lay on the drop; shown to nobody unless it is a valid name, because it may hold anything';
comment on column inbound_file.stem is
    'Its name here and in its answers: without extensions, or invalid-<16 hex digits>';
comment on column inbound_file.name_fault is 'Why remote_name is not valid';
comment on column inbound_file.effective_on is 'First day of the blocks that it brought';
comment on column inbound_file.content_mac is
    'Keyed hash of the clear content; a plain hash of a short file would give its numbers away';
comment on column inbound_file.finding_counts is 'Findings counted by code';
comment on column inbound_file.access_log_id is 'The entry that its verdict was written with';
comment on column inbound_file.judged_answer is 'Number of the newest answer that was decided, from 1';
comment on column inbound_file.finished_answer is
    'The last answer after which nothing was left to do: delivered, archived, the spool cleared';

create index inbound_file_by_name on inbound_file (insurer, remote_name);
create index inbound_file_by_sha256 on inbound_file (insurer, sha256);
create index inbound_file_by_content on inbound_file (insurer, content_mac) where content_mac is not null;
create index inbound_file_by_archived_as on inbound_file (insurer, archived_as);
create index inbound_file_held on inbound_file (insurer) where status = 'HELD';
create index inbound_file_not_known_in_archive on inbound_file (insurer)
    where archived_as is null or archived_as = '(gone)';

create table held_decision (
    inbound_file          bigint not null references inbound_file (id),
    answer                int not null,
    decision              text not null check (decision in ('RELEASE', 'REFUSE')),
    reason                text not null,
    decided_by            text not null,
    decided_at            timestamptz not null,
    acted_as              text not null,
    operating_system_user text not null,
    confirmed_by          text,
    primary key (inbound_file, answer)
);

comment on table held_decision is 'What an operator decided about a held file';
comment on column held_decision.answer is 'Number of the answer that follows; the first answer to a file counts, too';
comment on column held_decision.acted_as is 'The role of the person who decided';

create table reingested (
    inbound_file          bigint primary key references inbound_file (id),
    reason                text not null,
    asked_by              text not null,
    acted_as              text not null,
    operating_system_user text not null,
    confirmed_by          text,
    asked_at              timestamptz not null,
    lost_before           timestamptz not null
);

comment on table reingested is
    'Uploads that an operator had ingested again from archive/ after a restore of the database';
comment on column reingested.lost_before is
    'When the restore was noticed: what was received from then on came after it, whatever the clocks of drops say';

create table finding_page (
    inbound_file bigint not null,
    place        bigint not null,
    kinds        text not null,
    findings     bytea not null check (octet_length(findings) between 5 and 1500 and octet_length(findings) % 5 = 0),
    primary key (inbound_file, place)
);

comment on table finding_page is
    'Findings of a file, some hundred in a page: a row for each would cost an upload as much as its registrations';
comment on column finding_page.place is
    'Of its first finding; the others follow, line by line, within a line column by column, as in the outcome';
comment on column finding_page.kinds is
    'What was found here, one a line: a code, and behind a blank the name of the column where one is to blame';
comment on column finding_page.findings is
    'Five bytes each: the line, high byte first (0: the whole file), and which of the kinds, from 0';

alter table finding_page alter column kinds set storage plain, alter column findings set storage plain;

-- Integers in packed bytes, high byte first, with sign. Pages of findings and of registrations are read with these two.
create function int2_at(bytes bytea, at int) returns int immutable parallel safe language sql
    return ((get_byte(bytes, at) << 24) | (get_byte(bytes, at + 1) << 16)) >> 16;

create function int4_at(bytes bytea, at int) returns int immutable parallel safe language sql
    return (get_byte(bytes, at) << 24) | (get_byte(bytes, at + 1) << 16) | (get_byte(bytes, at + 2) << 8)
           | get_byte(bytes, at + 3);

-- With "offset 0" no page is carried along with each of its findings.
create view finding with (security_invoker = true) as
select page.inbound_file, page.place + each.n as place, each.line, each.column_name, each.code
from finding_page page
cross join lateral (
    select n,
           int4_at(page.findings, 5 * n) as line,
           nullif(split_part(k.kinds[get_byte(page.findings, 5 * n + 4) + 1], ' ', 2), '') as column_name,
           split_part(k.kinds[get_byte(page.findings, 5 * n + 4) + 1], ' ', 1) as code
    from generate_series(0, octet_length(page.findings) / 5 - 1) n
    cross join (select string_to_array(page.kinds, E'\n') as kinds offset 0) k
    offset 0
) each;

comment on view finding is 'The findings of finding_page, one a row';

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

comment on table answer is
    'Sealed answers to files: their bytes are durable in the spool before a row stands here, and leave only after it '
    'does';
comment on column answer.answer is 'Which answer to the file, from 1';

create index answer_undelivered on answer (inbound_file) where delivered_at is null;

create table offered_certificate (
    inbound_file bigint primary key references inbound_file (id),
    insurer      text not null references insurer (code),
    fingerprint  text not null check (fingerprint ~ '^([0-9A-F]{40}|[0-9A-F]{64})$'),
    encoded      bytea not null,
    received_at  timestamptz not null
);

comment on table offered_certificate is
    'What an insurer sent as its next certificate; counts once two people have compared its fingerprint by telephone. '
    'Append-only';

create index offered_certificate_by_insurer on offered_certificate (insurer, fingerprint);

create trigger offered_certificate_is_append_only before update or delete or truncate on offered_certificate
    for each statement execute function refuse_change();

create table offered_certificate_decision (
    inbound_file bigint primary key references offered_certificate (inbound_file),
    accepted     boolean not null,
    decided_at   timestamptz not null,
    refused_by   text[],
    refused_why  text,
    constraint offered_certificate_decision_refuses check (not accepted or refused_by is null and refused_why is null)
);

comment on table offered_certificate_decision is 'What became of an offered certificate. Append-only';

create trigger offered_certificate_decision_is_append_only
    before update or delete or truncate on offered_certificate_decision
    for each statement execute function refuse_change();

create table certificate_announcement (
    insurer            text not null references insurer (code),
    certificate_sha256 text not null check (certificate_sha256 ~ '^[0-9a-f]{64}$'),
    fingerprint        text not null check (fingerprint ~ '^([0-9A-F]{40}|[0-9A-F]{64})$'),
    name               text not null,
    spooled_as         text not null,
    sha256             text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    signed_by          text not null check (signed_by ~ '^([0-9A-F]{40}|[0-9A-F]{64})$'),
    sealed_at          timestamptz not null,
    delivered_at       timestamptz,
    primary key (insurer, certificate_sha256),
    unique (insurer, name)
);

comment on table certificate_announcement is
    'Certificates of the association that an insurer was sent: a next one before its turn, a revoked one. The bytes '
    'are durable before the first one leaves; the keys themselves lie in the home';
comment on column certificate_announcement.certificate_sha256 is
    'Of the certificate as it was announced: it changes when it is revoked';
comment on column certificate_announcement.signed_by is
    'Fingerprint of the key that it is signed with; if that is compromised before the delivery, it is sealed anew';
