-- Every access to personal data: an INTENT before, a RESULT after; a REFUSAL where it was not allowed.
-- No column ever holds a phone number.
create table access_log_entry (
    index                 bigint primary key,
    at                    timestamptz not null,
    phase                 text not null check (phase in ('INTENT', 'RESULT', 'REFUSAL')),
    intent                bigint references access_log_entry (index),
    actor                 text not null,
    operating_system_user text not null,
    action                text not null,
    purpose               text not null,
    insurer               text,
    object                text not null,
    outcome               text,
    numbers               bigint,
    check ((phase = 'RESULT') = (intent is not null)),
    check ((phase = 'RESULT') = (numbers is not null)),
    check ((phase = 'INTENT') = (outcome is null))
);

create index access_log_entry_by_time on access_log_entry (at);
create index access_log_entry_by_insurer on access_log_entry (insurer, index);

-- One row, whose lock a writer holds until it commits: so indexes have no gaps and stand in the order of commit.
create table access_log_head (
    only_row   boolean primary key default true check (only_row),
    next_index bigint not null
);

insert into access_log_head (next_index) values (0);

-- Entries are appended, never changed.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or removed', tg_table_name;
end
$$;

create trigger access_log_entry_is_append_only
    before update or delete or truncate on access_log_entry
    for each statement execute function refuse_change();
