-- Its only row is the registry lock: a batch of acts takes it, takes the next revision, and commits.
create table registry_head (
    only_row boolean primary key default true check (only_row),
    revision bigint not null
);

insert into registry_head (revision) values (0);

-- A batch of acts that committed together: what is the same for all of them.
create table act_batch (
    id               bigint primary key generated always as identity,
    -- gapless, in the order of commit; null only inside the transaction that makes the batch
    revision         bigint unique,
    kind             text not null check (kind in ('COMPLAINTS')),
    inbound_file     bigint,
    insurer          smallint not null references insurer (id),
    sector           text not null,
    registered_at    timestamptz not null,
    registered_on    date not null,
    effective_on     date not null,
    calendar_version text not null,
    acts             bigint not null default 0
);

create index act_batch_by_inbound_file on act_batch (inbound_file);

-- An act. Never changed afterwards.
create table registration (
    batch         bigint not null,
    line          int not null,
    mobile        bigint not null,
    -- an insurer's id, or a sector: 32001 LIFE, 32002 PROPERTY
    scope         smallint not null,
    complaint     smallint not null,
    complained_on date not null,
    effective_on  date not null,
    expires_on    date not null,
    primary key (batch, line)
);

create index registration_by_mobile on registration (mobile);

-- What follows from the acts: for each number a row for the sector, and a row for each insurer that any act named alone.
-- The insurer's own row, where there is one, is its whole truth: the sector's acts are folded into it.
create table block (
    mobile       bigint not null,
    scope        smallint not null,
    effective_on date not null,
    expires_on   date not null,
    revision     bigint not null,
    primary key (mobile, scope)
);
