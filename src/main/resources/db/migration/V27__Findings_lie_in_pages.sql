-- A row for each finding cost an upload as much as the pages of its acts: a row header and an index entry for each of some hundred
-- thousand, and as much again to read them for the outcome. So the findings of a file lie in pages of some hundred.
create table finding_page (
    inbound_file bigint not null,
    -- of its first finding; the others follow. The order of the outcome: line by line, within a line column by column, what concerns
    -- the whole file where it was found
    place        bigint not null,
    -- what was found here, one a line: a code, and behind a blank the name of the column where one is to blame
    kinds        text not null,
    -- five bytes each: the line, high byte first (0: the whole file), and which of the kinds, from 0
    findings     bytea not null check (octet_length(findings) between 5 and 1500 and octet_length(findings) % 5 = 0),
    primary key (inbound_file, place)
);

alter table finding_page alter column kinds set storage plain, alter column findings set storage plain;

insert into finding_page
select inbound_file, min(place), min(kinds),
       string_agg(int4send(line) || substring(int2send(array_position(string_to_array(kinds, E'\n'), kind)::smallint - 1::smallint) from 2),
                  ''::bytea order by place)
from (select *, string_agg(kind, E'\n') filter (where is_first) over (partition by inbound_file, part) as kinds
      from (select *, row_number() over (partition by inbound_file, part, kind order by place) = 1 as is_first
            from (select *, (row_number() over (partition by inbound_file order by place) - 1) / 300 as part,
                         code || coalesce(' ' || column_name, '') as kind
                  from finding) n) n) n
group by inbound_file, part
order by 1, 2;

do $$
begin
    if (select count(*) from finding) <> (select coalesce(sum(octet_length(findings) / 5), 0) from finding_page) then
        raise exception 'not every finding would lie in a page: nothing is changed; please tell the makers of this program';
    end if;
end
$$;

drop table finding;

-- The same, row by row, for whoever looks; with "offset 0" no page is carried along with each of its findings.
create view finding with (security_invoker = true) as
select page.inbound_file, page.place + each.n as place, each.line, each.column_name, each.code
from finding_page page
cross join lateral (
    select n,
           int4_at(page.findings, 5 * n) as line,
           nullif(split_part(k.kinds[get_byte(page.findings, 5 * n + 4) + 1], ' ', 2), '') as column_name,
           split_part(k.kinds[get_byte(page.findings, 5 * n + 4) + 1], ' ', 1) as code
    from generate_series(0, octet_length(page.findings) / 5 - 1) n
    cross join (select string_to_array(page.kinds, E'\n') as kinds offset 0) k
    offset 0
) each;

-- else the first look-ups are planned as if the table were empty
analyze finding_page;
