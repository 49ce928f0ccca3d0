-- The association's own segment tables. Without one, the program uses the table that it was built with.
-- Earlier versions stay: why a number was refused as another city's must be answerable later.

create table segment_version (
    -- an identity is never given twice, even after a rollback, so that a version names one table for ever
    number      integer generated always as identity primary key,
    imported_at timestamptz not null,
    imported_by text        not null check (imported_by <> '')
);

create table segment (
    version  integer not null references segment_version,
    segment  integer not null check (segment between 1300000 and 1999999),
    province text    not null check (province <> ''),
    primary key (version, segment)
);
