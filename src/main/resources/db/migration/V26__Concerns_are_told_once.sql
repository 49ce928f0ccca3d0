-- What watching has found, and whom it has told. A row for each time that a concern came up; it stays when the concern is over.
create table concern_occurrence (
    id          bigint generated always as identity primary key,
    -- by which receivers tell that they were told already; numbers come again after a restore, and in other exchanges
    message_id  uuid not null default gen_random_uuid(),
    code        text not null,
    -- the insurer's code, or empty if it is about none
    insurer     text not null,
    -- what makes it another concern beside those of the same code and insurer, a year for example; mostly empty
    subject     text not null,
    -- how pressing it is, if it tells that of itself; a more pressing one is another occurrence
    level       text not null,
    -- as it was when it came up
    detail      text,
    found_at    timestamptz not null,
    over_at     timestamptz,
    -- the more pressing one that took its place: it is not over then, and nobody is told that it is
    replaced_by bigint references concern_occurrence,
    constraint replaced_is_over check (replaced_by is null or over_at is not null)
);

-- two nodes that find the same concern note it once
create unique index concern_occurrence_open on concern_occurrence (code, insurer, subject, level) where over_at is null;
create index concern_occurrence_over on concern_occurrence (over_at) where over_at is not null;
create index concern_occurrence_replaced on concern_occurrence (replaced_by) where replaced_by is not null;

-- appended once somebody at the other end has taken it
create table concern_told (
    occurrence bigint not null references concern_occurrence,
    notifier   text not null,
    kind       text not null check (kind in ('NEW', 'OVER')),
    told_at    timestamptz not null,
    primary key (occurrence, notifier, kind)
);
