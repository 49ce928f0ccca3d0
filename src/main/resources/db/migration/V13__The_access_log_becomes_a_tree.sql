-- Entries get an id when they are written and a place in the tree later: writers wait for nobody.
alter table access_log_entry rename column index to id;
alter table access_log_entry alter column id add generated always as identity;
select setval(pg_get_serial_sequence('access_log_entry', 'id'), max(id)) from access_log_entry having count(*) > 0;

alter table access_log_entry
    -- a batch of acts that the entry vouches for, with a digest over keyed hashes of them
    add column acts_batch    bigint,
    add column acts_revision bigint,
    add column acts_count    bigint,
    add column acts_digest   text,
    -- a sealed list; not the hash of its clear rows, which would give those of a short list away
    add column list_sequence bigint,
    add column list_sha256   text,
    -- the one number that was looked at, as <epoch>:<keyed hash>; the epoch's key is destroyed when retention is over
    add column subject       text;
alter table access_log_entry
    add check (num_nulls(acts_batch, acts_revision, acts_count, acts_digest) in (0, 4)),
    add check (num_nulls(list_sequence, list_sha256) in (0, 2));

-- An entry gets one result, and the result of a batch of acts is one.
create unique index access_log_entry_acts on access_log_entry (acts_batch) where acts_batch is not null;

-- Auditors ask for a number, and for a file. An object is as long as somebody typed it, and a tree's keys may not be long.
create index access_log_entry_by_subject on access_log_entry (subject) where subject is not null;
create index access_log_entry_by_object on access_log_entry using hash (object);

-- Entries that are durable and not in the tree yet; written with them, removed when they get their place.
create table access_log_pending (
    entry bigint primary key references access_log_entry (id)
);

insert into access_log_pending select id from access_log_entry;

-- Where entries stand in the tree, from 0 without gaps.
create table access_log_place (
    index bigint primary key,
    entry bigint not null unique references access_log_entry (id)
);

create trigger access_log_place_is_append_only
    before update or delete or truncate on access_log_place
    for each statement execute function refuse_change();

-- The tree (C2SP tlog-tiles): runs of up to 256 hashes of 32 bytes; those of level 0 are leaf hashes.
create table access_log_tile (
    level  smallint not null,
    n      bigint not null,
    hashes bytea not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
    primary key (level, n)
);

-- hashes cannot be compressed, and a full tile is larger than a page
alter table access_log_tile alter column hashes set storage external;

-- Size and hash of the tree; they change with its tiles.
drop table access_log_head;
create table access_log_head (
    only_row boolean primary key default true check (only_row),
    size     bigint not null,
    root     bytea not null
);

insert into access_log_head (size, root) values (0, sha256(''));

-- The signed heads. The last one is kept outside the database, too.
create table access_log_checkpoint (
    id   bigint primary key generated always as identity,
    size bigint not null,
    note text not null,
    at   timestamptz not null
);

create index access_log_checkpoint_by_size on access_log_checkpoint (size);

create trigger access_log_checkpoint_is_append_only
    before update or delete or truncate on access_log_checkpoint
    for each statement execute function refuse_change();

-- What was found that no honest log can show. While one is open nothing leaves.
create table access_log_alarm (
    id     bigint primary key generated always as identity,
    kind   text not null,
    -- where, for example the index of the first entry that is wrong
    detail text not null,
    at     timestamptz not null
);

-- What two people decided about it; deliveries go on once every alarm has one.
create table access_log_acceptance (
    alarm        bigint primary key references access_log_alarm (id),
    accepted_by  text not null,
    reason       text not null,
    at           timestamptz not null
);

-- A verdict is written in the transaction of its entry, which has no place in the tree then.
alter table inbound_file rename column access_log_index to access_log_id;

alter table block_list
    add column access_log_checkpoint  text,
    add column access_log_consistency text[];
