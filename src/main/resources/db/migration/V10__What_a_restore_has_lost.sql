-- The database has come back from a back-up that is older than what had left the house: until it is settled, nothing is published.
create table restoration (
    id         bigint primary key generated always as identity,
    noticed_at timestamptz not null,
    -- the first sign: whose drop or spool, and which file there
    insurer    text not null references insurer (code),
    seen       text not null,
    settled_at timestamptz,
    settled_by text,
    reason     text,
    -- settled though uploads were not taken in again
    even_so    boolean,
    check (num_nulls(settled_at, settled_by, reason, even_so) in (0, 4))
);

create unique index restoration_one_at_a_time on restoration ((true)) where settled_at is null;

-- What lay on a drop or in the spool and no record here knew, each named once.
create table lost_file (
    insurer     text not null references insurer (code),
    kind        text not null check (kind in ('UPLOAD', 'ANSWER', 'LIST', 'MANIFEST')),
    name        text not null,
    size        bigint not null,
    modified_at timestamptz not null,
    -- of the upload, or of the upload that was answered
    stem        text,
    -- which answer under that stem, from 1
    nth         int,
    restoration bigint not null references restoration (id),
    primary key (insurer, kind, name),
    check ((kind in ('UPLOAD', 'ANSWER')) = (stem is not null)),
    check ((kind = 'ANSWER') = (nth is not null))
);

create index lost_file_by_restoration on lost_file (restoration, insurer);
create index lost_file_by_stem on lost_file (insurer, stem) where stem is not null;

-- An upload that an operator had taken in again from archive/.
create table taken_again (
    inbound_file bigint primary key references inbound_file (id),
    reason       text not null,
    asked_by     text not null,
    asked_at     timestamptz not null,
    -- when the restore was noticed: what was received from then on came after it, whatever the clocks of drops say
    lost_before  timestamptz not null
);

create index inbound_file_by_archived_as on inbound_file (insurer, archived_as);
create index inbound_file_not_known_in_archive on inbound_file (insurer)
    where archived_as is null or archived_as = '(gone)';

-- Sequences that left, or may have left, before a restore, and of which no list is recorded; the next list counts on above them.
create table block_list_gap (
    insurer         text not null references insurer (code),
    first_missing   bigint not null check (first_missing > 0),
    last_missing    bigint not null,
    -- of the last one's sealed manifest, where that could still be had
    manifest_sha256 text,
    restoration     bigint not null references restoration (id),
    primary key (insurer, first_missing),
    check (first_missing <= last_missing)
);
