-- Who works for an insurer holds an advisory lock, and PostgreSQL drops it when the connection is gone. A process that only
-- lost its connection does not know that; so whoever takes the lease counts on here, and what is committed under an
-- earlier epoch is refused.
create table insurer_lease (
    insurer smallint primary key references insurer (id),
    epoch   bigint not null
);

-- The numbers under which files are being fetched: what lies in the spool under one that stands here was left half done.
create table inbound_fetch (
    id      bigint primary key,
    insurer text not null references insurer (code)
);

create index inbound_fetch_by_insurer on inbound_fetch (insurer);

-- The intents that have no result yet.
create table access_log_open (
    intent  bigint primary key references access_log_entry (index),
    insurer text,
    action  text not null
);

insert into access_log_open (intent, insurer, action)
select index, insurer, action from access_log_entry e
where phase = 'INTENT' and not exists (select from access_log_entry r where r.intent = e.index);

-- What came of an access is told once.
create unique index access_log_entry_result on access_log_entry (intent) where intent is not null;
