-- What else is an act beside a complaint: a consumer's choice (or cancellation), the release of a number that has changed hands,
-- a withdrawal of complaints, and the succession of one insurer to another. Each is a batch with a revision of its own.
alter table act_batch
    drop constraint act_batch_kind_check,
    add constraint act_batch_kind_check
        check (kind in ('COMPLAINTS', 'CHOICE', 'RELEASE', 'WITHDRAWALS', 'SUCCESSION')),
    -- a consumer's word comes from no insurer
    alter column insurer drop not null,
    alter column sector drop not null,
    -- only complaints and choices bring bans
    alter column effective_on drop not null,
    alter column calendar_version drop not null,
    add column successor smallint references insurer (id),
    add constraint act_batch_says_what_its_kind_needs check (case kind
        when 'COMPLAINTS' then num_nulls(insurer, sector, effective_on, calendar_version) = 0 and successor is null
        when 'CHOICE' then num_nulls(effective_on, calendar_version) in (0, 2) and num_nonnulls(insurer, sector, successor) = 0
        when 'RELEASE' then num_nonnulls(insurer, sector, successor, effective_on, calendar_version) = 0
        when 'WITHDRAWALS' then num_nulls(insurer, sector) = 0 and num_nonnulls(successor, effective_on) = 0
        when 'SUCCESSION' then num_nulls(insurer, sector, successor) = 0 and effective_on is null
    end);

create index act_batch_of_successions on act_batch (revision) where kind = 'SUCCESSION';

-- A consumer's choice is a row for each sector and insurer that it names, or one with scope 0 where it names nobody, as a
-- release is; neither is a complaint about anything.
alter table registration
    alter column complaint drop not null,
    alter column complained_on drop not null;

-- What an insurer, or an operator for it, has asked to take back: a row of one of its uploads, or a whole upload (no line).
create table withdrawal_asked (
    batch          bigint not null,
    line           int not null,
    inbound_file   bigint not null references inbound_file (id),
    withdrawn_line int,
    primary key (batch, line)
);

-- A counter-registration: the act that it names counts no longer, from this batch's revision on. It holds no number.
create table withdrawal (
    withdrawn_batch bigint not null,
    withdrawn_line  int not null,
    batch           bigint not null,
    -- that asked for it
    line            int not null,
    primary key (withdrawn_batch, withdrawn_line)
);

create index withdrawal_by_batch on withdrawal (batch, line);

-- Follows from the acts like blocks: the day of the holder's last word on a number. Later complaints are judged by it.
create table last_word (
    mobile   bigint primary key,
    said_on  date not null,
    revision bigint not null
);

-- which bans end between two lists
create index block_by_expiry on block (expires_on);
