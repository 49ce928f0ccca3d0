-- The access log: every access to personal data, in a Merkle tree (docs/auditors/access-log.md). No column ever holds a phone
-- number.

-- For tables whose rows are appended and never changed.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or removed', tg_table_name;
end
$$;

create table access_log_entry (
    id                    bigint primary key generated always as identity,
    at                    timestamptz not null,
    phase                 text not null check (phase in ('INTENT', 'RESULT', 'REFUSAL')),
    intent                bigint references access_log_entry (id),
    actor                 text not null,
    role                  text not null
                          check (role in ('BATCH', 'OPERATOR', 'KEY_OFFICER', 'AUDITOR', 'SYSTEM', 'CONSUMER')),
    operating_system_user text not null,
    confirmed_by          text,
    action                text not null,
    purpose               text not null,
    insurer               text,
    object                text not null,
    outcome               text,
    numbers               bigint,
    acts_batch            bigint,
    acts_revision         bigint,
    acts_count            bigint,
    acts_digest           text,
    list_sequence         bigint,
    list_sha256           text,
    subject               text,
    constraint access_log_entry_names_its_intent check ((phase = 'RESULT') = (intent is not null)),
    constraint access_log_entry_counts_numbers check ((phase = 'RESULT') = (numbers is not null)),
    constraint access_log_entry_has_an_outcome check ((phase = 'INTENT') = (outcome is null)),
    constraint access_log_entry_vouches_for_a_batch
        check (num_nulls(acts_batch, acts_revision, acts_count, acts_digest) in (0, 4)),
    constraint access_log_entry_vouches_for_a_list check (num_nulls(list_sequence, list_sha256) in (0, 2))
);

comment on table access_log_entry is
    'An INTENT before an access, a RESULT after it, a REFUSAL where it was not allowed. Append-only';
comment on column access_log_entry.intent is 'The entry that this one is the result of';
comment on column access_log_entry.confirmed_by is 'The second person';
comment on column access_log_entry.numbers is 'How many phone numbers were accessed';
comment on column access_log_entry.acts_batch is
    'The batch of registrations that the entry vouches for; the four acts_ columns are named as in the format of '
    'entries';
comment on column access_log_entry.acts_digest is 'Digest over keyed hashes of the registrations of the batch';
comment on column access_log_entry.list_sha256 is
    'Of the sealed list; a hash of the clear rows would give those of a short list away';
comment on column access_log_entry.subject is
    'The one number that was looked at, as <epoch>:<keyed hash>; the key is destroyed when retention is over';

create index access_log_entry_by_time on access_log_entry (at);
create index access_log_entry_by_insurer on access_log_entry (insurer, id);
create index access_log_entry_by_subject on access_log_entry (subject) where subject is not null;
-- a hash, because an object may be longer than the keys of a tree
create index access_log_entry_by_object on access_log_entry using hash (object);
-- the newest digest of a record (docs/auditors/access-log.md, "Records of decisions")
create index access_log_entry_of_records on access_log_entry (object, id desc)
    where action = 'DECIDE' and phase = 'RESULT' and starts_with(outcome, 'RECORDED ');
-- an intent gets one result, and a batch of registrations is one result
create unique index access_log_entry_result on access_log_entry (intent) where intent is not null;
create unique index access_log_entry_acts on access_log_entry (acts_batch) where acts_batch is not null;

create trigger access_log_entry_is_append_only before update or delete or truncate on access_log_entry
    for each statement execute function refuse_change();

create table access_log_open (
    intent  bigint primary key references access_log_entry (id),
    insurer text,
    action  text not null
);

comment on table access_log_open is 'Intents that have no result yet';

create table access_log_pending (
    entry bigint primary key references access_log_entry (id)
);

comment on table access_log_pending is 'Entries that are durable and have no place in the tree yet';

create table access_log_place (
    index bigint primary key,
    entry bigint not null unique references access_log_entry (id)
);

comment on table access_log_place is 'Where entries stand in the tree, from 0 without gaps. Append-only';

create trigger access_log_place_is_append_only before update or delete or truncate on access_log_place
    for each statement execute function refuse_change();

create table access_log_tile (
    level  smallint not null,
    n      bigint not null,
    hashes bytea not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
    primary key (level, n)
);

comment on table access_log_tile is
    'The tree (C2SP tlog-tiles): up to 256 hashes of 32 bytes each; those of level 0 are leaf hashes';

-- hashes cannot be compressed, and a full tile is larger than a page
alter table access_log_tile alter column hashes set storage external;

create table access_log_head (
    only_row boolean primary key default true check (only_row),
    size     bigint not null,
    root     bytea not null
);

comment on table access_log_head is 'One row: size and root hash of the tree; changes together with its tiles';

insert into access_log_head (size, root) values (0, sha256(''));

create table access_log_checkpoint (
    id   bigint primary key generated always as identity,
    size bigint not null,
    note text not null,
    at   timestamptz not null
);

comment on table access_log_checkpoint is
    'Signed tree heads; the last one is kept outside the database, too. Append-only';
comment on column access_log_checkpoint.note is 'The checkpoint itself, a C2SP signed note';

create index access_log_checkpoint_by_size on access_log_checkpoint (size);

create trigger access_log_checkpoint_is_append_only before update or delete or truncate on access_log_checkpoint
    for each statement execute function refuse_change();

create table access_log_alarm (
    id     bigint primary key generated always as identity,
    kind   text not null,
    detail text not null,
    at     timestamptz not null
);

comment on table access_log_alarm is
    'What was found that an honest log cannot show. Nothing is delivered while one is open';
comment on column access_log_alarm.detail is 'Where, for example the index of the first entry that is wrong';

create table access_log_acceptance (
    alarm       bigint primary key references access_log_alarm (id),
    accepted_by text not null,
    reason      text not null,
    at          timestamptz not null
);

comment on table access_log_acceptance is
    'The decision of two people on an alarm; deliveries go on once every alarm has one';

create table destroyed_subject_key (
    epoch        smallint primary key,
    destroyed_at timestamptz not null
);

comment on table destroyed_subject_key is
    'Years whose key of number hashes was destroyed. A key that is missing and does not stand here is lost';

-- Writes an entry in one call, because an access of a consumer has two of them and most of its time went to and fro.
-- Returns the id of the entry, or null for the result of an access that has one. Fails fast if somebody has locked the
-- log.
create function write_access_entry(
    at timestamptz, phase text, of_intent bigint, actor text, role text, operating_system_user text, confirmed_by text,
    action text, purpose text, insurer text, object text, outcome text, numbers bigint, acts_batch bigint,
    acts_revision bigint, acts_count bigint, acts_digest text, list_sequence bigint, list_sha256 text,
    subject text) returns bigint
    language plpgsql set lock_timeout = '10s' as $$
#variable_conflict use_column
declare
    written bigint;
begin
    if phase = 'RESULT' then
        delete from access_log_open o where o.intent = of_intent;
        if not found then
            return null;
        end if;
    end if;
    insert into access_log_entry (at, phase, intent, actor, role, operating_system_user, confirmed_by, action, purpose,
                                  insurer, object, outcome, numbers, acts_batch, acts_revision, acts_count, acts_digest,
                                  list_sequence, list_sha256, subject)
    select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20
    from access_log_head
    returning id into written;
    if written is null then
        raise exception 'the access log has no head to put entries under';
    end if;
    insert into access_log_pending (entry) values (written);
    if phase = 'INTENT' then
        insert into access_log_open (intent, insurer, action) values (written, $10, $8);
    end if;
    return written;
end
$$;

-- Whether an access was begun and has no result yet.
create function access_is_open(of_intent bigint) returns boolean
    language plpgsql set lock_timeout = '3s' as $$
begin
    return exists (select from access_log_open where intent = of_intent);
end
$$;
