-- Registrations, the blocks that follow from them, the lists that are published, and the reference data that they
-- depend on.

-- Reference data. Versions are never changed or removed: registrations name the version that they were computed from.

-- never gives a number twice, even after a rollback
create sequence calendar_number as integer;

create table calendar_version (
    number      integer primary key,
    version     text not null unique,
    imported_at timestamptz,
    imported_by text check (imported_by <> ''),
    constraint calendar_version_is_imported_by_somebody check ((imported_at is null) = (imported_by is null))
);

comment on table calendar_version is 'Working-day calendars';
comment on column calendar_version.version is 'Years and number, as 2012-2026.1';
comment on column calendar_version.imported_at is 'Null for the calendar that comes with the program';

create table calendar_day (
    version integer not null references calendar_version,
    day     date    not null,
    kind    text    not null check (kind in ('HOLIDAY', 'WORKDAY')),
    name    text    not null,
    primary key (version, day)
);

comment on table calendar_day is 'Days of a calendar that are not what their weekday says';

-- The calendar that comes with the program is nobody's decision, and so not bound to the access log as imported ones
-- are. It is the first one, and whole when it is inserted: no login can insert another one in its name, or a day into
-- it.
create function refuse_second_bundled_calendar() returns trigger language plpgsql as $$
begin
    if new.imported_by is null and exists (select from calendar_version) then
        raise exception 'the calendar that came with the program is there, and others are loaded by somebody';
    end if;
    return new;
end
$$;

create trigger calendar_version_has_one_bundled before insert on calendar_version
    for each row execute function refuse_second_bundled_calendar();

create function refuse_late_day() returns trigger language plpgsql as $$
begin
    if exists (select from calendar_version where number = new.version and xmin <> pg_current_xact_id()::xid) then
        raise exception 'a version of the calendar is put in whole';
    end if;
    return new;
end
$$;

create trigger calendar_day_comes_with_its_version before insert on calendar_day
    for each row execute function refuse_late_day();

create table segment_version (
    number      integer generated always as identity primary key,
    imported_at timestamptz not null,
    imported_by text        not null check (imported_by <> '')
);

comment on table segment_version is
    'The association''s own tables of mobile segments; without one, the program uses the table that it was built with';
comment on column segment_version.number is 'Never given twice, even after a rollback';

create table segment (
    version  integer not null references segment_version,
    segment  integer not null check (segment between 1300000 and 1999999),
    province text    not null check (province <> ''),
    primary key (version, segment)
);

comment on table segment is 'The province of each mobile segment';
comment on column segment.segment is 'The first seven digits of a mobile number';

-- Registrations.

create table registry_head (
    only_row boolean primary key default true check (only_row),
    revision bigint not null
);

comment on table registry_head is
    'One row, whose lock is the registry lock: a batch of registrations takes it, takes the next revision, and commits';

insert into registry_head (revision) values (0);

create table registration_batch (
    id               bigint primary key generated always as identity,
    revision         bigint unique,
    kind             text not null
                     check (kind in ('COMPLAINTS', 'CHOICE', 'RELEASE', 'WITHDRAWALS', 'SUCCESSION')),
    inbound_file     bigint,
    insurer          smallint references insurer (scope),
    sector           text,
    successor        smallint references insurer (scope),
    registered_at    timestamptz not null,
    registered_on    date not null,
    effective_on     date,
    calendar_version text,
    registrations    bigint not null default 0,
    constraint registration_batch_has_what_its_kind_needs check (case kind
        when 'COMPLAINTS' then num_nulls(insurer, sector, effective_on, calendar_version) = 0 and successor is null
        when 'CHOICE' then num_nulls(effective_on, calendar_version) in (0, 2)
                           and num_nonnulls(insurer, sector, successor) = 0
        when 'RELEASE' then num_nonnulls(insurer, sector, successor, effective_on, calendar_version) = 0
        when 'WITHDRAWALS' then num_nulls(insurer, sector) = 0 and num_nonnulls(successor, effective_on) = 0
        when 'SUCCESSION' then num_nulls(insurer, sector, successor) = 0 and effective_on is null
    end)
);

comment on table registration_batch is 'What is the same for all registrations that committed together';
comment on column registration_batch.revision is
    'Gapless, in the order of commit; null only inside the transaction that makes the batch';
comment on column registration_batch.kind is
    'COMPLAINTS of an upload; a consumer''s CHOICE, or cancellation; the RELEASE of a number that has changed hands; '
    'WITHDRAWALS of complaints; the SUCCESSION of one insurer to another';
comment on column registration_batch.insurer is 'insurer.scope of whom it comes from, as registrations have it';
comment on column registration_batch.successor is 'insurer.scope of the insurer that inherits';
comment on column registration_batch.registrations is 'How many';

create index registration_batch_by_inbound_file on registration_batch (inbound_file);
create index registration_batch_by_effect on registration_batch (effective_on) where effective_on is not null;
create index registration_batch_of_successions on registration_batch (revision) where kind = 'SUCCESSION';

-- A row for each complaint would cost an upload more than all else. So the complaints of one batch on the numbers of a
-- thousand (those that share all but the last three digits) lie in one page, or in several if there are very many.
create table registration_page (
    batch         bigint not null,
    thousand      int not null,
    effective_on  date not null,
    places        bytea not null,
    registrations bytea not null,
    constraint registration_page_is_whole check
        (octet_length(places) between 2 and 1000 and octet_length(places) % 2 = 0
         and octet_length(registrations) = 6 * octet_length(places))
);

comment on table registration_page is
    'Complaints of one batch on numbers of one thousand. Changed by erasure alone. Holds phone numbers: for '
    'jinbo_numbers only';
comment on column registration_page.thousand is 'The numbers without their last three digits';
comment on column registration_page.places is 'By rising number, two bytes each: place_of';
comment on column registration_page.registrations is
    'In the same order, twelve bytes each, high bytes first: line (4), and two each of complained_on and expires_on in '
    'days since 2000-01-01, complaint, scope';

alter table registration_page alter column places set storage plain, alter column registrations set storage plain;

create table registration_row (
    batch         bigint not null,
    line          int not null,
    mobile        bigint,
    scope         smallint not null,
    complaint     smallint,
    complained_on date,
    effective_on  date not null,
    expires_on    date not null,
    subject       bytea check (octet_length(subject) = 32),
    subject_epoch smallint,
    constraint registration_names_a_number_or_a_subject
        check (num_nonnulls(mobile, subject) = 1 and (subject is null) = (subject_epoch is null))
);

comment on table registration_row is
    'Registrations that lie in no page: of a consumer, or with an erased number. Changed by erasure alone. Holds phone '
    'numbers: for jinbo_numbers only';
comment on column registration_row.scope is
    'insurer.scope, or a sector: 32001 LIFE, 32002 PROPERTY; 0 where a consumer names nobody';
comment on column registration_row.complaint is 'What the complaint is about; null for a consumer''s choice';
comment on column registration_row.subject is
    'Of an erased number: HMAC-SHA-256 of its 11 digits under the key of subject_epoch, which lies outside the '
    'database';
comment on column registration_row.subject_epoch is 'The year of the key';

create index registration_row_by_batch on registration_row (batch);
create index registration_row_by_number on registration_row (((mobile / 1000)::int), mobile) where mobile is not null;
create index registration_row_by_subject on registration_row (subject) where subject is not null;

create function refuse_another_number() returns trigger language plpgsql as $$
begin
    if (old.mobile, old.subject, old.subject_epoch) is distinct from (new.mobile, new.subject, new.subject_epoch)
            and (old.mobile is null or new.mobile is not null) then
        raise exception 'the number of a registration is erased once or stays';
    end if;
    return new;
end
$$;

create trigger registration_is_only_erased before update on registration_row
    for each row execute function refuse_another_number();

-- The packed forms of pages, all in one place; int2_at and int4_at stand in V4.

-- What stands for a number in registration_page.places: the last three digits in two bytes, five bits each, of which
-- the second byte has its highest bit set. So no number is found where one byte belongs to the number before, and the
-- order of the bytes is that of the numbers.
create function place_of(mobile bigint) returns bytea immutable parallel safe language sql
    return int2send(((((mobile % 1000)::int >> 5) << 8) | 128 | ((mobile % 1000)::int & 31))::smallint);

-- The last three digits of the number at a place, from 0.
create function digits_at(places bytea, n int) returns int immutable parallel safe language sql
    return (get_byte(places, 2 * n) << 5) | (get_byte(places, 2 * n + 1) & 31);

-- In registration_page.registrations, the n-th from 0.
create function line_at(registrations bytea, n int) returns int immutable parallel safe language sql
    return int4_at(registrations, 12 * n);

create function complained_on_at(registrations bytea, n int) returns date immutable parallel safe language sql
    return date '2000-01-01' + int2_at(registrations, 12 * n + 4);

create function expires_on_at(registrations bytea, n int) returns date immutable parallel safe language sql
    return date '2000-01-01' + int2_at(registrations, 12 * n + 6);

create function complaint_at(registrations bytea, n int) returns smallint immutable parallel safe language sql
    return int2_at(registrations, 12 * n + 8)::smallint;

create function scope_at(registrations bytea, n int) returns smallint immutable parallel safe language sql
    return int2_at(registrations, 12 * n + 10)::smallint;

-- In block_page.blocks, from the byte at which a block begins.
create function block_digits_at(blocks bytea, at int) returns int immutable parallel safe language sql
    return (get_byte(blocks, at) << 2) | (get_byte(blocks, at + 1) >> 6);

create function block_effective_on_at(blocks bytea, at int) returns date immutable parallel safe language sql
    return date '2000-01-01' + (((get_byte(blocks, at + 1) & 63) << 9) | (get_byte(blocks, at + 2) << 1)
                                | (get_byte(blocks, at + 3) >> 7));

create function block_expires_on_at(blocks bytea, at int) returns date immutable parallel safe language sql
    return date '2000-01-01' + (((get_byte(blocks, at + 3) & 127) << 8) | get_byte(blocks, at + 4));

create index registration_page_by_batch on registration_page (batch);
-- passes over most pages of small uploads; see registrations_on
create index registration_page_by_number on registration_page
    (thousand, substring(places from 1 for 2), substring(places from octet_length(places) - 1));

create view registration with (security_invoker = true) as
select p.batch,
       line_at(p.registrations, n) as line,
       p.thousand * 1000::bigint + digits_at(p.places, n) as mobile,
       scope_at(p.registrations, n) as scope,
       complaint_at(p.registrations, n) as complaint,
       complained_on_at(p.registrations, n) as complained_on,
       p.effective_on,
       expires_on_at(p.registrations, n) as expires_on,
       null::bytea as subject,
       null::smallint as subject_epoch,
       p.thousand
from registration_page p
cross join lateral generate_series(0, octet_length(p.places) / 2 - 1) n
union all
select batch, line, mobile, scope, complaint, complained_on, effective_on, expires_on, subject, subject_epoch,
       (mobile / 1000)::int
from registration_row;

comment on view registration is 'All registrations, one a row, of registration_page and registration_row';

-- The registrations on a number.
create function registrations_on(of_mobile bigint) returns setof registration stable parallel safe language sql as $$
    select p.batch,
           line_at(p.registrations, n),
           of_mobile,
           scope_at(p.registrations, n),
           complaint_at(p.registrations, n),
           complained_on_at(p.registrations, n),
           p.effective_on,
           expires_on_at(p.registrations, n),
           null::bytea,
           null::smallint,
           p.thousand
    from registration_page p
    cross join lateral generate_series(0, octet_length(p.places) / 2 - 1) n
    where p.thousand = (of_mobile / 1000)::int
      and substring(p.places from 1 for 2) <= place_of(of_mobile)
      and substring(p.places from octet_length(p.places) - 1) >= place_of(of_mobile)
      and position(place_of(of_mobile) in p.places) > 0
      and substring(p.places from 2 * n + 1 for 2) = place_of(of_mobile)
    union all
    select batch, line, mobile, scope, complaint, complained_on, effective_on, expires_on, subject, subject_epoch,
           (mobile / 1000)::int
    from registration_row
    where (mobile / 1000)::int = (of_mobile / 1000)::int and mobile = of_mobile
$$;

-- How many registrations a batch holds, for the runtime role, which may read none of them.
create function count_registrations(of_batch bigint) returns bigint
    language sql stable security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
    select (select coalesce(sum(octet_length(places) / 2), 0) from registration_page where batch = of_batch)
         + (select count(*) from registration_row where batch = of_batch)
$$;

-- Erasure (rule 10): numbers give way to their keyed hashes, each in its registrations of a year. Nothing else of a
-- registration is ever changed, and jinbo_numbers can change one by nothing but this. Returns how many registrations
-- were changed.
create function erase_registrations(mobiles bigint[], years int[], epochs int[], subjects bytea[]) returns bigint
    language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
declare
    in_rows bigint;
    in_pages bigint;
    removed bigint;
begin
    -- no upload adds a registration between the steps
    perform revision from registry_head for update;

    update registration_row r set mobile = null, subject = g.subject, subject_epoch = g.epoch
    from unnest(mobiles, years, epochs, subjects) g (mobile, year, epoch, subject)
    where (r.mobile / 1000)::int = (g.mobile / 1000)::int and r.mobile = g.mobile
      and (select extract(year from registered_on) from registration_batch where id = r.batch) = g.year;
    get diagnostics in_rows = row_count;

    insert into registration_row (batch, line, scope, complaint, complained_on, effective_on, expires_on, subject,
                                  subject_epoch)
    select r.batch, r.line, r.scope, r.complaint, r.complained_on, r.effective_on, r.expires_on, g.subject, g.epoch
    from unnest(mobiles, years, epochs, subjects) g (mobile, year, epoch, subject)
    cross join lateral (select * from registrations_on(g.mobile) offset 0) r
    where (select extract(year from registered_on) from registration_batch where id = r.batch) = g.year;
    get diagnostics in_pages = row_count;

    with hit as materialized (
        select p.at, array_agg(place_of(g.mobile)) as gone
        from unnest(mobiles, years) g (mobile, year)
        cross join lateral (select ctid as at, batch from registration_page
                            where thousand = (g.mobile / 1000)::int and position(place_of(g.mobile) in places) > 0
                            offset 0) p
        where (select extract(year from registered_on) from registration_batch where id = p.batch) = g.year
        group by 1
    ), rest as materialized (
        select h.at,
               count(*) filter (where substring(p.places from 2 * n + 1 for 2) = any (h.gone)) as removed,
               string_agg(substring(p.places from 2 * n + 1 for 2), ''::bytea order by n)
                   filter (where substring(p.places from 2 * n + 1 for 2) <> all (h.gone)) as places,
               string_agg(substring(p.registrations from 12 * n + 1 for 12), ''::bytea order by n)
                   filter (where substring(p.places from 2 * n + 1 for 2) <> all (h.gone)) as registrations
        from hit h
        join registration_page p on p.ctid = h.at
        cross join lateral generate_series(0, octet_length(p.places) / 2 - 1) n
        group by 1
    ), emptied as (
        delete from registration_page p using rest where p.ctid = rest.at and rest.places is null
    ), shortened as (
        update registration_page p set places = rest.places, registrations = rest.registrations
        from rest where p.ctid = rest.at and rest.places is not null
    )
    select coalesce(sum(rest.removed), 0) into removed from rest;
    -- not by rising number, which only somebody who writes past the program can bring about
    if removed <> in_pages then
        raise exception 'the pages of these numbers are damaged: run "registry verify"';
    end if;

    return in_rows + in_pages;
end
$$;

create table withdrawal_request (
    batch          bigint not null,
    line           int not null,
    inbound_file   bigint not null references inbound_file (id),
    withdrawn_line int,
    primary key (batch, line)
);

comment on table withdrawal_request is
    'What an insurer, or an operator for it, asks to take back: a row of one of its uploads, or a whole upload';
comment on column withdrawal_request.withdrawn_line is 'Null: the whole upload';

create table withdrawal (
    withdrawn_batch bigint not null,
    withdrawn_line  int not null,
    batch           bigint not null,
    line            int not null,
    primary key (withdrawn_batch, withdrawn_line)
);

comment on table withdrawal is
    'Complaints that no longer count, from the revision of the withdrawing batch on. Written by jinbo_numbers alone';
comment on column withdrawal.line is 'Which request of the batch';

create index withdrawal_by_batch on withdrawal (batch, line);

create table erasure (
    id            bigint primary key generated always as identity,
    ended_by      date not null,
    erased_at     timestamptz not null,
    numbers       bigint not null check (numbers > 0),
    registrations bigint not null,
    intent        bigint references access_log_entry (id),
    constraint erasure_has_a_registration_of_each_number check (registrations >= numbers)
);

comment on table erasure is 'Numbers that were erased together: how many, and in how many registrations';
comment on column erasure.ended_by is
    'All blocks of these numbers had ended on this day; lists of days before it cannot be made anew any more';
comment on column erasure.intent is 'The access to the numbers, by the entry that began it';

-- Blocks, which follow from registrations.

-- A page has the blocks of a thousand numbers for one scope, because a row for each would cost an upload more than all
-- else.
create table block_page (
    thousand int not null,
    scope    smallint not null,
    blocks   bytea not null check (octet_length(blocks) between 5 and 5000 and octet_length(blocks) % 5 = 0),
    revision bigint not null,
    primary key (thousand, scope)
    -- a page that changes finds room beside itself, and its index entry stays
) with (fillfactor = 50);

comment on table block_page is
    'Blocks of the numbers of one thousand for one scope: a page for the sector, and one for each insurer that a '
    'registration named alone. An insurer''s own block is its whole truth: the sector''s registrations are folded into '
    'it. Holds phone numbers: for jinbo_numbers only';
comment on column block_page.scope is 'insurer.scope, or a sector: 32001 LIFE, 32002 PROPERTY';
comment on column block_page.blocks is
    'By rising number, five bytes each, high bits first: 10 bits of the last three digits, 15 each of the days since '
    '2000-01-01 on which the block begins and ends';
comment on column block_page.revision is 'That changed the page last';

alter table block_page alter column blocks set storage plain;

create view block with (security_invoker = true) as
select page.thousand * 1000::bigint + block_digits_at(page.blocks, n) as mobile,
       page.scope,
       block_effective_on_at(page.blocks, n) as effective_on,
       block_expires_on_at(page.blocks, n) as expires_on,
       page.revision,
       page.thousand
from block_page page
cross join lateral generate_series(0, octet_length(page.blocks) - 5, 5) n;

comment on view block is 'The blocks of block_page, one a row';

create table last_consumer_registration (
    mobile        bigint primary key,
    registered_on date not null,
    revision      bigint not null
);

comment on table last_consumer_registration is
    'The day of the last registration by the holder of a number, by which later complaints are judged; follows from '
    'registrations. Holds phone numbers: for jinbo_numbers only';

-- Lists.

create table publication (
    id       bigint primary key generated always as identity,
    as_of    timestamptz not null,
    use_by   date not null,
    revision bigint not null
);

comment on table publication is 'Runs of publish-block-lists: the moment that their lists speak of';

create table block_list (
    insurer                  text not null references insurer (code),
    sequence                 bigint not null check (sequence > 0),
    publication              bigint not null references publication (id),
    kind                     text not null check (kind in ('full', 'delta')),
    revision                 bigint not null,
    as_of                    timestamptz not null,
    use_by                   date not null,
    rows                     bigint not null,
    entries                  bigint not null,
    size                     bigint not null,
    sha256                   text not null,
    content_sha256           text not null,
    list_digest              text not null,
    encrypted_to             text[] not null,
    manifest_sha256          text not null,
    previous_manifest_sha256 text,
    access_log_index         bigint not null,
    list_delivered_at        timestamptz,
    manifest_delivered_at    timestamptz,
    access_log_checkpoint    text,
    access_log_consistency   text[],
    primary key (insurer, sequence)
);

comment on table block_list is
    'Sealed lists; the bytes are durable in the spool before the row, and leave only after it. Columns as in the '
    'manifest';
comment on column block_list.rows is 'Of the file';
comment on column block_list.entries is 'Of the list that the insurer then holds';
comment on column block_list.encrypted_to is 'Fingerprints of the certificates';

create table withheld_list (
    publication bigint not null references publication (id),
    insurer     text not null references insurer (code),
    reason      text not null check (reason in ('SUSPENDED', 'NOT_AGREED', 'LAPSED', 'LEFT')),
    at          timestamptz not null,
    primary key (publication, insurer)
);

comment on table withheld_list is
    'Lists that an insurer did not get for a reason of its own; they count as communicated. Append-only';

create index withheld_list_by_insurer on withheld_list (insurer, publication);

create trigger withheld_list_is_append_only before update or delete or truncate on withheld_list
    for each statement execute function refuse_change();

create table acknowledgement (
    inbound_file bigint primary key references inbound_file (id),
    insurer      text not null,
    sequence     bigint not null,
    applied_at   timestamptz not null,
    received_at  timestamptz not null,
    entries      bigint not null check (entries >= 0),
    list_digest  text not null check (list_digest ~ '^[0-9a-f]{64}$'),
    agrees       boolean not null,
    foreign key (insurer, sequence) references block_list (insurer, sequence)
);

comment on table acknowledgement is 'Lists that an insurer says it has applied; kept for ever. Append-only';
comment on column acknowledgement.entries is 'Of the list that the insurer holds now';
comment on column acknowledgement.agrees is 'Whether entries and list_digest are those of the list that was sent';

create index acknowledgement_by_list on acknowledgement (insurer, sequence, inbound_file);

create trigger acknowledgement_is_append_only before update or delete or truncate on acknowledgement
    for each statement execute function refuse_change();

create table acknowledgement_unit (
    inbound_file bigint not null references acknowledgement (inbound_file),
    unit         text not null,
    primary key (inbound_file, unit)
);

comment on table acknowledgement_unit is 'Sales units that have the list, as the insurer says. Append-only';

create trigger acknowledgement_unit_is_append_only before update or delete or truncate on acknowledgement_unit
    for each statement execute function refuse_change();

create table resync_request (
    inbound_file    bigint primary key references inbound_file (id),
    insurer         text not null references insurer (code),
    requested_at    timestamptz not null,
    received_at     timestamptz not null,
    newest_sequence bigint not null,
    reason          text not null
);

comment on table resync_request is 'Requests of insurers for a full list; kept for ever. Append-only';
comment on column resync_request.newest_sequence is 'Of the insurer''s newest list then; 0: it had none';
comment on column resync_request.reason is 'In the insurer''s words, with digits masked';

create index resync_request_by_insurer on resync_request (insurer, newest_sequence);

create trigger resync_request_is_append_only before update or delete or truncate on resync_request
    for each statement execute function refuse_change();
