-- What follows from upheld cases, by a ladder of steps: proposed by rule, imposed by two people, over by itself.
create table measure (
    id           bigint primary key generated always as identity,
    insurer      text not null references insurer (code),
    -- null: it is about the insurer itself
    salesperson  text check (salesperson ~ '^[A-Z0-9][A-Z0-9-]{0,19}$' and salesperson !~ '[0-9]{7}'),
    kind         text not null check (kind in ('STOP_NEW_CUSTOMERS', 'STOP_ALL')),
    -- which ladder, by its first day, and which step of it, the first being 1: as the settings had it then
    ladder_from  date not null,
    step         int not null check (step >= 1),
    -- how long, as an ISO 8601 period; null: until it is lifted
    lasts        text
);

create index measure_by_insurer on measure (insurer, id);

-- By which cases it was earned. Each earns one step of what is about insurers, and one of what is about salespersons.
create table measure_case (
    measure   bigint not null references measure (id),
    call_case bigint not null references call_case (id),
    about     text not null check (about in ('INSURER', 'SALESPERSON')),
    primary key (measure, call_case),
    unique (about, call_case)
);

-- What became of it: appended, never changed; the last one is how it stands.
create table measure_event (
    id        bigint primary key generated always as identity,
    measure   bigint not null references measure (id),
    event     text not null check (event in ('PROPOSED', 'IMPOSED', 'REFUSED', 'LIFTED', 'ENDED')),
    at        timestamptz not null,
    actor     text not null,
    -- why, in words without numbers
    reason    text,
    -- of one that is imposed: its first and its last day; null: until it is lifted
    begins_on date,
    ends_on   date check (ends_on >= begins_on),
    unique (measure, event),
    check ((event = 'IMPOSED') = (begins_on is not null)),
    check (begins_on is not null or ends_on is null)
);

do $$
declare
    appended text;
begin
    foreach appended in array array['measure', 'measure_case', 'measure_event'] loop
        execute format('create trigger %I before update or delete or truncate on %I for each statement'
                       ' execute function refuse_change()', appended || '_is_append_only', appended);
    end loop;
end
$$;
