-- Working-day calendars: a version is never changed or removed, because each registration names the version that its
-- dates were computed from.

-- never gives a number twice, even after a rollback, so that a version names one calendar for ever
create sequence calendar_number as integer;

create table calendar_version (
    number      integer primary key,
    -- years and number, as 2012-2026.1
    version     text not null unique,
    -- both empty for the calendar that came with the program
    imported_at timestamptz,
    imported_by text check (imported_by <> ''),
    check ((imported_at is null) = (imported_by is null))
);

create table calendar_day (
    version integer not null references calendar_version,
    day     date    not null,
    kind    text    not null check (kind in ('HOLIDAY', 'WORKDAY')),
    name    text    not null,
    primary key (version, day)
);
