-- A row for each act of an upload cost more than all else of it: a row header, an index entry and records of the write-ahead log for
-- each of half a million. So the acts of one batch on the numbers of a thousand (those that share all but the last three digits)
-- lie in one page, or in several if there are very many.

-- What stands for a number in a page: the last three digits in two bytes, five bits each, of which the second byte has its highest bit
-- set. So no number is found where one byte belongs to the number before, and the order of the bytes is that of the numbers.
create function place_of(mobile bigint) returns bytea immutable parallel safe language sql
    return int2send(((((mobile % 1000)::int >> 5) << 8) | 128 | ((mobile % 1000)::int & 31))::smallint);

create function int2_at(bytes bytea, at int) returns int immutable parallel safe language sql
    return ((get_byte(bytes, at) << 24) | (get_byte(bytes, at + 1) << 16)) >> 16;

create function int4_at(bytes bytea, at int) returns int immutable parallel safe language sql
    return (get_byte(bytes, at) << 24) | (get_byte(bytes, at + 1) << 16) | (get_byte(bytes, at + 2) << 8) | get_byte(bytes, at + 3);

create table registration_page (
    batch        bigint not null,
    thousand     int not null,
    effective_on date not null,
    -- by rising number, two bytes each: place_of
    places       bytea not null,
    -- in the same order, twelve bytes each, high bytes first: line (4), and two each of complained_on and expires_on in days since
    -- 2000, complaint, scope
    acts         bytea not null,
    constraint registration_page_is_whole check
        (octet_length(places) between 2 and 1000 and octet_length(places) % 2 = 0 and octet_length(acts) = 6 * octet_length(places))
);

alter table registration_page alter column places set storage plain, alter column acts set storage plain;

-- An act that lies in no page: a holder's word, or one whose number was erased. Never changed but for that.
create table registration_row (
    batch         bigint not null,
    line          int not null,
    mobile        bigint,
    -- an insurer's id, or a sector: 32001 LIFE, 32002 PROPERTY
    scope         smallint not null,
    complaint     smallint,
    complained_on date,
    effective_on  date not null,
    expires_on    date not null,
    -- HMAC-SHA-256 of the 11 digits under the key of the year below, which lies outside the database
    subject       bytea check (octet_length(subject) = 32),
    subject_epoch smallint,
    constraint registration_names_a_number_or_a_subject
        check (num_nonnulls(mobile, subject) = 1 and (subject is null) = (subject_epoch is null))
);

do $$
begin
    if exists (select from registration where complained_on not between date '2000-01-01' - 32768 and date '2000-01-01' + 32767
                                           or expires_on not between date '2000-01-01' - 32768 and date '2000-01-01' + 32767) then
        raise exception 'an act has a day before 1910 or after 2089: find it with "registry verify" of the version before, and mend it';
    end if;
end
$$;

insert into registration_page
select batch, thousand, effective_on,
       string_agg(place_of(mobile), ''::bytea order by mobile, line),
       string_agg(int4send(line) || int2send((complained_on - date '2000-01-01')::smallint)
                  || int2send((expires_on - date '2000-01-01')::smallint) || int2send(complaint) || int2send(scope),
                  ''::bytea order by mobile, line)
from (select *, (mobile / 1000)::int as thousand,
             (row_number() over (partition by batch, effective_on, mobile / 1000 order by mobile, line) - 1) / 500 as part
      from registration where mobile is not null and num_nonnulls(complaint, complained_on) = 2) r
group by batch, effective_on, thousand, part
order by batch, thousand;

insert into registration_row (batch, line, mobile, scope, complaint, complained_on, effective_on, expires_on, subject, subject_epoch)
select batch, line, mobile, scope, complaint, complained_on, effective_on, expires_on, subject, subject_epoch
from registration where mobile is null or num_nonnulls(complaint, complained_on) < 2
order by batch, line;

do $$
begin
    if (select count(*) from registration) <> (select coalesce(sum(octet_length(places) / 2), 0) from registration_page)
                                                  + (select count(*) from registration_row) then
        raise exception 'not every act would lie in a page or a row: nothing is changed; please tell the makers of this program';
    end if;
end
$$;

drop table registration;
drop table acts_by_thousand;

create index registration_page_by_batch on registration_page (batch);
-- most pages of small uploads are passed over here already; see acts_on
create index registration_page_by_number on registration_page
    (thousand, substring(places from 1 for 2), substring(places from octet_length(places) - 1));
create index registration_row_by_batch on registration_row (batch);
create index registration_row_by_number on registration_row (((mobile / 1000)::int), mobile) where mobile is not null;
create index registration_row_by_subject on registration_row (subject) where subject is not null;

create trigger registration_is_only_erased
    before update on registration_row for each row execute function refuse_another_number();

-- All acts, row by row; it shows what the asking role may see of the two.
create view registration with (security_invoker = true) as
select p.batch,
       int4_at(p.acts, 12 * n) as line,
       p.thousand * 1000::bigint + ((get_byte(p.places, 2 * n) << 5) | (get_byte(p.places, 2 * n + 1) & 31)) as mobile,
       int2_at(p.acts, 12 * n + 10)::smallint as scope,
       int2_at(p.acts, 12 * n + 8)::smallint as complaint,
       date '2000-01-01' + int2_at(p.acts, 12 * n + 4) as complained_on,
       p.effective_on,
       date '2000-01-01' + int2_at(p.acts, 12 * n + 6) as expires_on,
       null::bytea as subject,
       null::smallint as subject_epoch,
       p.thousand
from registration_page p
cross join lateral generate_series(0, octet_length(p.places) / 2 - 1) n
union all
select batch, line, mobile, scope, complaint, complained_on, effective_on, expires_on, subject, subject_epoch,
       (mobile / 1000)::int
from registration_row;

-- The acts on a number.
create function acts_on(of_mobile bigint) returns setof registration stable parallel safe language sql as $$
    select p.batch,
           int4_at(p.acts, 12 * n),
           of_mobile,
           int2_at(p.acts, 12 * n + 10)::smallint,
           int2_at(p.acts, 12 * n + 8)::smallint,
           date '2000-01-01' + int2_at(p.acts, 12 * n + 4),
           p.effective_on,
           date '2000-01-01' + int2_at(p.acts, 12 * n + 6),
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

-- Rule 10 of the design: numbers give way to their keyed hashes, each in its acts of a year. Nothing else of an act is ever changed,
-- and the role that the program works under can change an act by nothing but this. Gives how many acts.
create function erase_acts(mobiles bigint[], years int[], epochs int[], subjects bytea[]) returns bigint
    language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
declare
    words bigint;
    complaints bigint;
    removed bigint;
begin
    -- no upload adds an act between the steps
    perform revision from registry_head for update;

    update registration_row r set mobile = null, subject = g.subject, subject_epoch = g.epoch
    from unnest(mobiles, years, epochs, subjects) g (mobile, year, epoch, subject)
    where (r.mobile / 1000)::int = (g.mobile / 1000)::int and r.mobile = g.mobile
      and (select extract(year from registered_on) from act_batch where id = r.batch) = g.year;
    get diagnostics words = row_count;

    insert into registration_row (batch, line, scope, complaint, complained_on, effective_on, expires_on, subject, subject_epoch)
    select r.batch, r.line, r.scope, r.complaint, r.complained_on, r.effective_on, r.expires_on, g.subject, g.epoch
    from unnest(mobiles, years, epochs, subjects) g (mobile, year, epoch, subject)
    cross join lateral (select * from acts_on(g.mobile) offset 0) r
    where (select extract(year from registered_on) from act_batch where id = r.batch) = g.year;
    get diagnostics complaints = row_count;

    with hit as materialized (
        select p.at, array_agg(place_of(g.mobile)) as gone
        from unnest(mobiles, years) g (mobile, year)
        cross join lateral (select ctid as at, batch from registration_page
                            where thousand = (g.mobile / 1000)::int and position(place_of(g.mobile) in places) > 0 offset 0) p
        where (select extract(year from registered_on) from act_batch where id = p.batch) = g.year
        group by 1
    ), rest as materialized (
        select h.at,
               count(*) filter (where substring(p.places from 2 * n + 1 for 2) = any (h.gone)) as removed,
               string_agg(substring(p.places from 2 * n + 1 for 2), ''::bytea order by n)
                   filter (where substring(p.places from 2 * n + 1 for 2) <> all (h.gone)) as places,
               string_agg(substring(p.acts from 12 * n + 1 for 12), ''::bytea order by n)
                   filter (where substring(p.places from 2 * n + 1 for 2) <> all (h.gone)) as acts
        from hit h
        join registration_page p on p.ctid = h.at
        cross join lateral generate_series(0, octet_length(p.places) / 2 - 1) n
        group by 1
    ), emptied as (
        delete from registration_page p using rest where p.ctid = rest.at and rest.places is null
    ), shortened as (
        update registration_page p set places = rest.places, acts = rest.acts
        from rest where p.ctid = rest.at and rest.places is not null
    )
    select coalesce(sum(rest.removed), 0) into removed from rest;
    -- acts that do not lie by rising number, which only somebody who writes past the program can bring about
    if removed <> complaints then
        raise exception 'the pages of these numbers are damaged: run "registry verify"';
    end if;

    return words + complaints;
end
$$;

revoke execute on function erase_acts(bigint[], int[], int[], bytea[]) from public;

-- How many acts a batch holds, for those who may read none of them; see V14.
create or replace function acts_held(of_batch bigint) returns bigint
    language sql stable security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
    select (select coalesce(sum(octet_length(places) / 2), 0) from registration_page where batch = of_batch)
         + (select count(*) from registration_row where batch = of_batch)
$$;

-- else the first look-ups are planned as if the tables were empty
analyze registration_page, registration_row;
