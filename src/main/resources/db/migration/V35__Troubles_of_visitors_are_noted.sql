-- What only the processes see that serve visitors, noted for whoever watches. None of it says who a visitor was.

-- A gateway for short messages that takes none: from the first that it has not taken until one that it has. No row: it works.
create table gateway_failing (
    gateway  text primary key,
    since    timestamptz not null,
    tried_at timestamptz not null,
    -- messages that it has not taken since then
    tries    bigint not null check (tries > 0)
);

-- How many visitors were asked to come back, as a process tells of it now and then; kept for a day.
create table visitors_turned_away (
    at       timestamptz not null,
    visitors int not null check (visitors > 0)
);

create index visitors_turned_away_by_time on visitors_turned_away (at);
