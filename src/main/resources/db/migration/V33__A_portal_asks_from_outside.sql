-- A portal that runs as a process of its own ("serve --portal") logs in with a role that may read and write no table: it puts a visitor's
-- ask here by a function, a process that serves takes it, and the answer comes back the same way (jinbo.hatch).
--
-- An ask and its answer hold what a visitor types and sees, numbers and codes included. They lie here for the milliseconds between the two
-- processes: deleted by whoever takes them, in tables that are unlogged, so that nothing of them gets into the write-ahead log, its archive
-- or a standby, and that are empty after a crash, when nobody waits any more. No error quotes them: the functions refuse what the
-- tables would, because the server's log shows the row that a table refuses.
create unlogged table consumer_ask (
    -- drawn by the portal; whoever does not know it cannot take the answer
    id    uuid primary key,
    -- until when somebody waits for the answer
    until timestamptz not null,
    body  text not null check (octet_length(body) <= 65536)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

create index consumer_ask_by_end on consumer_ask (until);

create unlogged table consumer_answer (
    id          uuid primary key,
    answered_at timestamptz not null,
    body        text not null check (octet_length(body) <= 1048576)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

create index consumer_answer_by_age on consumer_answer (answered_at);

-- For the portal: something that is to be done while its visitor waits.
create function put_ask(of_ask uuid, words text, milliseconds int) returns void
    language plpgsql strict security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
begin
    if octet_length(words) > 65536 or milliseconds not between 1 and 60000 then
        raise exception 'an ask has 64 KB at most, and a minute' using errcode = 'program_limit_exceeded';
    end if;
    -- far more than a launch day leaves between two rounds of autovacuum: nobody fills the disk from here
    if pg_total_relation_size('consumer_ask') > 1073741824 then
        raise exception 'more asks lie here than can be waited for' using errcode = 'program_limit_exceeded';
    end if;
    insert into consumer_ask (id, until, body) values (of_ask, now() + milliseconds * interval '1 millisecond', words);
    perform pg_notify('jinbo_ask', '');
end
$$;

-- For the portal: its visitor goes. True if nobody has taken the ask, so that it will not be done.
create function withdraw_ask(of_ask uuid) returns boolean
    language sql strict security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
    with withdrawn as (delete from consumer_ask where id = of_ask returning id)
    select exists (select from withdrawn)
$$;

-- For the portal: the answer, once; null if there is none yet.
create function take_answer(of_ask uuid) returns text
    language sql strict security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
    delete from consumer_answer where id = of_ask returning body
$$;

-- For who answers: asks that somebody still waits for, the oldest first, each to one taker. The index is walked from those of this moment
-- on: a snapshot that is open for long keeps deleted rows, and the planner may have seen the table empty.
create function take_asks(at_most int) returns table (of_ask uuid, words text)
    language sql strict security definer set search_path = "${flyway:defaultSchema}", pg_temp set enable_seqscan = off as $$
    delete from consumer_ask
    where id = any (array(
        select id from consumer_ask where until > now() order by until limit at_most for update skip locked))
    returning id, body
$$;

-- For who answers. The one who waits is told by a hash of the ask's id: all who may log in hear it, and from the id the answer could be
-- taken.
create function put_answer(of_ask uuid, words text) returns void
    language plpgsql strict security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
begin
    if octet_length(words) > 1048576 then
        raise exception 'an answer has 1 MB at most' using errcode = 'program_limit_exceeded';
    end if;
    insert into consumer_answer (id, answered_at, body) values (of_ask, now(), words);
    perform pg_notify('jinbo_answer', encode(sha256(uuid_send(of_ask)), 'hex'));
end
$$;

-- For who answers: what was left behind by a portal that died.
create function forget_old_asks() returns void
    language sql security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
    delete from consumer_ask where until < now() - interval '1 minute';
    delete from consumer_answer where answered_at < now() - interval '2 minutes'
$$;

revoke execute on function put_ask(uuid, text, int), withdraw_ask(uuid), take_answer(uuid), take_asks(int), put_answer(uuid, text),
    forget_old_asks() from public;
