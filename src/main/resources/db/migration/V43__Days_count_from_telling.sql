-- Days count from when an insurer was told. A file that must not leave any more, because a case in it is another insurer's by now,
-- stays as it is and is never delivered; what stood in it is told anew in another one.
alter table case_file
    add column withheld_at timestamptz,
    add check (withheld_at is null or delivered_at is null);

-- Working days on which an insurer could not be told, for a reason of its own: its drop, or that it has no certificate.
create table case_untold_day (
    insurer text not null references insurer (code),
    on_day  date not null,
    primary key (insurer, on_day)
);

create trigger case_untold_day_is_append_only before update or delete or truncate on case_untold_day for each statement
    execute function refuse_change();

-- The cases that go on: few, among all that there ever were. Made anew from their history at any time.
create table call_case_open (
    call_case bigint primary key references call_case (id)
);

insert into call_case_open
select id from call_case c
where 'CLOSED' is distinct from (select state from call_case_event where call_case = c.id order by id desc limit 1);

create function follow_open_cases() returns trigger language plpgsql as $$
begin
    if new.state = 'CLOSED' then
        delete from call_case_open where call_case = new.call_case;
    else
        insert into call_case_open values (new.call_case) on conflict do nothing;
    end if;
    return null;
end
$$;

create trigger call_case_event_is_followed after insert on call_case_event for each row execute function follow_open_cases();

-- measures follow from these alone
create index call_case_decision_of_violations on call_case_decision (call_case) where finding = 'VIOLATION';
