-- A row for each block cost an upload more than all else: a row header, an index entry and a record of the write-ahead log for each
-- of millions. So the blocks of a thousand numbers (those that share all but the last three digits) lie in one page for each scope.
create table block_page (
    thousand int not null,
    scope    smallint not null,
    -- by rising number, five bytes each, high bits first: 10 bits of the number's last three digits, 15 each of the days since 2000
    -- on which the ban begins and ends
    blocks   bytea not null check (octet_length(blocks) between 5 and 5000 and octet_length(blocks) % 5 = 0),
    -- that changed the page last
    revision bigint not null,
    primary key (thousand, scope)
    -- a page that changes finds room beside itself, and its index entry stays
) with (fillfactor = 50);

alter table block_page alter column blocks set storage plain;

do $$
begin
    if exists (select from block where effective_on < '2000-01-01' or expires_on > date '2000-01-01' + 32767
                                    or effective_on > date '2000-01-01' + 32767 or expires_on < '2000-01-01') then
        raise exception 'a block begins or ends before 2000 or after 2089: find it with "registry verify" of the version before, and mend it';
    end if;
end
$$;

insert into block_page
select (mobile / 1000)::int, scope,
       string_agg(substring(int8send(((mobile % 1000) << 30)
                                     | ((effective_on - date '2000-01-01')::bigint << 15)
                                     | (expires_on - date '2000-01-01')::bigint) from 4), ''::bytea order by mobile),
       max(revision)
from block
group by 1, 2;

drop table block;

-- The same, row by row, for whoever looks; it shows what the asking role may see of the pages.
create view block with (security_invoker = true) as
select page.thousand * 1000::bigint + ((get_byte(page.blocks, n) << 2) | (get_byte(page.blocks, n + 1) >> 6)) as mobile,
       page.scope,
       date '2000-01-01' + (((get_byte(page.blocks, n + 1) & 63) << 9) | (get_byte(page.blocks, n + 2) << 1)
                            | (get_byte(page.blocks, n + 3) >> 7)) as effective_on,
       date '2000-01-01' + (((get_byte(page.blocks, n + 3) & 127) << 8) | get_byte(page.blocks, n + 4)) as expires_on,
       page.revision,
       page.thousand
from block_page page
cross join lateral generate_series(0, octet_length(page.blocks) - 5, 5) n;

-- In which batches there are acts on numbers of a thousand. The acts of an upload are written by rising number, so that their index
-- grows at its end alone; with one over the numbers of all batches each act looked for a place of its own.
create table acts_by_thousand (
    thousand int not null,
    batch    bigint not null,
    primary key (thousand, batch)
);

insert into acts_by_thousand
select distinct (mobile / 1000)::int, batch from registration where mobile is not null;

alter table registration drop constraint registration_pkey;
drop index registration_by_mobile;
create index registration_by_number on registration (batch, mobile);

-- which bans end between two lists: those of batches that began a term before
create index act_batch_by_effect on act_batch (effective_on) where effective_on is not null;

-- A look at the file for each of a million findings took longer than to write them; "registry verify" looks for findings of no file.
alter table finding drop constraint finding_inbound_file_fkey;

-- else the first look-ups are planned as if the tables were empty
analyze block_page, acts_by_thousand, registration, act_batch;
