-- Consumers: proofs of numbers, registrations by reference, reminders, and the portal. Only portal_request and
-- portal_response may hold a number, for the moment between two processes.

create table code_challenge (
    id         uuid primary key,
    subject    text not null,
    source     bytea not null,
    code       bytea not null,
    known      boolean not null default false,
    asked_at   timestamptz not null,
    expires_at timestamptz not null,
    tries      smallint not null default 0,
    proven_at  timestamptz
);

comment on table code_challenge is 'Codes that were sent to numbers, each for the one browser that asked for it';
comment on column code_challenge.subject is 'The number as in the access log: <epoch>:<keyed hash>';
comment on column code_challenge.source is 'Keyed hash of the network that it was asked for from';
comment on column code_challenge.code is 'Keyed hash of the code with the challenge''s id';
comment on column code_challenge.known is
    'Whether the browser had proven the number before: strangers do not use up the codes of its holder';

create index code_challenge_by_subject on code_challenge (subject, asked_at);
create index code_challenge_by_age on code_challenge (asked_at);

create table number_proof (
    token      bytea primary key,
    subject    text not null,
    expires_at timestamptz not null
);

comment on table number_proof is 'Proven numbers, for as long as their holders go on without another code';
comment on column number_proof.token is 'SHA-256 of what the holder''s session has';

create index number_proof_by_end on number_proof (expires_at);

create table consumer_registration (
    reference     text primary key,
    request       uuid not null,
    subject       text not null,
    revision      bigint not null unique,
    entry         bigint not null,
    registered_at timestamptz not null,
    named         text[] not null,
    term          text,
    effective_on  date,
    expires_on    date,
    consent       text,
    unique (request, subject),
    constraint consumer_registration_is_a_choice check (num_nulls(term, effective_on, expires_on, consent) in (0, 4)),
    constraint consumer_registration_is_a_cancellation check ((cardinality(named) = 0) = (term is null))
);

comment on table consumer_registration is 'Registrations of consumers, by the reference that was given';
comment on column consumer_registration.request is
    'Of the form that was sent, so that one consumer who sends it twice registers once';
comment on column consumer_registration.entry is 'The result in the access log that vouches for it';
comment on column consumer_registration.named is 'Sectors and insurers; none for a cancellation';
comment on column consumer_registration.consent is
    'Which version of the text about handing the number to insurers was agreed to';

create index consumer_registration_by_subject on consumer_registration (subject);
create index consumer_registration_by_end on consumer_registration (expires_on, revision) where expires_on is not null;

create table reminder (
    reference    text primary key references consumer_registration (reference),
    expires_on   date not null,
    token        bytea unique check (octet_length(token) = 32),
    begun        smallint not null default 0 check (begun >= 0),
    announced_at timestamptz,
    sent_at      timestamptz,
    needless_at  timestamptz,
    renewed_at   timestamptz,
    renewed_by   uuid,
    constraint reminder_announces_its_token check (num_nonnulls(token, announced_at) in (0, 2))
);

comment on table reminder is
    'Reminders that a block ends, one for each registration; the message goes to the number of the registration''s '
    'revision';
comment on column reminder.expires_on is
    'The first day after the block: nobody is reminded from then on, and the link is void';
comment on column reminder.token is 'SHA-256 of what the link of the last message ends with; null: none was sent';
comment on column reminder.begun is 'How often a message was begun of which it is not known that it was not sent';
comment on column reminder.sent_at is 'When a gateway took it';
comment on column reminder.needless_at is 'When the registration was found superseded, or the number in other hands';
comment on column reminder.renewed_at is 'When the link was used';
comment on column reminder.renewed_by is 'Of the form that used the link: sent again it proves nothing a second time';

create index reminder_by_end on reminder (expires_on);

create table gateway_failing (
    gateway  text primary key,
    since    timestamptz not null,
    tried_at timestamptz not null,
    tries    bigint not null check (tries > 0)
);

comment on table gateway_failing is
    'Gateways for short messages that accept none, from the first refused message until an accepted one';
comment on column gateway_failing.tries is 'Messages refused since then';

create table visitor_count (
    kind    text not null,
    of_whom text not null,
    begins  timestamptz not null,
    ends    timestamptz not null,
    counted int not null check (counted >= 0),
    primary key (kind, of_whom, begins)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

comment on table visitor_count is
    'What visitors have used up of a limit within a time, counted for all processes together; removed when its time '
    'has ended';
comment on column visitor_count.kind is 'Of the limit';
comment on column visitor_count.of_whom is 'Keyed hash of a network or of a number; empty: all together';

create index visitor_count_by_end on visitor_count (ends);

create table visitors_turned_away (
    at       timestamptz not null,
    visitors int not null check (visitors > 0)
);

comment on table visitors_turned_away is 'How many visitors were asked to come back; kept for a day';

create index visitors_turned_away_by_time on visitors_turned_away (at);

-- The remote portal ("serve --portal") logs in with a role that may read and write no table. It puts a visitor's
-- request here by a function, a process that serves takes it, and the response comes back the same way. Both hold what
-- a visitor types and sees, numbers and codes included, for the milliseconds between the two processes. The tables are
-- unlogged, so that nothing of them gets into the write-ahead log, its archive or a standby. The functions refuse what
-- the tables would, because the server's log shows the row that a table refuses.
create unlogged table portal_request (
    id    uuid primary key,
    until timestamptz not null,
    body  text not null check (octet_length(body) <= 65536)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

comment on table portal_request is 'Requests of the remote portal; by functions alone';
comment on column portal_request.id is 'Drawn by the portal: who does not know it cannot take the response';
comment on column portal_request.until is 'Until when somebody waits for the response';

create index portal_request_by_end on portal_request (until);

create unlogged table portal_response (
    id          uuid primary key,
    answered_at timestamptz not null,
    body        text not null check (octet_length(body) <= 1048576)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

comment on table portal_response is 'Responses to the remote portal; by functions alone';

create index portal_response_by_age on portal_response (answered_at);

-- For the portal: puts a request while its visitor waits. A notification is skipped while the queue is a quarter full,
-- because a login can fill it and commits that notify would fail then; both sides also look by themselves.
create function put_portal_request(of_request uuid, content text, milliseconds int) returns void
    language plpgsql strict security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
begin
    if octet_length(content) > 65536 or milliseconds not between 1 and 60000 then
        raise exception 'a request has 64 KB at most, and a minute' using errcode = 'program_limit_exceeded';
    end if;
    -- far more than a launch day leaves between two rounds of autovacuum: nobody fills the disk from here
    if pg_total_relation_size('portal_request') > 1073741824 then
        raise exception 'more requests lie here than can be waited for' using errcode = 'program_limit_exceeded';
    end if;
    insert into portal_request (id, until, body)
    values (of_request, now() + milliseconds * interval '1 millisecond', content);
    if pg_notification_queue_usage() < 0.25 then
        perform pg_notify('jinbo_portal_request', '');
    end if;
end
$$;

-- For the portal: its visitor goes. True if nobody has taken the request, so that it will not be processed.
create function withdraw_portal_request(of_request uuid) returns boolean
    language sql strict security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
    with withdrawn as (delete from portal_request where id = of_request returning id)
    select exists (select from withdrawn)
$$;

-- For the portal: the response, once; null if there is none yet.
create function take_portal_response(of_request uuid) returns text
    language sql strict security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
    delete from portal_response where id = of_request returning body
$$;

-- For serving processes: requests that somebody still waits for, the oldest first, each to one taker. The index is
-- walked from those of this moment on: a snapshot that is open for long keeps deleted rows, and the planner may have
-- seen the table empty.
create function take_portal_requests(at_most int) returns table (of_request uuid, content text)
    language sql strict security definer set search_path = "${flyway:defaultSchema}", pg_temp
    set enable_seqscan = off as $$
    delete from portal_request
    where id = any (array(
        select id from portal_request where until > now() order by until limit at_most for update skip locked))
    returning id, body
$$;

-- For serving processes. The notification has a hash of the request's id: all who may log in hear it, and from the id
-- the response could be taken.
create function put_portal_response(of_request uuid, content text) returns void
    language plpgsql strict security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
begin
    if octet_length(content) > 1048576 then
        raise exception 'a response has 1 MB at most' using errcode = 'program_limit_exceeded';
    end if;
    insert into portal_response (id, answered_at, body) values (of_request, now(), content);
    if pg_notification_queue_usage() < 0.25 then
        perform pg_notify('jinbo_portal_response', encode(sha256(uuid_send(of_request)), 'hex'));
    end if;
end
$$;

-- For serving processes: removes what a portal that died has left behind.
create function remove_expired_portal_rows() returns void
    language sql security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
    delete from portal_request where until < now() - interval '1 minute';
    delete from portal_response where answered_at < now() - interval '2 minutes'
$$;

-- For serving processes: ends the portal's sessions that have been in a transaction for so long, whatever time-outs
-- they have set themselves. Its transactions take milliseconds; one that stays keeps the queue of notifications, and
-- deleted rows elsewhere, from being cleared. Returns how many were ended; 0 where the owner of this function is no
-- member of the portal's role, and so may not (docs/operators/database.md).
create function end_long_portal_transactions(milliseconds int) returns bigint
    language sql strict security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
    select count(*) filter (where pg_terminate_backend(pid)) from pg_stat_activity
    where usename = 'jinbo_portal' and xact_start < clock_timestamp() - milliseconds * interval '1 millisecond'
$$;
