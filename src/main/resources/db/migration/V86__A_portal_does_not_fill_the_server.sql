-- Whoever has the portal's login can fill PostgreSQL's queue of notifications: it listens, stays in a transaction, and notifies on and on.
-- A commit that notifies fails then. So the bell is not rung while the queue is a quarter full: both sides look by themselves, too, and
-- are only slower.
create or replace function put_ask(of_ask uuid, words text, milliseconds int) returns void
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
    if pg_notification_queue_usage() < 0.25 then
        perform pg_notify('jinbo_ask', '');
    end if;
end
$$;

create or replace function put_answer(of_ask uuid, words text) returns void
    language plpgsql strict security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
begin
    if octet_length(words) > 1048576 then
        raise exception 'an answer has 1 MB at most' using errcode = 'program_limit_exceeded';
    end if;
    insert into consumer_answer (id, answered_at, body) values (of_ask, now(), words);
    if pg_notification_queue_usage() < 0.25 then
        perform pg_notify('jinbo_answer', encode(sha256(uuid_send(of_ask)), 'hex'));
    end if;
end
$$;

-- For who answers: ends the portal's sessions that have been in a transaction for so long, whatever time-outs they have set themselves. Its
-- transactions take milliseconds; one that stays keeps the queue of notifications, and what is deleted elsewhere, from being cleared. How
-- many were ended; none where the owner of this function is no member of the portal's role, and so may not (docs/database.md).
create function end_long_portal_transactions(milliseconds int) returns bigint
    language sql strict security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
    select count(*) filter (where pg_terminate_backend(pid)) from pg_stat_activity
    where usename = 'jinbo_portal' and xact_start < clock_timestamp() - milliseconds * interval '1 millisecond'
$$;

revoke execute on function end_long_portal_transactions(int) from public;
