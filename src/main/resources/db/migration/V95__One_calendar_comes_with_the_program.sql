-- The calendar that came with the program is nobody's decision, and so not bound to the access log as those are that people load. It is the
-- first one, and whole when it is put in: no login can put another one in its name, or a day into it.
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
