-- How an insurer stands now; the table below says how it came to that.
alter table insurer
    -- the first day on which the agreements hold no longer
    add column agreements_end_on date,
    add column left_on           date,
    add column successor         text references insurer (code),
    add check (successor <> code),
    add check (successor is null or left_on is not null);

-- Each change of how an insurer takes part, in the order in which they were recorded; it takes effect then, or on its own date if
-- that is later.
create table insurer_standing (
    id                 bigint primary key generated always as identity,
    insurer            text not null references insurer (code),
    at                 timestamptz not null,
    event              text not null
        check (event in ('JOINED', 'SUSPENDED', 'RESUMED', 'AGREED', 'LAPSED', 'LEFT', 'SUCCEEDED')),
    -- first days of the agreements
    self_discipline_on date,
    confidentiality_on date,
    -- the day on which the agreements end, or the insurer leaves
    ends_on            date,
    successor          text references insurer (code),
    reason             text,
    check ((event = 'AGREED') = (self_discipline_on is not null)),
    check ((event = 'AGREED') = (confidentiality_on is not null)),
    check ((event in ('LAPSED', 'LEFT', 'SUCCEEDED')) = (ends_on is not null)),
    check ((event in ('LAPSED', 'LEFT', 'SUCCEEDED')) = (reason is not null)),
    check ((event = 'SUCCEEDED') = (successor is not null))
);

create index insurer_standing_by_insurer on insurer_standing (insurer, id);

-- What was recorded before there was this table. When agreements were recorded is not known, only since when they hold.
insert into insurer_standing (insurer, at, event)
select code, joined_at, 'JOINED' from insurer order by id;

insert into insurer_standing (insurer, at, event, self_discipline_on, confidentiality_on)
select code, joined_at, 'AGREED', self_discipline_on, confidentiality_on
from insurer where self_discipline_on is not null and confidentiality_on is not null order by id;

insert into insurer_standing (insurer, at, event)
select code, suspended_at, 'SUSPENDED' from insurer where suspended_at is not null order by id;

-- Who calls for an insurer: its own branches, agencies, banks.
create table sales_unit (
    insurer            text not null references insurer (code),
    code               text not null check (code ~ '^[A-Z0-9][A-Z0-9-]{0,19}$' and code !~ '[0-9]{7}'),
    name               text not null,
    kind               text not null check (kind in ('BRANCH', 'AGENCY', 'BANK')),
    confidentiality_on date,
    added_at           timestamptz not null,
    closed_at          timestamptz,
    primary key (insurer, code)
);

-- A list that an insurer would have got in a run of publishing, and did not, for a reason that lies with it: such a list
-- counts as told.
create table withheld_list (
    publication bigint not null references publication (id),
    insurer     text not null references insurer (code),
    reason      text not null check (reason in ('SUSPENDED', 'NOT_AGREED', 'LAPSED', 'LEFT')),
    at          timestamptz not null,
    primary key (publication, insurer)
);

create index withheld_list_by_insurer on withheld_list (insurer, publication);

do $$
declare
    appended text;
begin
    foreach appended in array array['insurer_standing', 'withheld_list'] loop
        execute format('create trigger %I before update or delete or truncate on %I for each statement'
                       ' execute function refuse_change()', appended || '_is_append_only', appended);
    end loop;
end
$$;
