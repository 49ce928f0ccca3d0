-- Rule 10 of the design: some time after the blocks of a number have ended, the number is replaced by its keyed hash wherever
-- it stands. That is the only change ever made to a registration; all else of it stays.
alter table registration
    alter column mobile drop not null,
    -- HMAC-SHA-256 of the 11 digits under the key of the year below, which lies outside the database
    add column subject bytea check (octet_length(subject) = 32),
    add column subject_epoch smallint,
    add constraint registration_names_a_number_or_a_subject
        check (num_nonnulls(mobile, subject) = 1 and (subject is null) = (subject_epoch is null));

create index registration_by_subject on registration (subject) where subject is not null;

create function refuse_another_number() returns trigger language plpgsql as $$
begin
    if (old.mobile, old.subject, old.subject_epoch) is distinct from (new.mobile, new.subject, new.subject_epoch)
            and (old.mobile is null or new.mobile is not null) then
        raise exception 'the number of a registration is erased once or stays';
    end if;
    return new;
end
$$;

create trigger registration_is_only_erased
    before update on registration for each row execute function refuse_another_number();

-- A page of numbers that were erased together: how many, and in how many acts.
create table erasure (
    id        bigint primary key generated always as identity,
    -- all blocks of these numbers had ended on this day; lists of days before it cannot be made anew any more
    ended_by  date not null,
    erased_at timestamptz not null,
    numbers   bigint not null check (numbers > 0),
    acts      bigint not null check (acts >= numbers)
);

-- Without a year's key nobody can tell any more whose hashes they are. A key that is missing and does not stand here is lost.
create table destroyed_subject_key (
    epoch        smallint primary key,
    destroyed_at timestamptz not null
);
