-- What visitors have used up, within a time, of what is there for all of them. One table, so that a limit is one limit however many
-- processes serve. A row is of no use once its time has ended, and is removed then; there is no more than one for each code that was
-- sent and each number that was looked at. No row holds a number or an address.
create table visitor_count (
    -- jinbo.consumer.Counted
    kind    text not null,
    -- a network: its keyed hash; a number: the access log's keyed hash; nothing: all together
    of_whom text not null,
    begins  timestamptz not null,
    ends    timestamptz not null,
    counted int not null check (counted >= 0),
    primary key (kind, of_whom, begins)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

create index visitor_count_by_end on visitor_count (ends);
