-- A database of migrations V1 to V8 as pg_dump and its rows tell it, kept for MigratesFrozenHomeIT. Never edited.
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE FUNCTION public.access_is_open(of_intent bigint) RETURNS boolean
    LANGUAGE plpgsql
    SET lock_timeout TO '3s'
    AS $$
begin
    return exists (select from access_log_open where intent = of_intent);
end
$$;
ALTER FUNCTION public.access_is_open(of_intent bigint) OWNER TO postgres;
CREATE FUNCTION public.block_digits_at(blocks bytea, at integer) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((get_byte(blocks, at) << 2) | (get_byte(blocks, (at + 1)) >> 6));
ALTER FUNCTION public.block_digits_at(blocks bytea, at integer) OWNER TO postgres;
CREATE FUNCTION public.block_effective_on_at(blocks bytea, at integer) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ('2000-01-01'::date + ((((get_byte(blocks, (at + 1)) & 63) << 9) | (get_byte(blocks, (at + 2)) << 1)) | (get_byte(blocks, (at + 3)) >> 7)));
ALTER FUNCTION public.block_effective_on_at(blocks bytea, at integer) OWNER TO postgres;
CREATE FUNCTION public.block_expires_on_at(blocks bytea, at integer) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ('2000-01-01'::date + (((get_byte(blocks, (at + 3)) & 127) << 8) | get_byte(blocks, (at + 4))));
ALTER FUNCTION public.block_expires_on_at(blocks bytea, at integer) OWNER TO postgres;
CREATE FUNCTION public.int2_at(bytes bytea, at integer) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (((get_byte(bytes, at) << 24) | (get_byte(bytes, (at + 1)) << 16)) >> 16);
ALTER FUNCTION public.int2_at(bytes bytea, at integer) OWNER TO postgres;
CREATE FUNCTION public.complained_on_at(registrations bytea, n integer) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ('2000-01-01'::date + public.int2_at(registrations, ((12 * n) + 4)));
ALTER FUNCTION public.complained_on_at(registrations bytea, n integer) OWNER TO postgres;
CREATE FUNCTION public.complaint_at(registrations bytea, n integer) RETURNS smallint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (public.int2_at(registrations, ((12 * n) + 8)))::smallint;
ALTER FUNCTION public.complaint_at(registrations bytea, n integer) OWNER TO postgres;
CREATE FUNCTION public.count_registrations(of_batch bigint) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    select (select coalesce(sum(octet_length(places) / 2), 0) from registration_page where batch = of_batch)
         + (select count(*) from registration_row where batch = of_batch)
$$;
ALTER FUNCTION public.count_registrations(of_batch bigint) OWNER TO postgres;
CREATE FUNCTION public.digits_at(places bytea, n integer) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((get_byte(places, (2 * n)) << 5) | (get_byte(places, ((2 * n) + 1)) & 31));
ALTER FUNCTION public.digits_at(places bytea, n integer) OWNER TO postgres;
CREATE FUNCTION public.end_long_portal_transactions(milliseconds integer) RETURNS bigint
    LANGUAGE sql STRICT SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    select count(*) filter (where pg_terminate_backend(pid)) from pg_stat_activity
    where usename = 'jinbo_portal' and xact_start < clock_timestamp() - milliseconds * interval '1 millisecond'
$$;
ALTER FUNCTION public.end_long_portal_transactions(milliseconds integer) OWNER TO postgres;
CREATE FUNCTION public.erase_registrations(mobiles bigint[], years integer[], epochs integer[], subjects bytea[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    in_rows bigint;
    in_pages bigint;
    removed bigint;
begin
    -- no upload adds a registration between the steps
    perform revision from registry_head for update;
    update registration_row r set mobile = null, subject = g.subject, subject_epoch = g.epoch
    from unnest(mobiles, years, epochs, subjects) g (mobile, year, epoch, subject)
    where (r.mobile / 1000)::int = (g.mobile / 1000)::int and r.mobile = g.mobile
      and (select extract(year from registered_on) from registration_batch where id = r.batch) = g.year;
    get diagnostics in_rows = row_count;
    insert into registration_row (batch, line, scope, complaint, complained_on, effective_on, expires_on, subject,
                                  subject_epoch)
    select r.batch, r.line, r.scope, r.complaint, r.complained_on, r.effective_on, r.expires_on, g.subject, g.epoch
    from unnest(mobiles, years, epochs, subjects) g (mobile, year, epoch, subject)
    cross join lateral (select * from registrations_on(g.mobile) offset 0) r
    where (select extract(year from registered_on) from registration_batch where id = r.batch) = g.year;
    get diagnostics in_pages = row_count;
    with hit as materialized (
        select p.at, array_agg(place_of(g.mobile)) as gone
        from unnest(mobiles, years) g (mobile, year)
        cross join lateral (select ctid as at, batch from registration_page
                            where thousand = (g.mobile / 1000)::int and position(place_of(g.mobile) in places) > 0
                            offset 0) p
        where (select extract(year from registered_on) from registration_batch where id = p.batch) = g.year
        group by 1
    ), rest as materialized (
        select h.at,
               count(*) filter (where substring(p.places from 2 * n + 1 for 2) = any (h.gone)) as removed,
               string_agg(substring(p.places from 2 * n + 1 for 2), ''::bytea order by n)
                   filter (where substring(p.places from 2 * n + 1 for 2) <> all (h.gone)) as places,
               string_agg(substring(p.registrations from 12 * n + 1 for 12), ''::bytea order by n)
                   filter (where substring(p.places from 2 * n + 1 for 2) <> all (h.gone)) as registrations
        from hit h
        join registration_page p on p.ctid = h.at
        cross join lateral generate_series(0, octet_length(p.places) / 2 - 1) n
        group by 1
    ), emptied as (
        delete from registration_page p using rest where p.ctid = rest.at and rest.places is null
    ), shortened as (
        update registration_page p set places = rest.places, registrations = rest.registrations
        from rest where p.ctid = rest.at and rest.places is not null
    )
    select coalesce(sum(rest.removed), 0) into removed from rest;
    -- not by rising number, which only somebody who writes past the program can bring about
    if removed <> in_pages then
        raise exception 'the pages of these numbers are damaged: run "registry verify"';
    end if;
    return in_rows + in_pages;
end
$$;
ALTER FUNCTION public.erase_registrations(mobiles bigint[], years integer[], epochs integer[], subjects bytea[]) OWNER TO postgres;
CREATE FUNCTION public.expires_on_at(registrations bytea, n integer) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ('2000-01-01'::date + public.int2_at(registrations, ((12 * n) + 6)));
ALTER FUNCTION public.expires_on_at(registrations bytea, n integer) OWNER TO postgres;
CREATE FUNCTION public.follow_open_cases() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if new.state = 'CLOSED' then
        delete from call_case_open where call_case = new.call_case;
    else
        insert into call_case_open values (new.call_case) on conflict do nothing;
    end if;
    return null;
end
$$;
ALTER FUNCTION public.follow_open_cases() OWNER TO postgres;
CREATE FUNCTION public.int4_at(bytes bytea, at integer) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((((get_byte(bytes, at) << 24) | (get_byte(bytes, (at + 1)) << 16)) | (get_byte(bytes, (at + 2)) << 8)) | get_byte(bytes, (at + 3)));
ALTER FUNCTION public.int4_at(bytes bytea, at integer) OWNER TO postgres;
CREATE FUNCTION public.line_at(registrations bytea, n integer) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN public.int4_at(registrations, (12 * n));
ALTER FUNCTION public.line_at(registrations bytea, n integer) OWNER TO postgres;
CREATE FUNCTION public.place_of(mobile bigint) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN int2send((((((((mobile % (1000)::bigint))::integer >> 5) << 8) | 128) | (((mobile % (1000)::bigint))::integer & 31)))::smallint);
ALTER FUNCTION public.place_of(mobile bigint) OWNER TO postgres;
CREATE FUNCTION public.put_portal_request(of_request uuid, content text, milliseconds integer) RETURNS void
    LANGUAGE plpgsql STRICT SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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
ALTER FUNCTION public.put_portal_request(of_request uuid, content text, milliseconds integer) OWNER TO postgres;
CREATE FUNCTION public.put_portal_response(of_request uuid, content text) RETURNS void
    LANGUAGE plpgsql STRICT SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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
ALTER FUNCTION public.put_portal_response(of_request uuid, content text) OWNER TO postgres;
CREATE FUNCTION public.refuse_another_number() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if (old.mobile, old.subject, old.subject_epoch) is distinct from (new.mobile, new.subject, new.subject_epoch)
            and (old.mobile is null or new.mobile is not null) then
        raise exception 'the number of a registration is erased once or stays';
    end if;
    return new;
end
$$;
ALTER FUNCTION public.refuse_another_number() OWNER TO postgres;
CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    raise exception 'rows of % are never changed or removed', tg_table_name;
end
$$;
ALTER FUNCTION public.refuse_change() OWNER TO postgres;
CREATE FUNCTION public.refuse_late_day() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if exists (select from calendar_version where number = new.version and xmin <> pg_current_xact_id()::xid) then
        raise exception 'a version of the calendar is put in whole';
    end if;
    return new;
end
$$;
ALTER FUNCTION public.refuse_late_day() OWNER TO postgres;
CREATE FUNCTION public.refuse_second_bundled_calendar() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if new.imported_by is null and exists (select from calendar_version) then
        raise exception 'the calendar that came with the program is there, and others are loaded by somebody';
    end if;
    return new;
end
$$;
ALTER FUNCTION public.refuse_second_bundled_calendar() OWNER TO postgres;
CREATE FUNCTION public.scope_at(registrations bytea, n integer) RETURNS smallint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (public.int2_at(registrations, ((12 * n) + 10)))::smallint;
ALTER FUNCTION public.scope_at(registrations bytea, n integer) OWNER TO postgres;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.registration_page (
    batch bigint NOT NULL,
    thousand integer NOT NULL,
    effective_on date NOT NULL,
    places bytea NOT NULL,
    registrations bytea NOT NULL,
    CONSTRAINT registration_page_is_whole CHECK ((((octet_length(places) >= 2) AND (octet_length(places) <= 1000)) AND ((octet_length(places) % 2) = 0) AND (octet_length(registrations) = (6 * octet_length(places)))))
);
ALTER TABLE ONLY public.registration_page ALTER COLUMN places SET STORAGE PLAIN;
ALTER TABLE ONLY public.registration_page ALTER COLUMN registrations SET STORAGE PLAIN;
ALTER TABLE public.registration_page OWNER TO postgres;
COMMENT ON TABLE public.registration_page IS 'Complaints of one batch on numbers of one thousand. Changed by erasure alone. Holds phone numbers: for jinbo_numbers only';
COMMENT ON COLUMN public.registration_page.thousand IS 'The numbers without their last three digits';
COMMENT ON COLUMN public.registration_page.places IS 'By rising number, two bytes each: place_of';
COMMENT ON COLUMN public.registration_page.registrations IS 'In the same order, twelve bytes each, high bytes first: line (4), and two each of complained_on and expires_on in days since 2000-01-01, complaint, scope';
CREATE TABLE public.registration_row (
    batch bigint NOT NULL,
    line integer NOT NULL,
    mobile bigint,
    scope smallint NOT NULL,
    complaint smallint,
    complained_on date,
    effective_on date NOT NULL,
    expires_on date NOT NULL,
    subject bytea,
    subject_epoch smallint,
    CONSTRAINT registration_names_a_number_or_a_subject CHECK (((num_nonnulls(mobile, subject) = 1) AND ((subject IS NULL) = (subject_epoch IS NULL)))),
    CONSTRAINT registration_row_subject_check CHECK ((octet_length(subject) = 32))
);
ALTER TABLE public.registration_row OWNER TO postgres;
COMMENT ON TABLE public.registration_row IS 'Registrations that lie in no page: of a consumer, or with an erased number. Changed by erasure alone. Holds phone numbers: for jinbo_numbers only';
COMMENT ON COLUMN public.registration_row.scope IS 'insurer.scope, or a sector: 32001 LIFE, 32002 PROPERTY; 0 where a consumer names nobody';
COMMENT ON COLUMN public.registration_row.complaint IS 'What the complaint is about; null for a consumer''s choice';
COMMENT ON COLUMN public.registration_row.subject IS 'Of an erased number: HMAC-SHA-256 of its 11 digits under the key of subject_epoch, which lies outside the database';
COMMENT ON COLUMN public.registration_row.subject_epoch IS 'The year of the key';
CREATE VIEW public.registration WITH (security_invoker='true') AS
 SELECT p.batch,
    public.line_at(p.registrations, n.n) AS line,
    ((p.thousand * (1000)::bigint) + public.digits_at(p.places, n.n)) AS mobile,
    public.scope_at(p.registrations, n.n) AS scope,
    public.complaint_at(p.registrations, n.n) AS complaint,
    public.complained_on_at(p.registrations, n.n) AS complained_on,
    p.effective_on,
    public.expires_on_at(p.registrations, n.n) AS expires_on,
    NULL::bytea AS subject,
    NULL::smallint AS subject_epoch,
    p.thousand
   FROM (public.registration_page p
     CROSS JOIN LATERAL generate_series(0, ((octet_length(p.places) / 2) - 1)) n(n))
UNION ALL
 SELECT registration_row.batch,
    registration_row.line,
    registration_row.mobile,
    registration_row.scope,
    registration_row.complaint,
    registration_row.complained_on,
    registration_row.effective_on,
    registration_row.expires_on,
    registration_row.subject,
    registration_row.subject_epoch,
    ((registration_row.mobile / 1000))::integer AS thousand
   FROM public.registration_row;
ALTER TABLE public.registration OWNER TO postgres;
COMMENT ON VIEW public.registration IS 'All registrations, one a row, of registration_page and registration_row';
CREATE FUNCTION public.registrations_on(of_mobile bigint) RETURNS SETOF public.registration
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
    select p.batch,
           line_at(p.registrations, n),
           of_mobile,
           scope_at(p.registrations, n),
           complaint_at(p.registrations, n),
           complained_on_at(p.registrations, n),
           p.effective_on,
           expires_on_at(p.registrations, n),
           null::bytea,
           null::smallint,
           p.thousand
    from registration_page p
    cross join lateral generate_series(0, octet_length(p.places) / 2 - 1) n
    where p.thousand = (of_mobile / 1000)::int
      and substring(p.places from 1 for 2) <= place_of(of_mobile)
      and substring(p.places from octet_length(p.places) - 1) >= place_of(of_mobile)
      and position(place_of(of_mobile) in p.places) > 0
      and substring(p.places from 2 * n + 1 for 2) = place_of(of_mobile)
    union all
    select batch, line, mobile, scope, complaint, complained_on, effective_on, expires_on, subject, subject_epoch,
           (mobile / 1000)::int
    from registration_row
    where (mobile / 1000)::int = (of_mobile / 1000)::int and mobile = of_mobile
$$;
ALTER FUNCTION public.registrations_on(of_mobile bigint) OWNER TO postgres;
CREATE FUNCTION public.remove_expired_portal_rows() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    delete from portal_request where until < now() - interval '1 minute';
    delete from portal_response where answered_at < now() - interval '2 minutes'
$$;
ALTER FUNCTION public.remove_expired_portal_rows() OWNER TO postgres;
CREATE FUNCTION public.take_portal_requests(at_most integer) RETURNS TABLE(of_request uuid, content text)
    LANGUAGE sql STRICT SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET enable_seqscan TO 'off'
    AS $$
    delete from portal_request
    where id = any (array(
        select id from portal_request where until > now() order by until limit at_most for update skip locked))
    returning id, body
$$;
ALTER FUNCTION public.take_portal_requests(at_most integer) OWNER TO postgres;
CREATE FUNCTION public.take_portal_response(of_request uuid) RETURNS text
    LANGUAGE sql STRICT SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    delete from portal_response where id = of_request returning body
$$;
ALTER FUNCTION public.take_portal_response(of_request uuid) OWNER TO postgres;
CREATE FUNCTION public.withdraw_portal_request(of_request uuid) RETURNS boolean
    LANGUAGE sql STRICT SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    with withdrawn as (delete from portal_request where id = of_request returning id)
    select exists (select from withdrawn)
$$;
ALTER FUNCTION public.withdraw_portal_request(of_request uuid) OWNER TO postgres;
CREATE FUNCTION public.write_access_entry(at timestamp with time zone, phase text, of_intent bigint, actor text, role text, operating_system_user text, confirmed_by text, action text, purpose text, insurer text, object text, outcome text, numbers bigint, acts_batch bigint, acts_revision bigint, acts_count bigint, acts_digest text, list_sequence bigint, list_sha256 text, subject text) RETURNS bigint
    LANGUAGE plpgsql
    SET lock_timeout TO '10s'
    AS $_$
#variable_conflict use_column
declare
    written bigint;
begin
    if phase = 'RESULT' then
        delete from access_log_open o where o.intent = of_intent;
        if not found then
            return null;
        end if;
    end if;
    insert into access_log_entry (at, phase, intent, actor, role, operating_system_user, confirmed_by, action, purpose,
                                  insurer, object, outcome, numbers, acts_batch, acts_revision, acts_count, acts_digest,
                                  list_sequence, list_sha256, subject)
    select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20
    from access_log_head
    returning id into written;
    if written is null then
        raise exception 'the access log has no head to put entries under';
    end if;
    insert into access_log_pending (entry) values (written);
    if phase = 'INTENT' then
        insert into access_log_open (intent, insurer, action) values (written, $10, $8);
    end if;
    return written;
end
$_$;
ALTER FUNCTION public.write_access_entry(at timestamp with time zone, phase text, of_intent bigint, actor text, role text, operating_system_user text, confirmed_by text, action text, purpose text, insurer text, object text, outcome text, numbers bigint, acts_batch bigint, acts_revision bigint, acts_count bigint, acts_digest text, list_sequence bigint, list_sha256 text, subject text) OWNER TO postgres;
CREATE TABLE public.access_log_acceptance (
    alarm bigint NOT NULL,
    accepted_by text NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL
);
ALTER TABLE public.access_log_acceptance OWNER TO postgres;
COMMENT ON TABLE public.access_log_acceptance IS 'The decision of two people on an alarm; deliveries go on once every alarm has one';
CREATE TABLE public.access_log_alarm (
    id bigint NOT NULL,
    kind text NOT NULL,
    detail text NOT NULL,
    at timestamp with time zone NOT NULL
);
ALTER TABLE public.access_log_alarm OWNER TO postgres;
COMMENT ON TABLE public.access_log_alarm IS 'What was found that an honest log cannot show. Nothing is delivered while one is open';
COMMENT ON COLUMN public.access_log_alarm.detail IS 'Where, for example the index of the first entry that is wrong';
ALTER TABLE public.access_log_alarm ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.access_log_alarm_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.access_log_checkpoint (
    id bigint NOT NULL,
    size bigint NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL
);
ALTER TABLE public.access_log_checkpoint OWNER TO postgres;
COMMENT ON TABLE public.access_log_checkpoint IS 'Signed tree heads; the last one is kept outside the database, too. Append-only';
COMMENT ON COLUMN public.access_log_checkpoint.note IS 'The checkpoint itself, a C2SP signed note';
ALTER TABLE public.access_log_checkpoint ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.access_log_checkpoint_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.access_log_entry (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    phase text NOT NULL,
    intent bigint,
    actor text NOT NULL,
    role text NOT NULL,
    operating_system_user text NOT NULL,
    confirmed_by text,
    action text NOT NULL,
    purpose text NOT NULL,
    insurer text,
    object text NOT NULL,
    outcome text,
    numbers bigint,
    acts_batch bigint,
    acts_revision bigint,
    acts_count bigint,
    acts_digest text,
    list_sequence bigint,
    list_sha256 text,
    subject text,
    CONSTRAINT access_log_entry_counts_numbers CHECK (((phase = 'RESULT'::text) = (numbers IS NOT NULL))),
    CONSTRAINT access_log_entry_has_an_outcome CHECK (((phase = 'INTENT'::text) = (outcome IS NULL))),
    CONSTRAINT access_log_entry_names_its_intent CHECK (((phase = 'RESULT'::text) = (intent IS NOT NULL))),
    CONSTRAINT access_log_entry_phase_check CHECK ((phase = ANY (ARRAY['INTENT'::text, 'RESULT'::text, 'REFUSAL'::text]))),
    CONSTRAINT access_log_entry_role_check CHECK ((role = ANY (ARRAY['BATCH'::text, 'OPERATOR'::text, 'KEY_OFFICER'::text, 'AUDITOR'::text, 'SYSTEM'::text, 'CONSUMER'::text]))),
    CONSTRAINT access_log_entry_vouches_for_a_batch CHECK ((num_nulls(acts_batch, acts_revision, acts_count, acts_digest) = ANY (ARRAY[0, 4]))),
    CONSTRAINT access_log_entry_vouches_for_a_list CHECK ((num_nulls(list_sequence, list_sha256) = ANY (ARRAY[0, 2])))
);
ALTER TABLE public.access_log_entry OWNER TO postgres;
COMMENT ON TABLE public.access_log_entry IS 'An INTENT before an access, a RESULT after it, a REFUSAL where it was not allowed. Append-only';
COMMENT ON COLUMN public.access_log_entry.intent IS 'The entry that this one is the result of';
COMMENT ON COLUMN public.access_log_entry.confirmed_by IS 'The second person';
COMMENT ON COLUMN public.access_log_entry.numbers IS 'How many phone numbers were accessed';
COMMENT ON COLUMN public.access_log_entry.acts_batch IS 'The batch of registrations that the entry vouches for; the four acts_ columns are named as in the format of entries';
COMMENT ON COLUMN public.access_log_entry.acts_digest IS 'Digest over keyed hashes of the registrations of the batch';
COMMENT ON COLUMN public.access_log_entry.list_sha256 IS 'Of the sealed list; a hash of the clear rows would give those of a short list away';
COMMENT ON COLUMN public.access_log_entry.subject IS 'The one number that was looked at, as <epoch>:<keyed hash>; the key is destroyed when retention is over';
ALTER TABLE public.access_log_entry ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.access_log_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.access_log_head (
    only_row boolean DEFAULT true NOT NULL,
    size bigint NOT NULL,
    root bytea NOT NULL,
    CONSTRAINT access_log_head_only_row_check CHECK (only_row)
);
ALTER TABLE public.access_log_head OWNER TO postgres;
COMMENT ON TABLE public.access_log_head IS 'One row: size and root hash of the tree; changes together with its tiles';
CREATE TABLE public.access_log_open (
    intent bigint NOT NULL,
    insurer text,
    action text NOT NULL
);
ALTER TABLE public.access_log_open OWNER TO postgres;
COMMENT ON TABLE public.access_log_open IS 'Intents that have no result yet';
CREATE TABLE public.access_log_pending (
    entry bigint NOT NULL
);
ALTER TABLE public.access_log_pending OWNER TO postgres;
COMMENT ON TABLE public.access_log_pending IS 'Entries that are durable and have no place in the tree yet';
CREATE TABLE public.access_log_place (
    index bigint NOT NULL,
    entry bigint NOT NULL
);
ALTER TABLE public.access_log_place OWNER TO postgres;
COMMENT ON TABLE public.access_log_place IS 'Where entries stand in the tree, from 0 without gaps. Append-only';
CREATE TABLE public.access_log_tile (
    level smallint NOT NULL,
    n bigint NOT NULL,
    hashes bytea NOT NULL,
    CONSTRAINT access_log_tile_hashes_check CHECK ((((length(hashes) >= 32) AND (length(hashes) <= 8192)) AND ((length(hashes) % 32) = 0)))
);
ALTER TABLE ONLY public.access_log_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;
ALTER TABLE public.access_log_tile OWNER TO postgres;
COMMENT ON TABLE public.access_log_tile IS 'The tree (C2SP tlog-tiles): up to 256 hashes of 32 bytes each; those of level 0 are leaf hashes';
CREATE TABLE public.acknowledgement (
    inbound_file bigint NOT NULL,
    insurer text NOT NULL,
    sequence bigint NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    entries bigint NOT NULL,
    list_digest text NOT NULL,
    agrees boolean NOT NULL,
    CONSTRAINT acknowledgement_entries_check CHECK ((entries >= 0)),
    CONSTRAINT acknowledgement_list_digest_check CHECK ((list_digest ~ '^[0-9a-f]{64}$'::text))
);
ALTER TABLE public.acknowledgement OWNER TO postgres;
COMMENT ON TABLE public.acknowledgement IS 'Lists that an insurer says it has applied; kept for ever. Append-only';
COMMENT ON COLUMN public.acknowledgement.entries IS 'Of the list that the insurer holds now';
COMMENT ON COLUMN public.acknowledgement.agrees IS 'Whether entries and list_digest are those of the list that was sent';
CREATE TABLE public.acknowledgement_unit (
    inbound_file bigint NOT NULL,
    unit text NOT NULL
);
ALTER TABLE public.acknowledgement_unit OWNER TO postgres;
COMMENT ON TABLE public.acknowledgement_unit IS 'Sales units that have the list, as the insurer says. Append-only';
CREATE TABLE public.alert_notified (
    occurrence bigint NOT NULL,
    notifier text NOT NULL,
    kind text NOT NULL,
    notified_at timestamp with time zone NOT NULL,
    CONSTRAINT alert_notified_kind_check CHECK ((kind = ANY (ARRAY['NEW'::text, 'OVER'::text])))
);
ALTER TABLE public.alert_notified OWNER TO postgres;
COMMENT ON TABLE public.alert_notified IS 'Messages about alerts that a receiver has taken';
CREATE TABLE public.alert_occurrence (
    id bigint NOT NULL,
    message_id uuid DEFAULT gen_random_uuid() NOT NULL,
    code text NOT NULL,
    insurer text NOT NULL,
    subject text NOT NULL,
    level text NOT NULL,
    detail text,
    raised_at timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    replaced_by bigint,
    CONSTRAINT alert_occurrence_replaced_is_resolved CHECK (((replaced_by IS NULL) OR (resolved_at IS NOT NULL)))
);
ALTER TABLE public.alert_occurrence OWNER TO postgres;
COMMENT ON TABLE public.alert_occurrence IS 'Each time that an alert was raised; the row stays when it is resolved';
COMMENT ON COLUMN public.alert_occurrence.message_id IS 'By which receivers know a repeated message; ids come again after a restore, and in other exchanges';
COMMENT ON COLUMN public.alert_occurrence.insurer IS 'The insurer''s code; empty if it is about none';
COMMENT ON COLUMN public.alert_occurrence.subject IS 'What makes it another alert beside those of the same code and insurer, a year for example; mostly empty';
COMMENT ON COLUMN public.alert_occurrence.level IS 'How pressing it is; a more pressing one is another occurrence';
COMMENT ON COLUMN public.alert_occurrence.detail IS 'As it was when it was raised';
COMMENT ON COLUMN public.alert_occurrence.replaced_by IS 'The more pressing one that took its place: it is not over then, and nobody is notified that it is';
ALTER TABLE public.alert_occurrence ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.alert_occurrence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.answer (
    inbound_file bigint NOT NULL,
    answer integer NOT NULL,
    kind text NOT NULL,
    insurer text NOT NULL,
    name text NOT NULL,
    spooled_as text NOT NULL,
    size bigint NOT NULL,
    sha256 text NOT NULL,
    delivered_at timestamp with time zone,
    CONSTRAINT answer_kind_check CHECK ((kind = ANY (ARRAY['OUTCOME'::text, 'RECEIPT'::text])))
);
ALTER TABLE public.answer OWNER TO postgres;
COMMENT ON TABLE public.answer IS 'Sealed answers to files: their bytes are durable in the spool before a row stands here, and leave only after it does';
COMMENT ON COLUMN public.answer.answer IS 'Which answer to the file, from 1';
CREATE TABLE public.batch_job_execution (
    job_execution_id bigint NOT NULL,
    version bigint,
    job_instance_id bigint NOT NULL,
    create_time timestamp without time zone NOT NULL,
    start_time timestamp without time zone,
    end_time timestamp without time zone,
    status character varying(10),
    exit_code character varying(2500),
    exit_message character varying(2500),
    last_updated timestamp without time zone
);
ALTER TABLE public.batch_job_execution OWNER TO postgres;
COMMENT ON TABLE public.batch_job_execution IS 'Spring Batch: each attempt to run a job instance';
CREATE TABLE public.batch_job_execution_context (
    job_execution_id bigint NOT NULL,
    short_context character varying(2500) NOT NULL,
    serialized_context text
);
ALTER TABLE public.batch_job_execution_context OWNER TO postgres;
COMMENT ON TABLE public.batch_job_execution_context IS 'Spring Batch: what a job needs to restart';
CREATE TABLE public.batch_job_execution_params (
    job_execution_id bigint NOT NULL,
    parameter_name character varying(100) NOT NULL,
    parameter_type character varying(100) NOT NULL,
    parameter_value character varying(2500),
    identifying character(1) NOT NULL
);
ALTER TABLE public.batch_job_execution_params OWNER TO postgres;
COMMENT ON TABLE public.batch_job_execution_params IS 'Spring Batch: the parameters of a job execution';
CREATE SEQUENCE public.batch_job_execution_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER TABLE public.batch_job_execution_seq OWNER TO postgres;
CREATE TABLE public.batch_job_instance (
    job_instance_id bigint NOT NULL,
    version bigint,
    job_name character varying(100) NOT NULL,
    job_key character varying(32) NOT NULL
);
ALTER TABLE public.batch_job_instance OWNER TO postgres;
COMMENT ON TABLE public.batch_job_instance IS 'Spring Batch: one job with one set of identifying parameters';
CREATE SEQUENCE public.batch_job_instance_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER TABLE public.batch_job_instance_seq OWNER TO postgres;
CREATE TABLE public.batch_step_execution (
    step_execution_id bigint NOT NULL,
    version bigint NOT NULL,
    step_name character varying(100) NOT NULL,
    job_execution_id bigint NOT NULL,
    create_time timestamp without time zone NOT NULL,
    start_time timestamp without time zone,
    end_time timestamp without time zone,
    status character varying(10),
    commit_count bigint,
    read_count bigint,
    filter_count bigint,
    write_count bigint,
    read_skip_count bigint,
    write_skip_count bigint,
    process_skip_count bigint,
    rollback_count bigint,
    exit_code character varying(2500),
    exit_message character varying(2500),
    last_updated timestamp without time zone
);
ALTER TABLE public.batch_step_execution OWNER TO postgres;
COMMENT ON TABLE public.batch_step_execution IS 'Spring Batch: each attempt to run a step';
CREATE TABLE public.batch_step_execution_context (
    step_execution_id bigint NOT NULL,
    short_context character varying(2500) NOT NULL,
    serialized_context text
);
ALTER TABLE public.batch_step_execution_context OWNER TO postgres;
COMMENT ON TABLE public.batch_step_execution_context IS 'Spring Batch: what a step needs to restart';
CREATE SEQUENCE public.batch_step_execution_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER TABLE public.batch_step_execution_seq OWNER TO postgres;
CREATE TABLE public.block_page (
    thousand integer NOT NULL,
    scope smallint NOT NULL,
    blocks bytea NOT NULL,
    revision bigint NOT NULL,
    CONSTRAINT block_page_blocks_check CHECK ((((octet_length(blocks) >= 5) AND (octet_length(blocks) <= 5000)) AND ((octet_length(blocks) % 5) = 0)))
)
WITH (fillfactor='50');
ALTER TABLE ONLY public.block_page ALTER COLUMN blocks SET STORAGE PLAIN;
ALTER TABLE public.block_page OWNER TO postgres;
COMMENT ON TABLE public.block_page IS 'Blocks of the numbers of one thousand for one scope: a page for the sector, and one for each insurer that a registration named alone. An insurer''s own block is its whole truth: the sector''s registrations are folded into it. Holds phone numbers: for jinbo_numbers only';
COMMENT ON COLUMN public.block_page.scope IS 'insurer.scope, or a sector: 32001 LIFE, 32002 PROPERTY';
COMMENT ON COLUMN public.block_page.blocks IS 'By rising number, five bytes each, high bits first: 10 bits of the last three digits, 15 each of the days since 2000-01-01 on which the block begins and ends';
COMMENT ON COLUMN public.block_page.revision IS 'That changed the page last';
CREATE VIEW public.block WITH (security_invoker='true') AS
 SELECT ((page.thousand * (1000)::bigint) + public.block_digits_at(page.blocks, n.n)) AS mobile,
    page.scope,
    public.block_effective_on_at(page.blocks, n.n) AS effective_on,
    public.block_expires_on_at(page.blocks, n.n) AS expires_on,
    page.revision,
    page.thousand
   FROM (public.block_page page
     CROSS JOIN LATERAL generate_series(0, (octet_length(page.blocks) - 5), 5) n(n));
ALTER TABLE public.block OWNER TO postgres;
COMMENT ON VIEW public.block IS 'The blocks of block_page, one a row';
CREATE TABLE public.block_list (
    insurer text NOT NULL,
    sequence bigint NOT NULL,
    publication bigint NOT NULL,
    kind text NOT NULL,
    revision bigint NOT NULL,
    as_of timestamp with time zone NOT NULL,
    use_by date NOT NULL,
    rows bigint NOT NULL,
    entries bigint NOT NULL,
    size bigint NOT NULL,
    sha256 text NOT NULL,
    content_sha256 text NOT NULL,
    list_digest text NOT NULL,
    encrypted_to text[] NOT NULL,
    manifest_sha256 text NOT NULL,
    previous_manifest_sha256 text,
    access_log_index bigint NOT NULL,
    list_delivered_at timestamp with time zone,
    manifest_delivered_at timestamp with time zone,
    access_log_checkpoint text,
    access_log_consistency text[],
    CONSTRAINT block_list_kind_check CHECK ((kind = ANY (ARRAY['full'::text, 'delta'::text]))),
    CONSTRAINT block_list_sequence_check CHECK ((sequence > 0))
);
ALTER TABLE public.block_list OWNER TO postgres;
COMMENT ON TABLE public.block_list IS 'Sealed lists; the bytes are durable in the spool before the row, and leave only after it. Columns as in the manifest';
COMMENT ON COLUMN public.block_list.rows IS 'Of the file';
COMMENT ON COLUMN public.block_list.entries IS 'Of the list that the insurer then holds';
COMMENT ON COLUMN public.block_list.encrypted_to IS 'Fingerprints of the certificates';
CREATE TABLE public.block_list_gap (
    insurer text NOT NULL,
    first_missing bigint NOT NULL,
    last_missing bigint NOT NULL,
    manifest_sha256 text,
    recovery bigint NOT NULL,
    CONSTRAINT block_list_gap_begins_first CHECK ((first_missing <= last_missing)),
    CONSTRAINT block_list_gap_first_missing_check CHECK ((first_missing > 0))
);
ALTER TABLE public.block_list_gap OWNER TO postgres;
COMMENT ON TABLE public.block_list_gap IS 'Sequences of lists that left, or may have left, before a restore, and of which no list is recorded; the next list counts on above';
COMMENT ON COLUMN public.block_list_gap.manifest_sha256 IS 'Of the last one''s sealed manifest, where that could still be had';
CREATE TABLE public.calendar_day (
    version integer NOT NULL,
    day date NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    CONSTRAINT calendar_day_kind_check CHECK ((kind = ANY (ARRAY['HOLIDAY'::text, 'WORKDAY'::text])))
);
ALTER TABLE public.calendar_day OWNER TO postgres;
COMMENT ON TABLE public.calendar_day IS 'Days of a calendar that are not what their weekday says';
CREATE SEQUENCE public.calendar_number
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER TABLE public.calendar_number OWNER TO postgres;
CREATE TABLE public.calendar_version (
    number integer NOT NULL,
    version text NOT NULL,
    imported_at timestamp with time zone,
    imported_by text,
    CONSTRAINT calendar_version_imported_by_check CHECK ((imported_by <> ''::text)),
    CONSTRAINT calendar_version_is_imported_by_somebody CHECK (((imported_at IS NULL) = (imported_by IS NULL)))
);
ALTER TABLE public.calendar_version OWNER TO postgres;
COMMENT ON TABLE public.calendar_version IS 'Working-day calendars';
COMMENT ON COLUMN public.calendar_version.version IS 'Years and number, as 2012-2026.1';
COMMENT ON COLUMN public.calendar_version.imported_at IS 'Null for the calendar that comes with the program';
CREATE TABLE public.call_case (
    id bigint NOT NULL,
    number text NOT NULL,
    request uuid,
    insurer text,
    called_at timestamp with time zone NOT NULL,
    purpose text NOT NULL,
    source text NOT NULL,
    subject text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    CONSTRAINT call_case_number_check CHECK ((number ~ '^C\d{4}-[0-9A-HJKMNP-TV-Z]{8}-[0-9A-HJKMNP-TV-Z]$'::text)),
    CONSTRAINT call_case_purpose_check CHECK ((purpose = ANY (ARRAY['SALES'::text, 'RENEWAL'::text, 'SERVICE'::text, 'OTHER'::text]))),
    CONSTRAINT call_case_source_check CHECK ((source = ANY (ARRAY['CONSUMER'::text, 'OPERATOR'::text]))),
    CONSTRAINT call_case_subject_check CHECK ((subject ~ '^\d{4}:[0-9a-f]{64}$'::text))
);
ALTER TABLE public.call_case OWNER TO postgres;
COMMENT ON TABLE public.call_case IS 'Cases: a consumer complains about a call. No number stands here';
COMMENT ON COLUMN public.call_case.number IS 'Drawn, not counted: who has one must not know the next';
COMMENT ON COLUMN public.call_case.request IS 'Of the form that was sent, so that one consumer who sends it twice opens one case';
COMMENT ON COLUMN public.call_case.insurer IS 'Null: the consumer does not know';
COMMENT ON COLUMN public.call_case.source IS 'Who reported it: the consumer, or an operator for the consumer';
COMMENT ON COLUMN public.call_case.subject IS 'The consumer''s number as in the access log, hashed under the key of the year before the colon';
CREATE TABLE public.call_case_answer (
    id bigint NOT NULL,
    call_case bigint NOT NULL,
    insurer text NOT NULL,
    inbound_file bigint NOT NULL,
    line integer NOT NULL,
    received_at timestamp with time zone NOT NULL,
    answer text NOT NULL,
    dispute text,
    words text NOT NULL,
    policy_from date,
    policy_until date,
    sold_by_telephone boolean,
    service_call boolean,
    evidence_reference text,
    CONSTRAINT call_case_answer_answer_check CHECK ((answer = ANY (ARRAY['ACCEPT'::text, 'DISPUTE'::text, 'EXEMPTION'::text, 'APPEAL'::text]))),
    CONSTRAINT call_case_answer_dispute_check CHECK ((dispute = ANY (ARRAY['NOT_OUR_CALL'::text, 'NOT_A_SALES_CALL'::text, 'LIST_NOT_RECEIVED'::text, 'OTHER'::text]))),
    CONSTRAINT call_case_answer_disputes CHECK (((answer = 'DISPUTE'::text) = (dispute IS NOT NULL))),
    CONSTRAINT call_case_answer_evidence_reference_check CHECK (((length(evidence_reference) >= 1) AND (length(evidence_reference) <= 40))),
    CONSTRAINT call_case_answer_has_evidence CHECK (((answer = 'EXEMPTION'::text) = (evidence_reference IS NOT NULL))),
    CONSTRAINT call_case_answer_has_policy_from CHECK (((answer = 'EXEMPTION'::text) = (policy_from IS NOT NULL))),
    CONSTRAINT call_case_answer_has_policy_until CHECK (((answer = 'EXEMPTION'::text) = (policy_until IS NOT NULL))),
    CONSTRAINT call_case_answer_has_service_call CHECK (((answer = 'EXEMPTION'::text) = (service_call IS NOT NULL))),
    CONSTRAINT call_case_answer_has_sold_by_telephone CHECK (((answer = 'EXEMPTION'::text) = (sold_by_telephone IS NOT NULL))),
    CONSTRAINT call_case_answer_policy_begins_first CHECK ((policy_from <= policy_until)),
    CONSTRAINT call_case_answer_words_check CHECK ((length(words) <= 200))
);
ALTER TABLE public.call_case_answer OWNER TO postgres;
COMMENT ON TABLE public.call_case_answer IS 'What an insurer answers to a case: rows of an accepted file. Its words are masked, so no number stands here. Append-only';
COMMENT ON COLUMN public.call_case_answer.policy_from IS 'Of the exemption that is claimed: first day of the policy';
COMMENT ON COLUMN public.call_case_answer.evidence_reference IS 'By which sign the proof of the exemption is found at the insurer';
ALTER TABLE public.call_case_answer ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.call_case_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.call_case_decision (
    id bigint NOT NULL,
    call_case bigint NOT NULL,
    ruling text NOT NULL,
    grounds text[] NOT NULL,
    proposed text,
    reason text NOT NULL,
    evidence_sha256 text NOT NULL,
    decided_by text NOT NULL,
    confirmed_by text,
    at timestamp with time zone NOT NULL,
    CONSTRAINT call_case_decision_evidence_sha256_check CHECK ((evidence_sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT call_case_decision_grounds_check CHECK ((grounds <@ ARRAY['BLOCK'::text, 'HOURS'::text])),
    CONSTRAINT call_case_decision_has_grounds CHECK (((ruling = 'VIOLATION'::text) = (cardinality(grounds) > 0))),
    CONSTRAINT call_case_decision_ruling_check CHECK ((ruling = ANY (ARRAY['VIOLATION'::text, 'GRACE'::text, 'SERVICE_CALL'::text, 'NOT_TOLD_IN_TIME'::text, 'NOT_BLOCKED'::text, 'NOT_ITS_CALL'::text, 'FILED_TWICE'::text])))
);
ALTER TABLE public.call_case_decision OWNER TO postgres;
COMMENT ON TABLE public.call_case_decision IS 'What two people decided; the newest row counts, and the event of the same moment has the state. Append-only';
COMMENT ON COLUMN public.call_case_decision.grounds IS 'Which rules a violation broke';
COMMENT ON COLUMN public.call_case_decision.proposed IS 'The ruling that the rule proposed; null: it could not';
COMMENT ON COLUMN public.call_case_decision.evidence_sha256 IS 'Of the evidence as it was then';
ALTER TABLE public.call_case_decision ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.call_case_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.call_case_erasure (
    call_case bigint NOT NULL,
    erased_at timestamp with time zone NOT NULL,
    intent bigint
);
ALTER TABLE public.call_case_erasure OWNER TO postgres;
COMMENT ON TABLE public.call_case_erasure IS 'Closed cases of which call_case_number is erased: known without access to that table';
COMMENT ON COLUMN public.call_case_erasure.intent IS 'The access to the numbers, by the entry that began it';
CREATE TABLE public.call_case_event (
    id bigint NOT NULL,
    call_case bigint NOT NULL,
    state text NOT NULL,
    at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    due_on date,
    calendar_version text,
    reason text,
    CONSTRAINT call_case_event_is_due_by_a_calendar CHECK (((due_on IS NULL) = (calendar_version IS NULL))),
    CONSTRAINT call_case_event_state_check CHECK ((state = ANY (ARRAY['OPEN'::text, 'SENT'::text, 'ANSWERED'::text, 'UPHELD'::text, 'DISMISSED'::text, 'APPEALED'::text, 'CLOSED'::text])))
);
ALTER TABLE public.call_case_event OWNER TO postgres;
COMMENT ON TABLE public.call_case_event IS 'What became of a case; the newest event is its state';
COMMENT ON COLUMN public.call_case_event.due_on IS 'The last day for the next step; null: there is none, or the calendar did not reach that far';
COMMENT ON COLUMN public.call_case_event.reason IS 'In words without numbers';
ALTER TABLE public.call_case_event ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.call_case_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.call_case ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.call_case_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.call_case_number (
    call_case bigint NOT NULL,
    mobile bigint NOT NULL,
    caller text,
    words text NOT NULL,
    CONSTRAINT call_case_number_caller_check CHECK (((caller ~ '^\+?[0-9]+$'::text) AND ((length(caller) >= 3) AND (length(caller) <= 20)))),
    CONSTRAINT call_case_number_words_check CHECK ((length(words) <= 500))
);
ALTER TABLE public.call_case_number OWNER TO postgres;
COMMENT ON TABLE public.call_case_number IS 'The consumer''s number and words, erased some time after the case is closed. Holds phone numbers: for jinbo_numbers only';
COMMENT ON COLUMN public.call_case_number.caller IS 'Null: the consumer does not know';
CREATE TABLE public.call_case_open (
    call_case bigint NOT NULL
);
ALTER TABLE public.call_case_open OWNER TO postgres;
COMMENT ON TABLE public.call_case_open IS 'Cases that go on, few among all; follows from call_case_event by a trigger';
CREATE TABLE public.call_case_party (
    id bigint NOT NULL,
    call_case bigint NOT NULL,
    insurer text NOT NULL,
    unit text,
    salesperson text,
    at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    CONSTRAINT call_case_party_salesperson_check CHECK (((salesperson ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'::text) AND (salesperson !~ '[0-9]{7}'::text)))
);
ALTER TABLE public.call_case_party OWNER TO postgres;
COMMENT ON TABLE public.call_case_party IS 'Whose call it was, as far as it is known beside what the consumer said; the newest row counts. Append-only';
COMMENT ON COLUMN public.call_case_party.salesperson IS 'The insurer''s own sign for one of its salespersons, never a name';
COMMENT ON COLUMN public.call_case_party.actor IS 'Who says so';
ALTER TABLE public.call_case_party ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.call_case_party_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.case_file (
    id bigint NOT NULL,
    insurer text NOT NULL,
    sequence integer NOT NULL,
    name text NOT NULL,
    spooled_as text NOT NULL,
    size bigint NOT NULL,
    sha256 text NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    access_log_id bigint NOT NULL,
    delivered_at timestamp with time zone,
    withheld_at timestamp with time zone,
    CONSTRAINT case_file_is_delivered_or_withheld CHECK (((withheld_at IS NULL) OR (delivered_at IS NULL))),
    CONSTRAINT case_file_sequence_check CHECK ((sequence > 0)),
    CONSTRAINT case_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT case_file_size_check CHECK ((size > 0))
);
ALTER TABLE public.case_file OWNER TO postgres;
COMMENT ON TABLE public.case_file IS 'Files that ask insurers about cases and notify them of decisions; the bytes are durable before the first one leaves';
COMMENT ON COLUMN public.case_file.sequence IS 'Of this insurer''s files, from 1';
COMMENT ON COLUMN public.case_file.access_log_id IS 'The result of the access by which numbers were handed over';
COMMENT ON COLUMN public.case_file.withheld_at IS 'Since when it must never leave, because a case in it is another insurer''s by now; its contents go into another file';
ALTER TABLE public.case_file ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.case_file_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.case_notice (
    case_file bigint NOT NULL,
    line integer NOT NULL,
    notice text NOT NULL,
    call_case bigint,
    decision bigint,
    sanction bigint,
    CONSTRAINT case_notice_is_about_a_case CHECK (((notice = ANY (ARRAY['COMPLAINT'::text, 'UPHELD'::text, 'DISMISSED'::text])) = (call_case IS NOT NULL))),
    CONSTRAINT case_notice_is_about_a_decision CHECK (((notice = ANY (ARRAY['UPHELD'::text, 'DISMISSED'::text])) = (decision IS NOT NULL))),
    CONSTRAINT case_notice_is_about_a_sanction CHECK (((notice = ANY (ARRAY['SANCTION_BEGINS'::text, 'SANCTION_ENDS'::text])) = (sanction IS NOT NULL))),
    CONSTRAINT case_notice_line_check CHECK ((line > 1)),
    CONSTRAINT case_notice_notice_check CHECK ((notice = ANY (ARRAY['COMPLAINT'::text, 'UPHELD'::text, 'DISMISSED'::text, 'SANCTION_BEGINS'::text, 'SANCTION_ENDS'::text])))
);
ALTER TABLE public.case_notice OWNER TO postgres;
COMMENT ON TABLE public.case_notice IS 'The lines of case files, so that nothing is sent twice. No number stands here. Append-only';
COMMENT ON COLUMN public.case_notice.line IS 'Of the file, the header being line 1';
CREATE TABLE public.case_unnotified_day (
    insurer text NOT NULL,
    on_day date NOT NULL
);
ALTER TABLE public.case_unnotified_day OWNER TO postgres;
COMMENT ON TABLE public.case_unnotified_day IS 'Working days on which an insurer could not be notified for a reason of its own: its drop, or no certificate. Append-only';
CREATE TABLE public.certificate_announcement (
    insurer text NOT NULL,
    certificate_sha256 text NOT NULL,
    fingerprint text NOT NULL,
    name text NOT NULL,
    spooled_as text NOT NULL,
    sha256 text NOT NULL,
    signed_by text NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    delivered_at timestamp with time zone,
    CONSTRAINT certificate_announcement_certificate_sha256_check CHECK ((certificate_sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT certificate_announcement_fingerprint_check CHECK ((fingerprint ~ '^([0-9A-F]{40}|[0-9A-F]{64})$'::text)),
    CONSTRAINT certificate_announcement_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT certificate_announcement_signed_by_check CHECK ((signed_by ~ '^([0-9A-F]{40}|[0-9A-F]{64})$'::text))
);
ALTER TABLE public.certificate_announcement OWNER TO postgres;
COMMENT ON TABLE public.certificate_announcement IS 'Certificates of the association that an insurer was sent: a next one before its turn, a revoked one. The bytes are durable before the first one leaves; the keys themselves lie in the home';
COMMENT ON COLUMN public.certificate_announcement.certificate_sha256 IS 'Of the certificate as it was announced: it changes when it is revoked';
COMMENT ON COLUMN public.certificate_announcement.signed_by IS 'Fingerprint of the key that it is signed with; if that is compromised before the delivery, it is sealed anew';
CREATE TABLE public.certificate_revocation (
    id bigint NOT NULL,
    fingerprint text NOT NULL,
    revoked_from timestamp with time zone NOT NULL,
    compromised boolean NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    reason text NOT NULL
);
ALTER TABLE public.certificate_revocation OWNER TO postgres;
COMMENT ON TABLE public.certificate_revocation IS 'Revocations of certificates; never taken back. A later one may be harsher, so there can be several. Append-only';
COMMENT ON COLUMN public.certificate_revocation.revoked_from IS 'From when on nothing that it signs counts; if it is compromised, nothing ever';
ALTER TABLE public.certificate_revocation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.certificate_revocation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.code_challenge (
    id uuid NOT NULL,
    subject text NOT NULL,
    source bytea NOT NULL,
    code bytea NOT NULL,
    known boolean DEFAULT false NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    tries smallint DEFAULT 0 NOT NULL,
    proven_at timestamp with time zone
);
ALTER TABLE public.code_challenge OWNER TO postgres;
COMMENT ON TABLE public.code_challenge IS 'Codes that were sent to numbers, each for the one browser that asked for it';
COMMENT ON COLUMN public.code_challenge.subject IS 'The number as in the access log: <epoch>:<keyed hash>';
COMMENT ON COLUMN public.code_challenge.source IS 'Keyed hash of the network that it was asked for from';
COMMENT ON COLUMN public.code_challenge.code IS 'Keyed hash of the code with the challenge''s id';
COMMENT ON COLUMN public.code_challenge.known IS 'Whether the browser had proven the number before: strangers do not use up the codes of its holder';
CREATE TABLE public.consumer_registration (
    reference text NOT NULL,
    request uuid NOT NULL,
    subject text NOT NULL,
    revision bigint NOT NULL,
    entry bigint NOT NULL,
    registered_at timestamp with time zone NOT NULL,
    named text[] NOT NULL,
    term text,
    effective_on date,
    expires_on date,
    consent text,
    CONSTRAINT consumer_registration_is_a_cancellation CHECK (((cardinality(named) = 0) = (term IS NULL))),
    CONSTRAINT consumer_registration_is_a_choice CHECK ((num_nulls(term, effective_on, expires_on, consent) = ANY (ARRAY[0, 4])))
);
ALTER TABLE public.consumer_registration OWNER TO postgres;
COMMENT ON TABLE public.consumer_registration IS 'Registrations of consumers, by the reference that was given';
COMMENT ON COLUMN public.consumer_registration.request IS 'Of the form that was sent, so that one consumer who sends it twice registers once';
COMMENT ON COLUMN public.consumer_registration.entry IS 'The result in the access log that vouches for it';
COMMENT ON COLUMN public.consumer_registration.named IS 'Sectors and insurers; none for a cancellation';
COMMENT ON COLUMN public.consumer_registration.consent IS 'Which version of the text about handing the number to insurers was agreed to';
CREATE TABLE public.destroyed_subject_key (
    epoch smallint NOT NULL,
    destroyed_at timestamp with time zone NOT NULL
);
ALTER TABLE public.destroyed_subject_key OWNER TO postgres;
COMMENT ON TABLE public.destroyed_subject_key IS 'Years whose key of number hashes was destroyed. A key that is missing and does not stand here is lost';
CREATE TABLE public.erasure (
    id bigint NOT NULL,
    ended_by date NOT NULL,
    erased_at timestamp with time zone NOT NULL,
    numbers bigint NOT NULL,
    registrations bigint NOT NULL,
    intent bigint,
    CONSTRAINT erasure_has_a_registration_of_each_number CHECK ((registrations >= numbers)),
    CONSTRAINT erasure_numbers_check CHECK ((numbers > 0))
);
ALTER TABLE public.erasure OWNER TO postgres;
COMMENT ON TABLE public.erasure IS 'Numbers that were erased together: how many, and in how many registrations';
COMMENT ON COLUMN public.erasure.ended_by IS 'All blocks of these numbers had ended on this day; lists of days before it cannot be made anew any more';
COMMENT ON COLUMN public.erasure.intent IS 'The access to the numbers, by the entry that began it';
ALTER TABLE public.erasure ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.erasure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.finding_page (
    inbound_file bigint NOT NULL,
    place bigint NOT NULL,
    kinds text NOT NULL,
    findings bytea NOT NULL,
    CONSTRAINT finding_page_findings_check CHECK ((((octet_length(findings) >= 5) AND (octet_length(findings) <= 1500)) AND ((octet_length(findings) % 5) = 0)))
);
ALTER TABLE ONLY public.finding_page ALTER COLUMN kinds SET STORAGE PLAIN;
ALTER TABLE ONLY public.finding_page ALTER COLUMN findings SET STORAGE PLAIN;
ALTER TABLE public.finding_page OWNER TO postgres;
COMMENT ON TABLE public.finding_page IS 'Findings of a file, some hundred in a page: a row for each would cost an upload as much as its registrations';
COMMENT ON COLUMN public.finding_page.place IS 'Of its first finding; the others follow, line by line, within a line column by column, as in the outcome';
COMMENT ON COLUMN public.finding_page.kinds IS 'What was found here, one a line: a code, and behind a blank the name of the column where one is to blame';
COMMENT ON COLUMN public.finding_page.findings IS 'Five bytes each: the line, high byte first (0: the whole file), and which of the kinds, from 0';
CREATE VIEW public.finding WITH (security_invoker='true') AS
 SELECT page.inbound_file,
    (page.place + each.n) AS place,
    each.line,
    each.column_name,
    each.code
   FROM (public.finding_page page
     CROSS JOIN LATERAL ( SELECT n.n,
            public.int4_at(page.findings, (5 * n.n)) AS line,
            NULLIF(split_part(k.kinds[(get_byte(page.findings, ((5 * n.n) + 4)) + 1)], ' '::text, 2), ''::text) AS column_name,
            split_part(k.kinds[(get_byte(page.findings, ((5 * n.n) + 4)) + 1)], ' '::text, 1) AS code
           FROM (generate_series(0, ((octet_length(page.findings) / 5) - 1)) n(n)
             CROSS JOIN ( SELECT string_to_array(page.kinds, '
'::text) AS kinds
                 OFFSET 0) k)
         OFFSET 0) each);
ALTER TABLE public.finding OWNER TO postgres;
COMMENT ON VIEW public.finding IS 'The findings of finding_page, one a row';
CREATE TABLE public.flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);
ALTER TABLE public.flyway_schema_history OWNER TO postgres;
CREATE TABLE public.gateway_failing (
    gateway text NOT NULL,
    since timestamp with time zone NOT NULL,
    tried_at timestamp with time zone NOT NULL,
    tries bigint NOT NULL,
    CONSTRAINT gateway_failing_tries_check CHECK ((tries > 0))
);
ALTER TABLE public.gateway_failing OWNER TO postgres;
COMMENT ON TABLE public.gateway_failing IS 'Gateways for short messages that accept none, from the first refused message until an accepted one';
COMMENT ON COLUMN public.gateway_failing.tries IS 'Messages refused since then';
CREATE TABLE public.held_decision (
    inbound_file bigint NOT NULL,
    answer integer NOT NULL,
    decision text NOT NULL,
    reason text NOT NULL,
    decided_by text NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    acted_as text NOT NULL,
    operating_system_user text NOT NULL,
    confirmed_by text,
    CONSTRAINT held_decision_decision_check CHECK ((decision = ANY (ARRAY['RELEASE'::text, 'REFUSE'::text])))
);
ALTER TABLE public.held_decision OWNER TO postgres;
COMMENT ON TABLE public.held_decision IS 'What an operator decided about a held file';
COMMENT ON COLUMN public.held_decision.answer IS 'Number of the answer that follows; the first answer to a file counts, too';
COMMENT ON COLUMN public.held_decision.acted_as IS 'The role of the person who decided';
CREATE TABLE public.inbound_fetch (
    id bigint NOT NULL,
    insurer text NOT NULL
);
ALTER TABLE public.inbound_fetch OWNER TO postgres;
COMMENT ON TABLE public.inbound_fetch IS 'Ids under which files are being fetched; what lies in the spool under one of them was left half done';
CREATE TABLE public.inbound_fetch_next (
    insurer text NOT NULL,
    behind text NOT NULL
);
ALTER TABLE public.inbound_fetch_next OWNER TO postgres;
COMMENT ON TABLE public.inbound_fetch_next IS 'Where the next run goes on fetching from an insurer, so that files that cannot be read keep no others waiting';
COMMENT ON COLUMN public.inbound_fetch_next.behind IS 'The name behind which it begins, as it lies on the drop; shown to nobody, because it may hold anything';
CREATE TABLE public.inbound_file (
    id bigint NOT NULL,
    insurer text NOT NULL,
    remote_name text NOT NULL,
    stem text NOT NULL,
    name_fault text,
    size bigint NOT NULL,
    modified_at timestamp with time zone NOT NULL,
    sha256 text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    status text,
    rows bigint DEFAULT 0 NOT NULL,
    accepted bigint DEFAULT 0 NOT NULL,
    refused bigint DEFAULT 0 NOT NULL,
    warned bigint DEFAULT 0 NOT NULL,
    effective_on date,
    content_mac bytea,
    finding_counts jsonb DEFAULT '{}'::jsonb NOT NULL,
    operator_detail text,
    access_log_id bigint,
    judged_answer integer DEFAULT 0 NOT NULL,
    archived_as text,
    finished_answer integer DEFAULT 0 NOT NULL,
    CONSTRAINT inbound_file_counts_every_row CHECK (((status IS NULL) OR (rows = (accepted + refused)))),
    CONSTRAINT inbound_file_status_check CHECK ((status = ANY (ARRAY['ACCEPTED'::text, 'PARTLY_ACCEPTED'::text, 'HELD'::text, 'REFUSED'::text])))
);
ALTER TABLE public.inbound_file OWNER TO postgres;
COMMENT ON TABLE public.inbound_file IS 'Each file that came from a drop, from its fetching to its last answer';
COMMENT ON COLUMN public.inbound_file.remote_name IS 'As it lay on the drop; shown to nobody unless it is a valid name, because it may hold anything';
COMMENT ON COLUMN public.inbound_file.stem IS 'Its name here and in its answers: without extensions, or invalid-<16 hex digits>';
COMMENT ON COLUMN public.inbound_file.name_fault IS 'Why remote_name is not valid';
COMMENT ON COLUMN public.inbound_file.effective_on IS 'First day of the blocks that it brought';
COMMENT ON COLUMN public.inbound_file.content_mac IS 'Keyed hash of the clear content; a plain hash of a short file would give its numbers away';
COMMENT ON COLUMN public.inbound_file.finding_counts IS 'Findings counted by code';
COMMENT ON COLUMN public.inbound_file.access_log_id IS 'The entry that its verdict was written with';
COMMENT ON COLUMN public.inbound_file.judged_answer IS 'Number of the newest answer that was decided, from 1';
COMMENT ON COLUMN public.inbound_file.finished_answer IS 'The last answer after which nothing was left to do: delivered, archived, the spool cleared';
ALTER TABLE public.inbound_file ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.inbound_file_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.insurer (
    code text NOT NULL,
    scope smallint NOT NULL,
    name text NOT NULL,
    sector text NOT NULL,
    service_number text,
    joined_at timestamp with time zone NOT NULL,
    suspended_at timestamp with time zone,
    self_discipline_on date,
    confidentiality_on date,
    agreements_end_on date,
    left_on date,
    successor text,
    drop_url text,
    drop_keys text[] NOT NULL,
    CONSTRAINT insurer_code_check CHECK ((code ~ '^[A-Z0-9]{3,12}$'::text)),
    CONSTRAINT insurer_scope_check CHECK ((scope < 32000)),
    CONSTRAINT insurer_sector_check CHECK ((sector = ANY (ARRAY['LIFE'::text, 'PROPERTY'::text]))),
    CONSTRAINT insurer_server_has_host_keys CHECK (((drop_url IS NULL) OR (cardinality(drop_keys) > 0))),
    CONSTRAINT insurer_service_number_check CHECK ((service_number ~ '^[0-9]{3,12}$'::text)),
    CONSTRAINT insurer_successor_follows_departure CHECK (((successor IS NULL) OR (left_on IS NOT NULL))),
    CONSTRAINT insurer_successor_is_another CHECK ((successor <> code))
);
ALTER TABLE public.insurer OWNER TO postgres;
COMMENT ON TABLE public.insurer IS 'Insurers as they take part now; insurer_standing says how that came about';
COMMENT ON COLUMN public.insurer.scope IS 'What stands for the insurer in registrations and blocks, where a sector may stand instead (32001 and up); never given twice';
COMMENT ON COLUMN public.insurer.service_number IS 'Telephone number by which consumers know it, for example 95519';
COMMENT ON COLUMN public.insurer.self_discipline_on IS 'First day of the self-discipline agreement';
COMMENT ON COLUMN public.insurer.confidentiality_on IS 'First day of the confidentiality agreement';
COMMENT ON COLUMN public.insurer.agreements_end_on IS 'First day on which the agreements no longer hold';
COMMENT ON COLUMN public.insurer.drop_url IS 'Null: an account on the embedded server';
COMMENT ON COLUMN public.insurer.drop_keys IS 'Without drop_url: the keys that the insurer logs in with; else fingerprints of the host keys that its server may show';
CREATE TABLE public.insurer_certificate (
    fingerprint text NOT NULL,
    insurer text NOT NULL,
    encoded bytea NOT NULL,
    added_at timestamp with time zone NOT NULL,
    accepted_from timestamp with time zone,
    accepted_until timestamp with time zone,
    CONSTRAINT insurer_certificate_is_accepted_for_a_time CHECK ((accepted_from < accepted_until))
);
ALTER TABLE public.insurer_certificate OWNER TO postgres;
COMMENT ON TABLE public.insurer_certificate IS 'OpenPGP certificates of insurers';
COMMENT ON COLUMN public.insurer_certificate.accepted_from IS 'From when the association accepts it, whatever the certificate itself says; null: no bound of ours';
COMMENT ON COLUMN public.insurer_certificate.accepted_until IS 'Until when; null: no bound of ours';
CREATE TABLE public.insurer_lease (
    insurer text NOT NULL,
    epoch bigint NOT NULL
);
ALTER TABLE public.insurer_lease OWNER TO postgres;
COMMENT ON TABLE public.insurer_lease IS 'Who works for an insurer holds an advisory lock, which PostgreSQL drops with the connection. The next holder counts on here, and what is committed under an earlier epoch is refused';
ALTER TABLE public.insurer ALTER COLUMN scope ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.insurer_scope_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.insurer_standing (
    id bigint NOT NULL,
    insurer text NOT NULL,
    at timestamp with time zone NOT NULL,
    event text NOT NULL,
    self_discipline_on date,
    confidentiality_on date,
    ends_on date,
    successor text,
    reason text,
    CONSTRAINT insurer_standing_event_check CHECK ((event = ANY (ARRAY['JOINED'::text, 'SUSPENDED'::text, 'RESUMED'::text, 'AGREED'::text, 'LAPSED'::text, 'LEFT'::text, 'SUCCEEDED'::text]))),
    CONSTRAINT insurer_standing_has_a_reason CHECK (((event = ANY (ARRAY['LAPSED'::text, 'LEFT'::text, 'SUCCEEDED'::text])) = (reason IS NOT NULL))),
    CONSTRAINT insurer_standing_has_a_successor CHECK (((event = 'SUCCEEDED'::text) = (successor IS NOT NULL))),
    CONSTRAINT insurer_standing_has_an_end CHECK (((event = ANY (ARRAY['LAPSED'::text, 'LEFT'::text, 'SUCCEEDED'::text])) = (ends_on IS NOT NULL))),
    CONSTRAINT insurer_standing_has_confidentiality CHECK (((event = 'AGREED'::text) = (confidentiality_on IS NOT NULL))),
    CONSTRAINT insurer_standing_has_self_discipline CHECK (((event = 'AGREED'::text) = (self_discipline_on IS NOT NULL)))
);
ALTER TABLE public.insurer_standing OWNER TO postgres;
COMMENT ON TABLE public.insurer_standing IS 'Each change of how an insurer takes part, in the order of recording. Append-only';
COMMENT ON COLUMN public.insurer_standing.at IS 'When it was recorded; it takes effect then, or on its own date if that is later';
COMMENT ON COLUMN public.insurer_standing.ends_on IS 'When the agreements end, or the insurer leaves';
ALTER TABLE public.insurer_standing ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.insurer_standing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.last_consumer_registration (
    mobile bigint NOT NULL,
    registered_on date NOT NULL,
    revision bigint NOT NULL
);
ALTER TABLE public.last_consumer_registration OWNER TO postgres;
COMMENT ON TABLE public.last_consumer_registration IS 'The day of the last registration by the holder of a number, by which later complaints are judged; follows from registrations. Holds phone numbers: for jinbo_numbers only';
CREATE TABLE public.lost_file (
    insurer text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    size bigint NOT NULL,
    modified_at timestamp with time zone NOT NULL,
    stem text,
    nth integer,
    recovery bigint NOT NULL,
    CONSTRAINT lost_file_has_a_stem CHECK (((kind = ANY (ARRAY['UPLOAD'::text, 'ANSWER'::text])) = (stem IS NOT NULL))),
    CONSTRAINT lost_file_is_the_nth_answer CHECK (((kind = 'ANSWER'::text) = (nth IS NOT NULL))),
    CONSTRAINT lost_file_kind_check CHECK ((kind = ANY (ARRAY['UPLOAD'::text, 'ANSWER'::text, 'LIST'::text, 'MANIFEST'::text])))
);
ALTER TABLE public.lost_file OWNER TO postgres;
COMMENT ON TABLE public.lost_file IS 'What lay on a drop or in the spool without a record here, each once';
COMMENT ON COLUMN public.lost_file.stem IS 'Of the upload, or of the upload that was answered';
COMMENT ON COLUMN public.lost_file.nth IS 'Which answer under that stem, from 1';
CREATE VIEW public.newest_case_decision WITH (security_invoker='true') AS
 SELECT d.id,
    d.call_case,
    d.ruling,
    d.grounds,
    d.proposed,
    d.reason,
    d.evidence_sha256,
    d.decided_by,
    d.confirmed_by,
    d.at
   FROM (public.call_case c
     CROSS JOIN LATERAL ( SELECT call_case_decision.id,
            call_case_decision.call_case,
            call_case_decision.ruling,
            call_case_decision.grounds,
            call_case_decision.proposed,
            call_case_decision.reason,
            call_case_decision.evidence_sha256,
            call_case_decision.decided_by,
            call_case_decision.confirmed_by,
            call_case_decision.at
           FROM public.call_case_decision
          WHERE (call_case_decision.call_case = c.id)
          ORDER BY call_case_decision.id DESC
         LIMIT 1) d);
ALTER TABLE public.newest_case_decision OWNER TO postgres;
COMMENT ON VIEW public.newest_case_decision IS 'The newest decision of each case that has one';
CREATE VIEW public.newest_case_event WITH (security_invoker='true') AS
 SELECT e.id,
    e.call_case,
    e.state,
    e.at,
    e.actor,
    e.due_on,
    e.calendar_version,
    e.reason
   FROM (public.call_case c
     CROSS JOIN LATERAL ( SELECT call_case_event.id,
            call_case_event.call_case,
            call_case_event.state,
            call_case_event.at,
            call_case_event.actor,
            call_case_event.due_on,
            call_case_event.calendar_version,
            call_case_event.reason
           FROM public.call_case_event
          WHERE (call_case_event.call_case = c.id)
          ORDER BY call_case_event.id DESC
         LIMIT 1) e);
ALTER TABLE public.newest_case_event OWNER TO postgres;
COMMENT ON VIEW public.newest_case_event IS 'The newest event of each case: its state';
CREATE VIEW public.newest_case_party WITH (security_invoker='true') AS
 SELECT p.id,
    p.call_case,
    p.insurer,
    p.unit,
    p.salesperson,
    p.at,
    p.actor
   FROM (public.call_case c
     CROSS JOIN LATERAL ( SELECT call_case_party.id,
            call_case_party.call_case,
            call_case_party.insurer,
            call_case_party.unit,
            call_case_party.salesperson,
            call_case_party.at,
            call_case_party.actor
           FROM public.call_case_party
          WHERE (call_case_party.call_case = c.id)
          ORDER BY call_case_party.id DESC
         LIMIT 1) p);
ALTER TABLE public.newest_case_party OWNER TO postgres;
COMMENT ON VIEW public.newest_case_party IS 'The newest party of each case that has one';
CREATE TABLE public.sanction (
    id bigint NOT NULL,
    insurer text NOT NULL,
    salesperson text,
    kind text NOT NULL,
    ladder_from date NOT NULL,
    step integer NOT NULL,
    lasts text,
    CONSTRAINT sanction_kind_check CHECK ((kind = ANY (ARRAY['STOP_NEW_CUSTOMERS'::text, 'STOP_ALL'::text]))),
    CONSTRAINT sanction_salesperson_check CHECK (((salesperson ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'::text) AND (salesperson !~ '[0-9]{7}'::text))),
    CONSTRAINT sanction_step_check CHECK ((step >= 1))
);
ALTER TABLE public.sanction OWNER TO postgres;
COMMENT ON TABLE public.sanction IS 'What follows from upheld cases, by a ladder of steps. Append-only';
COMMENT ON COLUMN public.sanction.salesperson IS 'Null: it is about the insurer itself';
COMMENT ON COLUMN public.sanction.ladder_from IS 'Which ladder, by its first day, as the settings had it then';
COMMENT ON COLUMN public.sanction.step IS 'Which step of the ladder, from 1';
COMMENT ON COLUMN public.sanction.lasts IS 'An ISO 8601 period; null: until it is lifted';
CREATE TABLE public.sanction_event (
    id bigint NOT NULL,
    sanction bigint NOT NULL,
    event text NOT NULL,
    at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    reason text,
    begins_on date,
    ends_on date,
    CONSTRAINT sanction_event_begins_first CHECK ((ends_on >= begins_on)),
    CONSTRAINT sanction_event_ends_what_begins CHECK (((begins_on IS NOT NULL) OR (ends_on IS NULL))),
    CONSTRAINT sanction_event_event_check CHECK ((event = ANY (ARRAY['PROPOSED'::text, 'IMPOSED'::text, 'REFUSED'::text, 'LIFTED'::text, 'ENDED'::text]))),
    CONSTRAINT sanction_event_imposes_from_a_day CHECK (((event = 'IMPOSED'::text) = (begins_on IS NOT NULL)))
);
ALTER TABLE public.sanction_event OWNER TO postgres;
COMMENT ON TABLE public.sanction_event IS 'What became of a sanction; the newest event is its state. Append-only';
COMMENT ON COLUMN public.sanction_event.reason IS 'In words without numbers';
COMMENT ON COLUMN public.sanction_event.begins_on IS 'Of an imposed sanction: its first day';
COMMENT ON COLUMN public.sanction_event.ends_on IS 'Of an imposed sanction: its last day; null: until it is lifted';
CREATE VIEW public.newest_sanction_event WITH (security_invoker='true') AS
 SELECT e.id,
    e.sanction,
    e.event,
    e.at,
    e.actor,
    e.reason,
    e.begins_on,
    e.ends_on
   FROM (public.sanction s
     CROSS JOIN LATERAL ( SELECT sanction_event.id,
            sanction_event.sanction,
            sanction_event.event,
            sanction_event.at,
            sanction_event.actor,
            sanction_event.reason,
            sanction_event.begins_on,
            sanction_event.ends_on
           FROM public.sanction_event
          WHERE (sanction_event.sanction = s.id)
          ORDER BY sanction_event.id DESC
         LIMIT 1) e);
ALTER TABLE public.newest_sanction_event OWNER TO postgres;
COMMENT ON VIEW public.newest_sanction_event IS 'The newest event of each sanction: its state';
CREATE TABLE public.number_proof (
    token bytea NOT NULL,
    subject text NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
ALTER TABLE public.number_proof OWNER TO postgres;
COMMENT ON TABLE public.number_proof IS 'Proven numbers, for as long as their holders go on without another code';
COMMENT ON COLUMN public.number_proof.token IS 'SHA-256 of what the holder''s session has';
CREATE TABLE public.offered_certificate (
    inbound_file bigint NOT NULL,
    insurer text NOT NULL,
    fingerprint text NOT NULL,
    encoded bytea NOT NULL,
    received_at timestamp with time zone NOT NULL,
    CONSTRAINT offered_certificate_fingerprint_check CHECK ((fingerprint ~ '^([0-9A-F]{40}|[0-9A-F]{64})$'::text))
);
ALTER TABLE public.offered_certificate OWNER TO postgres;
COMMENT ON TABLE public.offered_certificate IS 'What an insurer sent as its next certificate; counts once two people have compared its fingerprint by telephone. Append-only';
CREATE TABLE public.offered_certificate_decision (
    inbound_file bigint NOT NULL,
    accepted boolean NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    refused_by text[],
    refused_why text,
    CONSTRAINT offered_certificate_decision_refuses CHECK (((NOT accepted) OR ((refused_by IS NULL) AND (refused_why IS NULL))))
);
ALTER TABLE public.offered_certificate_decision OWNER TO postgres;
COMMENT ON TABLE public.offered_certificate_decision IS 'What became of an offered certificate. Append-only';
CREATE TABLE public.person (
    number integer NOT NULL,
    name text NOT NULL,
    full_name text NOT NULL,
    role text NOT NULL,
    ssh_key text NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by text NOT NULL,
    confirmed_by text,
    CONSTRAINT person_name_check CHECK (((name ~ '^[a-z][a-z0-9-]{1,31}$'::text) AND (name <> ALL (ARRAY['batch'::text, 'system'::text])))),
    CONSTRAINT person_number_check CHECK ((number > 0)),
    CONSTRAINT person_role_check CHECK ((role = ANY (ARRAY['OPERATOR'::text, 'KEY_OFFICER'::text, 'AUDITOR'::text])))
);
ALTER TABLE public.person OWNER TO postgres;
COMMENT ON TABLE public.person IS 'Who acts for the association; a name is used once, for good. Append-only';
COMMENT ON COLUMN public.person.number IS 'In order of arrival, without gaps: two people who are added at the same time cannot both be the first';
COMMENT ON COLUMN public.person.ssh_key IS 'An OpenSSH line without its comment; one key is one person';
CREATE TABLE public.person_agreement (
    id bigint NOT NULL,
    person text NOT NULL,
    confidentiality_since date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by text NOT NULL,
    confirmed_by text
);
ALTER TABLE public.person_agreement OWNER TO postgres;
COMMENT ON TABLE public.person_agreement IS 'Since when a person is bound by a confidentiality agreement; the newest row counts. Append-only';
ALTER TABLE public.person_agreement ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.person_agreement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.person_password (
    person text NOT NULL,
    hash text NOT NULL,
    edition uuid DEFAULT gen_random_uuid() NOT NULL,
    set_at timestamp with time zone NOT NULL
);
ALTER TABLE public.person_password OWNER TO postgres;
COMMENT ON TABLE public.person_password IS 'The newest password of each person who signs in at the console';
COMMENT ON COLUMN public.person_password.hash IS 'With the name of its algorithm';
COMMENT ON COLUMN public.person_password.edition IS 'Another one for each password: sessions of an earlier one end';
CREATE TABLE public.person_revocation (
    person text NOT NULL,
    reason text NOT NULL,
    revoked_at timestamp with time zone NOT NULL,
    revoked_by text NOT NULL,
    confirmed_by text
);
ALTER TABLE public.person_revocation OWNER TO postgres;
COMMENT ON TABLE public.person_revocation IS 'People who act no longer. Append-only';
CREATE UNLOGGED TABLE public.portal_request (
    id uuid NOT NULL,
    until timestamp with time zone NOT NULL,
    body text NOT NULL,
    CONSTRAINT portal_request_body_check CHECK ((octet_length(body) <= 65536))
)
WITH (autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='2000');
ALTER TABLE public.portal_request OWNER TO postgres;
COMMENT ON TABLE public.portal_request IS 'Requests of the remote portal; by functions alone';
COMMENT ON COLUMN public.portal_request.id IS 'Drawn by the portal: who does not know it cannot take the response';
COMMENT ON COLUMN public.portal_request.until IS 'Until when somebody waits for the response';
CREATE UNLOGGED TABLE public.portal_response (
    id uuid NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    body text NOT NULL,
    CONSTRAINT portal_response_body_check CHECK ((octet_length(body) <= 1048576))
)
WITH (autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='2000');
ALTER TABLE public.portal_response OWNER TO postgres;
COMMENT ON TABLE public.portal_response IS 'Responses to the remote portal; by functions alone';
CREATE TABLE public.publication (
    id bigint NOT NULL,
    as_of timestamp with time zone NOT NULL,
    use_by date NOT NULL,
    revision bigint NOT NULL
);
ALTER TABLE public.publication OWNER TO postgres;
COMMENT ON TABLE public.publication IS 'Runs of publish-block-lists: the moment that their lists speak of';
ALTER TABLE public.publication ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.publication_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.recovery (
    id bigint NOT NULL,
    noticed_at timestamp with time zone NOT NULL,
    insurer text NOT NULL,
    seen text NOT NULL,
    corroboration text,
    settled_at timestamp with time zone,
    settled_by text,
    reason text,
    forced boolean,
    CONSTRAINT recovery_corroboration_check CHECK ((corroboration = ANY (ARRAY['SPOOL'::text, 'SECOND_DROP'::text, 'CHECKPOINT'::text, 'ACKNOWLEDGEMENT'::text, 'NOTICED_BEFORE'::text]))),
    CONSTRAINT recovery_is_settled_whole CHECK ((num_nulls(settled_at, settled_by, reason, forced) = ANY (ARRAY[0, 4])))
);
ALTER TABLE public.recovery OWNER TO postgres;
COMMENT ON TABLE public.recovery IS 'Restores of the database from a back-up that is older than what had been delivered: nothing is published until it is settled';
COMMENT ON COLUMN public.recovery.insurer IS 'On whose drop or in whose spool the first sign was';
COMMENT ON COLUMN public.recovery.seen IS 'The file that was the first sign';
COMMENT ON COLUMN public.recovery.corroboration IS 'What else shows that the database is older; while nothing does, only the insurer gets no list on whose drop the files lie';
COMMENT ON COLUMN public.recovery.forced IS 'Settled although uploads were not ingested again';
ALTER TABLE public.recovery ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.recovery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registration_batch (
    id bigint NOT NULL,
    revision bigint,
    kind text NOT NULL,
    inbound_file bigint,
    insurer smallint,
    sector text,
    successor smallint,
    registered_at timestamp with time zone NOT NULL,
    registered_on date NOT NULL,
    effective_on date,
    calendar_version text,
    registrations bigint DEFAULT 0 NOT NULL,
    CONSTRAINT registration_batch_has_what_its_kind_needs CHECK (
CASE kind
    WHEN 'COMPLAINTS'::text THEN ((num_nulls(insurer, sector, effective_on, calendar_version) = 0) AND (successor IS NULL))
    WHEN 'CHOICE'::text THEN ((num_nulls(effective_on, calendar_version) = ANY (ARRAY[0, 2])) AND (num_nonnulls(insurer, sector, successor) = 0))
    WHEN 'RELEASE'::text THEN (num_nonnulls(insurer, sector, successor, effective_on, calendar_version) = 0)
    WHEN 'WITHDRAWALS'::text THEN ((num_nulls(insurer, sector) = 0) AND (num_nonnulls(successor, effective_on) = 0))
    WHEN 'SUCCESSION'::text THEN ((num_nulls(insurer, sector, successor) = 0) AND (effective_on IS NULL))
    ELSE NULL::boolean
END),
    CONSTRAINT registration_batch_kind_check CHECK ((kind = ANY (ARRAY['COMPLAINTS'::text, 'CHOICE'::text, 'RELEASE'::text, 'WITHDRAWALS'::text, 'SUCCESSION'::text])))
);
ALTER TABLE public.registration_batch OWNER TO postgres;
COMMENT ON TABLE public.registration_batch IS 'What is the same for all registrations that committed together';
COMMENT ON COLUMN public.registration_batch.revision IS 'Gapless, in the order of commit; null only inside the transaction that makes the batch';
COMMENT ON COLUMN public.registration_batch.kind IS 'COMPLAINTS of an upload; a consumer''s CHOICE, or cancellation; the RELEASE of a number that has changed hands; WITHDRAWALS of complaints; the SUCCESSION of one insurer to another';
COMMENT ON COLUMN public.registration_batch.insurer IS 'insurer.scope of whom it comes from, as registrations have it';
COMMENT ON COLUMN public.registration_batch.successor IS 'insurer.scope of the insurer that inherits';
COMMENT ON COLUMN public.registration_batch.registrations IS 'How many';
ALTER TABLE public.registration_batch ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.registration_batch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_head (
    only_row boolean DEFAULT true NOT NULL,
    revision bigint NOT NULL,
    CONSTRAINT registry_head_only_row_check CHECK (only_row)
);
ALTER TABLE public.registry_head OWNER TO postgres;
COMMENT ON TABLE public.registry_head IS 'One row, whose lock is the registry lock: a batch of registrations takes it, takes the next revision, and commits';
CREATE TABLE public.reingested (
    inbound_file bigint NOT NULL,
    reason text NOT NULL,
    asked_by text NOT NULL,
    acted_as text NOT NULL,
    operating_system_user text NOT NULL,
    confirmed_by text,
    asked_at timestamp with time zone NOT NULL,
    lost_before timestamp with time zone NOT NULL
);
ALTER TABLE public.reingested OWNER TO postgres;
COMMENT ON TABLE public.reingested IS 'Uploads that an operator had ingested again from archive/ after a restore of the database';
COMMENT ON COLUMN public.reingested.lost_before IS 'When the restore was noticed: what was received from then on came after it, whatever the clocks of drops say';
CREATE TABLE public.reminder (
    reference text NOT NULL,
    expires_on date NOT NULL,
    token bytea,
    begun smallint DEFAULT 0 NOT NULL,
    announced_at timestamp with time zone,
    sent_at timestamp with time zone,
    needless_at timestamp with time zone,
    renewed_at timestamp with time zone,
    renewed_by uuid,
    CONSTRAINT reminder_announces_its_token CHECK ((num_nonnulls(token, announced_at) = ANY (ARRAY[0, 2]))),
    CONSTRAINT reminder_begun_check CHECK ((begun >= 0)),
    CONSTRAINT reminder_token_check CHECK ((octet_length(token) = 32))
);
ALTER TABLE public.reminder OWNER TO postgres;
COMMENT ON TABLE public.reminder IS 'Reminders that a block ends, one for each registration; the message goes to the number of the registration''s revision';
COMMENT ON COLUMN public.reminder.expires_on IS 'The first day after the block: nobody is reminded from then on, and the link is void';
COMMENT ON COLUMN public.reminder.token IS 'SHA-256 of what the link of the last message ends with; null: none was sent';
COMMENT ON COLUMN public.reminder.begun IS 'How often a message was begun of which it is not known that it was not sent';
COMMENT ON COLUMN public.reminder.sent_at IS 'When a gateway took it';
COMMENT ON COLUMN public.reminder.needless_at IS 'When the registration was found superseded, or the number in other hands';
COMMENT ON COLUMN public.reminder.renewed_at IS 'When the link was used';
COMMENT ON COLUMN public.reminder.renewed_by IS 'Of the form that used the link: sent again it proves nothing a second time';
CREATE TABLE public.request (
    id bigint NOT NULL,
    words text[] NOT NULL,
    duty text NOT NULL,
    reason text,
    requested_by text NOT NULL,
    operating_system_user text NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
ALTER TABLE public.request OWNER TO postgres;
COMMENT ON TABLE public.request IS 'Commands that wait for a second person. Neither secrets nor phone numbers stand here. Append-only';
COMMENT ON COLUMN public.request.words IS 'The command line as it was typed';
COMMENT ON COLUMN public.request.duty IS 'What the second person must be allowed to do';
CREATE TABLE public.request_about_number (
    request bigint NOT NULL,
    removed_at timestamp with time zone
);
ALTER TABLE public.request_about_number OWNER TO postgres;
COMMENT ON TABLE public.request_about_number IS 'Which requests are about a number, and since when it is removed: known without access to request_number';
CREATE TABLE public.request_decision (
    request bigint NOT NULL,
    requested_by text NOT NULL,
    decision text NOT NULL,
    decided_by text NOT NULL,
    reason text,
    decided_at timestamp with time zone NOT NULL,
    CONSTRAINT request_decision_decision_check CHECK ((decision = ANY (ARRAY['CONFIRMED'::text, 'REFUSED'::text]))),
    CONSTRAINT request_decision_is_by_another CHECK (((decision = 'REFUSED'::text) OR (decided_by <> requested_by))),
    CONSTRAINT request_decision_refuses_with_reason CHECK (((decision = 'CONFIRMED'::text) OR (reason IS NOT NULL)))
);
ALTER TABLE public.request_decision OWNER TO postgres;
COMMENT ON TABLE public.request_decision IS 'What the second person decided; committed before anything is carried out, so that nothing is carried out twice. Append-only';
CREATE TABLE public.request_file (
    request bigint NOT NULL,
    word integer NOT NULL,
    name text NOT NULL,
    size bigint NOT NULL,
    sha256 text NOT NULL,
    CONSTRAINT request_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
ALTER TABLE public.request_file OWNER TO postgres;
COMMENT ON TABLE public.request_file IS 'Files that a request names; their bytes lie in the home and must be the same when it is carried out. Append-only';
COMMENT ON COLUMN public.request_file.word IS 'Which word of the command names it, from 0';
ALTER TABLE public.request ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.request_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.request_number (
    request bigint NOT NULL,
    mobile bigint NOT NULL
);
ALTER TABLE public.request_number OWNER TO postgres;
COMMENT ON TABLE public.request_number IS 'The phone number that a request is about, while the request waits. Holds phone numbers: for jinbo_numbers only';
CREATE TABLE public.request_result (
    request bigint NOT NULL,
    outcome text NOT NULL,
    detail text,
    ended_at timestamp with time zone NOT NULL,
    CONSTRAINT request_result_outcome_check CHECK ((outcome = ANY (ARRAY['DONE'::text, 'INCOMPLETE'::text, 'FAILED'::text])))
);
ALTER TABLE public.request_result OWNER TO postgres;
COMMENT ON TABLE public.request_result IS 'The result of a confirmed request; missing if the program ended in between. Append-only';
CREATE TABLE public.resync_request (
    inbound_file bigint NOT NULL,
    insurer text NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    newest_sequence bigint NOT NULL,
    reason text NOT NULL
);
ALTER TABLE public.resync_request OWNER TO postgres;
COMMENT ON TABLE public.resync_request IS 'Requests of insurers for a full list; kept for ever. Append-only';
COMMENT ON COLUMN public.resync_request.newest_sequence IS 'Of the insurer''s newest list then; 0: it had none';
COMMENT ON COLUMN public.resync_request.reason IS 'In the insurer''s words, with digits masked';
CREATE TABLE public.sales_unit (
    insurer text NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    confidentiality_on date,
    added_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    CONSTRAINT sales_unit_code_check CHECK (((code ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'::text) AND (code !~ '[0-9]{7}'::text))),
    CONSTRAINT sales_unit_kind_check CHECK ((kind = ANY (ARRAY['BRANCH'::text, 'AGENCY'::text, 'BANK'::text])))
);
ALTER TABLE public.sales_unit OWNER TO postgres;
COMMENT ON TABLE public.sales_unit IS 'Who calls for an insurer: its own branches, agencies, banks';
COMMENT ON COLUMN public.sales_unit.confidentiality_on IS 'First day of its confidentiality agreement';
CREATE TABLE public.sanction_case (
    sanction bigint NOT NULL,
    call_case bigint NOT NULL,
    about text NOT NULL,
    CONSTRAINT sanction_case_about_check CHECK ((about = ANY (ARRAY['INSURER'::text, 'SALESPERSON'::text])))
);
ALTER TABLE public.sanction_case OWNER TO postgres;
COMMENT ON TABLE public.sanction_case IS 'The cases by which a sanction was earned; each earns one step about the insurer and one about the salesperson. Append-only';
ALTER TABLE public.sanction_event ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.sanction_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.sanction ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.sanction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.scheduled_run (
    id bigint NOT NULL,
    job text NOT NULL,
    insurer text,
    due_at timestamp with time zone NOT NULL,
    attempt integer NOT NULL,
    began_at timestamp with time zone NOT NULL,
    node text NOT NULL,
    deaths integer DEFAULT 0 NOT NULL,
    ended_at timestamp with time zone,
    outcome text,
    done bigint,
    CONSTRAINT scheduled_run_attempt_check CHECK ((attempt >= 0)),
    CONSTRAINT scheduled_run_ends_with_an_outcome CHECK ((num_nulls(ended_at, outcome, done) = ANY (ARRAY[0, 3]))),
    CONSTRAINT scheduled_run_outcome_check CHECK ((outcome = ANY (ARRAY['DONE'::text, 'LEFT'::text, 'STOPPED'::text, 'MISSED'::text])))
);
ALTER TABLE public.scheduled_run OWNER TO postgres;
COMMENT ON TABLE public.scheduled_run IS 'Runs that the schedule has begun, or left out: one row for each due moment and each attempt; kept for a while';
COMMENT ON COLUMN public.scheduled_run.insurer IS 'Null: one run for all';
COMMENT ON COLUMN public.scheduled_run.attempt IS '0 when it was due, 1 and up for each attempt after it';
COMMENT ON COLUMN public.scheduled_run.node IS 'Which node had it last';
COMMENT ON COLUMN public.scheduled_run.deaths IS 'How many nodes were gone before it had ended';
COMMENT ON COLUMN public.scheduled_run.done IS 'How many files, lists or numbers';
ALTER TABLE public.scheduled_run ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.scheduled_run_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.scheduled_run_left (
    run bigint NOT NULL,
    insurer text,
    failing_since timestamp with time zone NOT NULL,
    what text NOT NULL
);
ALTER TABLE public.scheduled_run_left OWNER TO postgres;
COMMENT ON TABLE public.scheduled_run_left IS 'What a run has left undone, and since when';
CREATE TABLE public.scheduled_tasks (
    task_name text NOT NULL,
    task_instance text NOT NULL,
    task_data bytea,
    execution_time timestamp with time zone NOT NULL,
    picked boolean NOT NULL,
    picked_by text,
    last_success timestamp with time zone,
    last_failure timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat timestamp with time zone,
    version bigint NOT NULL,
    priority smallint
);
ALTER TABLE public.scheduled_tasks OWNER TO postgres;
COMMENT ON TABLE public.scheduled_tasks IS 'db-scheduler''s own table, as its release 16.7 has it: what is to be run next, and which node has taken it';
CREATE TABLE public.segment (
    version integer NOT NULL,
    segment integer NOT NULL,
    province text NOT NULL,
    CONSTRAINT segment_province_check CHECK ((province <> ''::text)),
    CONSTRAINT segment_segment_check CHECK (((segment >= 1300000) AND (segment <= 1999999)))
);
ALTER TABLE public.segment OWNER TO postgres;
COMMENT ON TABLE public.segment IS 'The province of each mobile segment';
COMMENT ON COLUMN public.segment.segment IS 'The first seven digits of a mobile number';
CREATE TABLE public.segment_version (
    number integer NOT NULL,
    imported_at timestamp with time zone NOT NULL,
    imported_by text NOT NULL,
    CONSTRAINT segment_version_imported_by_check CHECK ((imported_by <> ''::text))
);
ALTER TABLE public.segment_version OWNER TO postgres;
COMMENT ON TABLE public.segment_version IS 'The association''s own tables of mobile segments; without one, the program uses the table that it was built with';
COMMENT ON COLUMN public.segment_version.number IS 'Never given twice, even after a rollback';
ALTER TABLE public.segment_version ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.segment_version_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.visitor_count (
    kind text NOT NULL,
    of_whom text NOT NULL,
    begins timestamp with time zone NOT NULL,
    ends timestamp with time zone NOT NULL,
    counted integer NOT NULL,
    CONSTRAINT visitor_count_counted_check CHECK ((counted >= 0))
)
WITH (fillfactor='50', autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='2000');
ALTER TABLE public.visitor_count OWNER TO postgres;
COMMENT ON TABLE public.visitor_count IS 'What visitors have used up of a limit within a time, counted for all processes together; removed when its time has ended';
COMMENT ON COLUMN public.visitor_count.kind IS 'Of the limit';
COMMENT ON COLUMN public.visitor_count.of_whom IS 'Keyed hash of a network or of a number; empty: all together';
CREATE TABLE public.visitors_turned_away (
    at timestamp with time zone NOT NULL,
    visitors integer NOT NULL,
    CONSTRAINT visitors_turned_away_visitors_check CHECK ((visitors > 0))
);
ALTER TABLE public.visitors_turned_away OWNER TO postgres;
COMMENT ON TABLE public.visitors_turned_away IS 'How many visitors were asked to come back; kept for a day';
CREATE TABLE public.withdrawal (
    withdrawn_batch bigint NOT NULL,
    withdrawn_line integer NOT NULL,
    batch bigint NOT NULL,
    line integer NOT NULL
);
ALTER TABLE public.withdrawal OWNER TO postgres;
COMMENT ON TABLE public.withdrawal IS 'Complaints that no longer count, from the revision of the withdrawing batch on. Written by jinbo_numbers alone';
COMMENT ON COLUMN public.withdrawal.line IS 'Which request of the batch';
CREATE TABLE public.withdrawal_request (
    batch bigint NOT NULL,
    line integer NOT NULL,
    inbound_file bigint NOT NULL,
    withdrawn_line integer
);
ALTER TABLE public.withdrawal_request OWNER TO postgres;
COMMENT ON TABLE public.withdrawal_request IS 'What an insurer, or an operator for it, asks to take back: a row of one of its uploads, or a whole upload';
COMMENT ON COLUMN public.withdrawal_request.withdrawn_line IS 'Null: the whole upload';
CREATE TABLE public.withheld_list (
    publication bigint NOT NULL,
    insurer text NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT withheld_list_reason_check CHECK ((reason = ANY (ARRAY['SUSPENDED'::text, 'NOT_AGREED'::text, 'LAPSED'::text, 'LEFT'::text])))
);
ALTER TABLE public.withheld_list OWNER TO postgres;
COMMENT ON TABLE public.withheld_list IS 'Lists that an insurer did not get for a reason of its own; they count as communicated. Append-only';
ALTER TABLE ONLY public.access_log_acceptance
    ADD CONSTRAINT access_log_acceptance_pkey PRIMARY KEY (alarm);
ALTER TABLE ONLY public.access_log_alarm
    ADD CONSTRAINT access_log_alarm_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.access_log_checkpoint
    ADD CONSTRAINT access_log_checkpoint_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.access_log_entry
    ADD CONSTRAINT access_log_entry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.access_log_head
    ADD CONSTRAINT access_log_head_pkey PRIMARY KEY (only_row);
ALTER TABLE ONLY public.access_log_open
    ADD CONSTRAINT access_log_open_pkey PRIMARY KEY (intent);
ALTER TABLE ONLY public.access_log_pending
    ADD CONSTRAINT access_log_pending_pkey PRIMARY KEY (entry);
ALTER TABLE ONLY public.access_log_place
    ADD CONSTRAINT access_log_place_entry_key UNIQUE (entry);
ALTER TABLE ONLY public.access_log_place
    ADD CONSTRAINT access_log_place_pkey PRIMARY KEY (index);
ALTER TABLE ONLY public.access_log_tile
    ADD CONSTRAINT access_log_tile_pkey PRIMARY KEY (level, n);
ALTER TABLE ONLY public.acknowledgement
    ADD CONSTRAINT acknowledgement_pkey PRIMARY KEY (inbound_file);
ALTER TABLE ONLY public.acknowledgement_unit
    ADD CONSTRAINT acknowledgement_unit_pkey PRIMARY KEY (inbound_file, unit);
ALTER TABLE ONLY public.alert_notified
    ADD CONSTRAINT alert_notified_pkey PRIMARY KEY (occurrence, notifier, kind);
ALTER TABLE ONLY public.alert_occurrence
    ADD CONSTRAINT alert_occurrence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.answer
    ADD CONSTRAINT answer_insurer_name_key UNIQUE (insurer, name);
ALTER TABLE ONLY public.answer
    ADD CONSTRAINT answer_pkey PRIMARY KEY (inbound_file, answer, kind);
ALTER TABLE ONLY public.batch_job_execution_context
    ADD CONSTRAINT batch_job_execution_context_pkey PRIMARY KEY (job_execution_id);
ALTER TABLE ONLY public.batch_job_execution
    ADD CONSTRAINT batch_job_execution_pkey PRIMARY KEY (job_execution_id);
ALTER TABLE ONLY public.batch_job_instance
    ADD CONSTRAINT batch_job_instance_pkey PRIMARY KEY (job_instance_id);
ALTER TABLE ONLY public.batch_step_execution_context
    ADD CONSTRAINT batch_step_execution_context_pkey PRIMARY KEY (step_execution_id);
ALTER TABLE ONLY public.batch_step_execution
    ADD CONSTRAINT batch_step_execution_pkey PRIMARY KEY (step_execution_id);
ALTER TABLE ONLY public.block_list_gap
    ADD CONSTRAINT block_list_gap_pkey PRIMARY KEY (insurer, first_missing);
ALTER TABLE ONLY public.block_list
    ADD CONSTRAINT block_list_pkey PRIMARY KEY (insurer, sequence);
ALTER TABLE ONLY public.block_page
    ADD CONSTRAINT block_page_pkey PRIMARY KEY (thousand, scope);
ALTER TABLE ONLY public.calendar_day
    ADD CONSTRAINT calendar_day_pkey PRIMARY KEY (version, day);
ALTER TABLE ONLY public.calendar_version
    ADD CONSTRAINT calendar_version_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.calendar_version
    ADD CONSTRAINT calendar_version_version_key UNIQUE (version);
ALTER TABLE ONLY public.call_case_answer
    ADD CONSTRAINT call_case_answer_inbound_file_line_key UNIQUE (inbound_file, line);
ALTER TABLE ONLY public.call_case_answer
    ADD CONSTRAINT call_case_answer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.call_case_decision
    ADD CONSTRAINT call_case_decision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.call_case_erasure
    ADD CONSTRAINT call_case_erasure_pkey PRIMARY KEY (call_case);
ALTER TABLE ONLY public.call_case_event
    ADD CONSTRAINT call_case_event_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.call_case
    ADD CONSTRAINT call_case_number_key UNIQUE (number);
ALTER TABLE ONLY public.call_case_number
    ADD CONSTRAINT call_case_number_pkey PRIMARY KEY (call_case);
ALTER TABLE ONLY public.call_case_open
    ADD CONSTRAINT call_case_open_pkey PRIMARY KEY (call_case);
ALTER TABLE ONLY public.call_case_party
    ADD CONSTRAINT call_case_party_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.call_case
    ADD CONSTRAINT call_case_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.call_case
    ADD CONSTRAINT call_case_request_subject_key UNIQUE (request, subject);
ALTER TABLE ONLY public.case_file
    ADD CONSTRAINT case_file_insurer_name_key UNIQUE (insurer, name);
ALTER TABLE ONLY public.case_file
    ADD CONSTRAINT case_file_insurer_sequence_key UNIQUE (insurer, sequence);
ALTER TABLE ONLY public.case_file
    ADD CONSTRAINT case_file_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.case_notice
    ADD CONSTRAINT case_notice_pkey PRIMARY KEY (case_file, line);
ALTER TABLE ONLY public.case_unnotified_day
    ADD CONSTRAINT case_unnotified_day_pkey PRIMARY KEY (insurer, on_day);
ALTER TABLE ONLY public.certificate_announcement
    ADD CONSTRAINT certificate_announcement_insurer_name_key UNIQUE (insurer, name);
ALTER TABLE ONLY public.certificate_announcement
    ADD CONSTRAINT certificate_announcement_pkey PRIMARY KEY (insurer, certificate_sha256);
ALTER TABLE ONLY public.certificate_revocation
    ADD CONSTRAINT certificate_revocation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.code_challenge
    ADD CONSTRAINT code_challenge_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consumer_registration
    ADD CONSTRAINT consumer_registration_pkey PRIMARY KEY (reference);
ALTER TABLE ONLY public.consumer_registration
    ADD CONSTRAINT consumer_registration_request_subject_key UNIQUE (request, subject);
ALTER TABLE ONLY public.consumer_registration
    ADD CONSTRAINT consumer_registration_revision_key UNIQUE (revision);
ALTER TABLE ONLY public.destroyed_subject_key
    ADD CONSTRAINT destroyed_subject_key_pkey PRIMARY KEY (epoch);
ALTER TABLE ONLY public.erasure
    ADD CONSTRAINT erasure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.finding_page
    ADD CONSTRAINT finding_page_pkey PRIMARY KEY (inbound_file, place);
ALTER TABLE ONLY public.flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);
ALTER TABLE ONLY public.gateway_failing
    ADD CONSTRAINT gateway_failing_pkey PRIMARY KEY (gateway);
ALTER TABLE ONLY public.held_decision
    ADD CONSTRAINT held_decision_pkey PRIMARY KEY (inbound_file, answer);
ALTER TABLE ONLY public.inbound_fetch_next
    ADD CONSTRAINT inbound_fetch_next_pkey PRIMARY KEY (insurer);
ALTER TABLE ONLY public.inbound_fetch
    ADD CONSTRAINT inbound_fetch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.inbound_file
    ADD CONSTRAINT inbound_file_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.insurer_certificate
    ADD CONSTRAINT insurer_certificate_pkey PRIMARY KEY (fingerprint);
ALTER TABLE ONLY public.insurer_lease
    ADD CONSTRAINT insurer_lease_pkey PRIMARY KEY (insurer);
ALTER TABLE ONLY public.insurer
    ADD CONSTRAINT insurer_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.insurer
    ADD CONSTRAINT insurer_scope_key UNIQUE (scope);
ALTER TABLE ONLY public.insurer_standing
    ADD CONSTRAINT insurer_standing_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.batch_job_instance
    ADD CONSTRAINT job_inst_un UNIQUE (job_name, job_key);
ALTER TABLE ONLY public.last_consumer_registration
    ADD CONSTRAINT last_consumer_registration_pkey PRIMARY KEY (mobile);
ALTER TABLE ONLY public.lost_file
    ADD CONSTRAINT lost_file_pkey PRIMARY KEY (insurer, kind, name);
ALTER TABLE ONLY public.number_proof
    ADD CONSTRAINT number_proof_pkey PRIMARY KEY (token);
ALTER TABLE ONLY public.offered_certificate_decision
    ADD CONSTRAINT offered_certificate_decision_pkey PRIMARY KEY (inbound_file);
ALTER TABLE ONLY public.offered_certificate
    ADD CONSTRAINT offered_certificate_pkey PRIMARY KEY (inbound_file);
ALTER TABLE ONLY public.person_agreement
    ADD CONSTRAINT person_agreement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_name_key UNIQUE (name);
ALTER TABLE ONLY public.person_password
    ADD CONSTRAINT person_password_pkey PRIMARY KEY (person);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.person_revocation
    ADD CONSTRAINT person_revocation_pkey PRIMARY KEY (person);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_ssh_key_key UNIQUE (ssh_key);
ALTER TABLE ONLY public.portal_request
    ADD CONSTRAINT portal_request_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.portal_response
    ADD CONSTRAINT portal_response_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.publication
    ADD CONSTRAINT publication_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.recovery
    ADD CONSTRAINT recovery_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registration_batch
    ADD CONSTRAINT registration_batch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registration_batch
    ADD CONSTRAINT registration_batch_revision_key UNIQUE (revision);
ALTER TABLE ONLY public.registry_head
    ADD CONSTRAINT registry_head_pkey PRIMARY KEY (only_row);
ALTER TABLE ONLY public.reingested
    ADD CONSTRAINT reingested_pkey PRIMARY KEY (inbound_file);
ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT reminder_pkey PRIMARY KEY (reference);
ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT reminder_token_key UNIQUE (token);
ALTER TABLE ONLY public.request_about_number
    ADD CONSTRAINT request_about_number_pkey PRIMARY KEY (request);
ALTER TABLE ONLY public.request_decision
    ADD CONSTRAINT request_decision_pkey PRIMARY KEY (request);
ALTER TABLE ONLY public.request_file
    ADD CONSTRAINT request_file_pkey PRIMARY KEY (request, word);
ALTER TABLE ONLY public.request
    ADD CONSTRAINT request_id_requested_by_key UNIQUE (id, requested_by);
ALTER TABLE ONLY public.request_number
    ADD CONSTRAINT request_number_pkey PRIMARY KEY (request);
ALTER TABLE ONLY public.request
    ADD CONSTRAINT request_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.request_result
    ADD CONSTRAINT request_result_pkey PRIMARY KEY (request);
ALTER TABLE ONLY public.resync_request
    ADD CONSTRAINT resync_request_pkey PRIMARY KEY (inbound_file);
ALTER TABLE ONLY public.sales_unit
    ADD CONSTRAINT sales_unit_pkey PRIMARY KEY (insurer, code);
ALTER TABLE ONLY public.sanction_case
    ADD CONSTRAINT sanction_case_about_call_case_key UNIQUE (about, call_case);
ALTER TABLE ONLY public.sanction_case
    ADD CONSTRAINT sanction_case_pkey PRIMARY KEY (sanction, call_case);
ALTER TABLE ONLY public.sanction_event
    ADD CONSTRAINT sanction_event_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sanction_event
    ADD CONSTRAINT sanction_event_sanction_event_key UNIQUE (sanction, event);
ALTER TABLE ONLY public.sanction
    ADD CONSTRAINT sanction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.scheduled_run
    ADD CONSTRAINT scheduled_run_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.scheduled_tasks
    ADD CONSTRAINT scheduled_tasks_pkey PRIMARY KEY (task_name, task_instance);
ALTER TABLE ONLY public.segment
    ADD CONSTRAINT segment_pkey PRIMARY KEY (version, segment);
ALTER TABLE ONLY public.segment_version
    ADD CONSTRAINT segment_version_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.visitor_count
    ADD CONSTRAINT visitor_count_pkey PRIMARY KEY (kind, of_whom, begins);
ALTER TABLE ONLY public.withdrawal
    ADD CONSTRAINT withdrawal_pkey PRIMARY KEY (withdrawn_batch, withdrawn_line);
ALTER TABLE ONLY public.withdrawal_request
    ADD CONSTRAINT withdrawal_request_pkey PRIMARY KEY (batch, line);
ALTER TABLE ONLY public.withheld_list
    ADD CONSTRAINT withheld_list_pkey PRIMARY KEY (publication, insurer);
CREATE INDEX access_log_checkpoint_by_size ON public.access_log_checkpoint USING btree (size);
CREATE UNIQUE INDEX access_log_entry_acts ON public.access_log_entry USING btree (acts_batch) WHERE (acts_batch IS NOT NULL);
CREATE INDEX access_log_entry_by_insurer ON public.access_log_entry USING btree (insurer, id);
CREATE INDEX access_log_entry_by_object ON public.access_log_entry USING hash (object);
CREATE INDEX access_log_entry_by_subject ON public.access_log_entry USING btree (subject) WHERE (subject IS NOT NULL);
CREATE INDEX access_log_entry_by_time ON public.access_log_entry USING btree (at);
CREATE INDEX access_log_entry_of_records ON public.access_log_entry USING btree (object, id DESC) WHERE ((action = 'DECIDE'::text) AND (phase = 'RESULT'::text) AND starts_with(outcome, 'RECORDED '::text));
CREATE UNIQUE INDEX access_log_entry_result ON public.access_log_entry USING btree (intent) WHERE (intent IS NOT NULL);
CREATE INDEX acknowledgement_by_list ON public.acknowledgement USING btree (insurer, sequence, inbound_file);
CREATE UNIQUE INDEX alert_occurrence_open ON public.alert_occurrence USING btree (code, insurer, subject, level) WHERE (resolved_at IS NULL);
CREATE INDEX alert_occurrence_replaced ON public.alert_occurrence USING btree (replaced_by) WHERE (replaced_by IS NOT NULL);
CREATE INDEX alert_occurrence_resolved ON public.alert_occurrence USING btree (resolved_at) WHERE (resolved_at IS NOT NULL);
CREATE INDEX answer_undelivered ON public.answer USING btree (inbound_file) WHERE (delivered_at IS NULL);
CREATE INDEX batch_job_execution_by_instance ON public.batch_job_execution USING btree (job_instance_id);
CREATE INDEX batch_job_execution_params_by_execution ON public.batch_job_execution_params USING btree (job_execution_id);
CREATE INDEX batch_step_execution_by_execution ON public.batch_step_execution USING btree (job_execution_id);
CREATE INDEX call_case_answer_by_case ON public.call_case_answer USING btree (call_case, id);
CREATE INDEX call_case_by_insurer ON public.call_case USING btree (insurer);
CREATE INDEX call_case_by_subject ON public.call_case USING btree (subject);
CREATE INDEX call_case_decision_by_case ON public.call_case_decision USING btree (call_case, id);
CREATE INDEX call_case_decision_of_violations ON public.call_case_decision USING btree (call_case) WHERE (ruling = 'VIOLATION'::text);
CREATE INDEX call_case_event_by_case ON public.call_case_event USING btree (call_case, id);
CREATE INDEX call_case_event_by_time ON public.call_case_event USING btree (at);
CREATE INDEX call_case_number_by_mobile ON public.call_case_number USING btree (mobile);
CREATE INDEX call_case_party_by_case ON public.call_case_party USING btree (call_case, id);
CREATE INDEX call_case_party_by_insurer ON public.call_case_party USING btree (insurer);
CREATE INDEX case_notice_by_case ON public.case_notice USING btree (call_case);
CREATE UNIQUE INDEX case_notice_once_a_decision ON public.case_notice USING btree (decision) WHERE (decision IS NOT NULL);
CREATE UNIQUE INDEX case_notice_once_a_sanction ON public.case_notice USING btree (sanction, notice) WHERE (sanction IS NOT NULL);
CREATE INDEX certificate_revocation_by_certificate ON public.certificate_revocation USING btree (fingerprint);
CREATE INDEX code_challenge_by_age ON public.code_challenge USING btree (asked_at);
CREATE INDEX code_challenge_by_subject ON public.code_challenge USING btree (subject, asked_at);
CREATE INDEX consumer_registration_by_end ON public.consumer_registration USING btree (expires_on, revision) WHERE (expires_on IS NOT NULL);
CREATE INDEX consumer_registration_by_subject ON public.consumer_registration USING btree (subject);
CREATE INDEX flyway_schema_history_s_idx ON public.flyway_schema_history USING btree (success);
CREATE INDEX inbound_fetch_by_insurer ON public.inbound_fetch USING btree (insurer);
CREATE INDEX inbound_file_by_archived_as ON public.inbound_file USING btree (insurer, archived_as);
CREATE INDEX inbound_file_by_content ON public.inbound_file USING btree (insurer, content_mac) WHERE (content_mac IS NOT NULL);
CREATE INDEX inbound_file_by_name ON public.inbound_file USING btree (insurer, remote_name);
CREATE INDEX inbound_file_by_sha256 ON public.inbound_file USING btree (insurer, sha256);
CREATE INDEX inbound_file_held ON public.inbound_file USING btree (insurer) WHERE (status = 'HELD'::text);
CREATE INDEX inbound_file_not_known_in_archive ON public.inbound_file USING btree (insurer) WHERE ((archived_as IS NULL) OR (archived_as = '(gone)'::text));
CREATE INDEX insurer_certificate_by_insurer ON public.insurer_certificate USING btree (insurer);
CREATE INDEX insurer_standing_by_insurer ON public.insurer_standing USING btree (insurer, id);
CREATE INDEX lost_file_by_recovery ON public.lost_file USING btree (recovery, insurer);
CREATE INDEX lost_file_by_stem ON public.lost_file USING btree (insurer, stem) WHERE (stem IS NOT NULL);
CREATE INDEX number_proof_by_end ON public.number_proof USING btree (expires_at);
CREATE INDEX offered_certificate_by_insurer ON public.offered_certificate USING btree (insurer, fingerprint);
CREATE INDEX person_agreement_by_person ON public.person_agreement USING btree (person, id);
CREATE INDEX portal_request_by_end ON public.portal_request USING btree (until);
CREATE INDEX portal_response_by_age ON public.portal_response USING btree (answered_at);
CREATE UNIQUE INDEX recovery_one_at_a_time ON public.recovery USING btree ((true)) WHERE (settled_at IS NULL);
CREATE INDEX registration_batch_by_effect ON public.registration_batch USING btree (effective_on) WHERE (effective_on IS NOT NULL);
CREATE INDEX registration_batch_by_inbound_file ON public.registration_batch USING btree (inbound_file);
CREATE INDEX registration_batch_of_successions ON public.registration_batch USING btree (revision) WHERE (kind = 'SUCCESSION'::text);
CREATE INDEX registration_page_by_batch ON public.registration_page USING btree (batch);
CREATE INDEX registration_page_by_number ON public.registration_page USING btree (thousand, SUBSTRING(places FROM 1 FOR 2), SUBSTRING(places FROM (octet_length(places) - 1)));
CREATE INDEX registration_row_by_batch ON public.registration_row USING btree (batch);
CREATE INDEX registration_row_by_number ON public.registration_row USING btree ((((mobile / 1000))::integer), mobile) WHERE (mobile IS NOT NULL);
CREATE INDEX registration_row_by_subject ON public.registration_row USING btree (subject) WHERE (subject IS NOT NULL);
CREATE INDEX reminder_by_end ON public.reminder USING btree (expires_on);
CREATE INDEX resync_request_by_insurer ON public.resync_request USING btree (insurer, newest_sequence);
CREATE INDEX sanction_by_insurer ON public.sanction USING btree (insurer, id);
CREATE UNIQUE INDEX scheduled_run_alone ON public.scheduled_run USING btree (job, COALESCE(insurer, ''::text)) WHERE (ended_at IS NULL);
CREATE INDEX scheduled_run_by_end ON public.scheduled_run USING btree (ended_at);
CREATE INDEX scheduled_run_left_by_run ON public.scheduled_run_left USING btree (run);
CREATE INDEX scheduled_run_newest ON public.scheduled_run USING btree (job, COALESCE(insurer, ''::text), id DESC) WHERE (outcome = ANY (ARRAY['DONE'::text, 'LEFT'::text]));
CREATE UNIQUE INDEX scheduled_run_once ON public.scheduled_run USING btree (job, COALESCE(insurer, ''::text), due_at, attempt);
CREATE INDEX scheduled_tasks_by_heartbeat ON public.scheduled_tasks USING btree (last_heartbeat);
CREATE INDEX scheduled_tasks_by_time ON public.scheduled_tasks USING btree (execution_time);
CREATE INDEX visitor_count_by_end ON public.visitor_count USING btree (ends);
CREATE INDEX visitors_turned_away_by_time ON public.visitors_turned_away USING btree (at);
CREATE INDEX withdrawal_by_batch ON public.withdrawal USING btree (batch, line);
CREATE INDEX withheld_list_by_insurer ON public.withheld_list USING btree (insurer, publication);
CREATE TRIGGER access_log_checkpoint_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.access_log_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER access_log_entry_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.access_log_entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER access_log_place_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.access_log_place FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER acknowledgement_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.acknowledgement FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER acknowledgement_unit_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.acknowledgement_unit FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER calendar_day_comes_with_its_version BEFORE INSERT ON public.calendar_day FOR EACH ROW EXECUTE FUNCTION public.refuse_late_day();
CREATE TRIGGER calendar_version_has_one_bundled BEFORE INSERT ON public.calendar_version FOR EACH ROW EXECUTE FUNCTION public.refuse_second_bundled_calendar();
CREATE TRIGGER call_case_answer_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.call_case_answer FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER call_case_decision_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.call_case_decision FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER call_case_event_is_followed AFTER INSERT ON public.call_case_event FOR EACH ROW EXECUTE FUNCTION public.follow_open_cases();
CREATE TRIGGER call_case_party_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.call_case_party FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER case_notice_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.case_notice FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER case_unnotified_day_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.case_unnotified_day FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER certificate_revocation_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.certificate_revocation FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER insurer_standing_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.insurer_standing FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER offered_certificate_decision_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.offered_certificate_decision FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER offered_certificate_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.offered_certificate FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER person_agreement_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.person_agreement FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER person_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.person FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER person_revocation_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.person_revocation FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER registration_is_only_erased BEFORE UPDATE ON public.registration_row FOR EACH ROW EXECUTE FUNCTION public.refuse_another_number();
CREATE TRIGGER request_decision_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.request_decision FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER request_file_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.request_file FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER request_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.request FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER request_result_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.request_result FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER resync_request_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.resync_request FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER sanction_case_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.sanction_case FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER sanction_event_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.sanction_event FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER sanction_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.sanction FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER withheld_list_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.withheld_list FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
ALTER TABLE ONLY public.access_log_acceptance
    ADD CONSTRAINT access_log_acceptance_alarm_fkey FOREIGN KEY (alarm) REFERENCES public.access_log_alarm(id);
ALTER TABLE ONLY public.access_log_entry
    ADD CONSTRAINT access_log_entry_intent_fkey FOREIGN KEY (intent) REFERENCES public.access_log_entry(id);
ALTER TABLE ONLY public.access_log_open
    ADD CONSTRAINT access_log_open_intent_fkey FOREIGN KEY (intent) REFERENCES public.access_log_entry(id);
ALTER TABLE ONLY public.access_log_pending
    ADD CONSTRAINT access_log_pending_entry_fkey FOREIGN KEY (entry) REFERENCES public.access_log_entry(id);
ALTER TABLE ONLY public.access_log_place
    ADD CONSTRAINT access_log_place_entry_fkey FOREIGN KEY (entry) REFERENCES public.access_log_entry(id);
ALTER TABLE ONLY public.acknowledgement
    ADD CONSTRAINT acknowledgement_inbound_file_fkey FOREIGN KEY (inbound_file) REFERENCES public.inbound_file(id);
ALTER TABLE ONLY public.acknowledgement
    ADD CONSTRAINT acknowledgement_insurer_sequence_fkey FOREIGN KEY (insurer, sequence) REFERENCES public.block_list(insurer, sequence);
ALTER TABLE ONLY public.acknowledgement_unit
    ADD CONSTRAINT acknowledgement_unit_inbound_file_fkey FOREIGN KEY (inbound_file) REFERENCES public.acknowledgement(inbound_file);
ALTER TABLE ONLY public.alert_notified
    ADD CONSTRAINT alert_notified_occurrence_fkey FOREIGN KEY (occurrence) REFERENCES public.alert_occurrence(id);
ALTER TABLE ONLY public.alert_occurrence
    ADD CONSTRAINT alert_occurrence_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES public.alert_occurrence(id);
ALTER TABLE ONLY public.answer
    ADD CONSTRAINT answer_inbound_file_fkey FOREIGN KEY (inbound_file) REFERENCES public.inbound_file(id);
ALTER TABLE ONLY public.block_list_gap
    ADD CONSTRAINT block_list_gap_insurer_fkey FOREIGN KEY (insurer) REFERENCES public.insurer(code);
ALTER TABLE ONLY public.block_list_gap
    ADD CONSTRAINT block_list_gap_recovery_fkey FOREIGN KEY (recovery) REFERENCES public.recovery(id);
ALTER TABLE ONLY public.block_list
    ADD CONSTRAINT block_list_insurer_fkey FOREIGN KEY (insurer) REFERENCES public.insurer(code);
ALTER TABLE ONLY public.block_list
    ADD CONSTRAINT block_list_publication_fkey FOREIGN KEY (publication) REFERENCES public.publication(id);
ALTER TABLE ONLY public.calendar_day
    ADD CONSTRAINT calendar_day_version_fkey FOREIGN KEY (version) REFERENCES public.calendar_version(number);
ALTER TABLE ONLY public.call_case_answer
    ADD CONSTRAINT call_case_answer_call_case_fkey FOREIGN KEY (call_case) REFERENCES public.call_case(id);
ALTER TABLE ONLY public.call_case_answer
    ADD CONSTRAINT call_case_answer_inbound_file_fkey FOREIGN KEY (inbound_file) REFERENCES public.inbound_file(id);
ALTER TABLE ONLY public.call_case_answer
    ADD CONSTRAINT call_case_answer_insurer_fkey FOREIGN KEY (insurer) REFERENCES public.insurer(code);
ALTER TABLE ONLY public.call_case_decision
    ADD CONSTRAINT call_case_decision_call_case_fkey FOREIGN KEY (call_case) REFERENCES public.call_case(id);
ALTER TABLE ONLY public.call_case_erasure
    ADD CONSTRAINT call_case_erasure_call_case_fkey FOREIGN KEY (call_case) REFERENCES public.call_case(id);
ALTER TABLE ONLY public.call_case_erasure
    ADD CONSTRAINT call_case_erasure_intent_fkey FOREIGN KEY (intent) REFERENCES public.access_log_entry(id);
ALTER TABLE ONLY public.call_case_event
    ADD CONSTRAINT call_case_event_call_case_fkey FOREIGN KEY (call_case) REFERENCES public.call_case(id);
ALTER TABLE ONLY public.call_case
    ADD CONSTRAINT call_case_insurer_fkey FOREIGN KEY (insurer) REFERENCES public.insurer(code);
ALTER TABLE ONLY public.call_case_number
    ADD CONSTRAINT call_case_number_call_case_fkey FOREIGN KEY (call_case) REFERENCES public.call_case(id);
ALTER TABLE ONLY public.call_case_open
    ADD CONSTRAINT call_case_open_call_case_fkey FOREIGN KEY (call_case) REFERENCES public.call_case(id);
ALTER TABLE ONLY public.call_case_party
    ADD CONSTRAINT call_case_party_call_case_fkey FOREIGN KEY (call_case) REFERENCES public.call_case(id);
ALTER TABLE ONLY public.call_case_party
    ADD CONSTRAINT call_case_party_insurer_fkey FOREIGN KEY (insurer) REFERENCES public.insurer(code);
ALTER TABLE ONLY public.call_case_party
    ADD CONSTRAINT call_case_party_insurer_unit_fkey FOREIGN KEY (insurer, unit) REFERENCES public.sales_unit(insurer, code);
ALTER TABLE ONLY public.case_file
    ADD CONSTRAINT case_file_insurer_fkey FOREIGN KEY (insurer) REFERENCES public.insurer(code);
ALTER TABLE ONLY public.case_notice
    ADD CONSTRAINT case_notice_call_case_fkey FOREIGN KEY (call_case) REFERENCES public.call_case(id);
ALTER TABLE ONLY public.case_notice
    ADD CONSTRAINT case_notice_case_file_fkey FOREIGN KEY (case_file) REFERENCES public.case_file(id);
ALTER TABLE ONLY public.case_notice
    ADD CONSTRAINT case_notice_decision_fkey FOREIGN KEY (decision) REFERENCES public.call_case_decision(id);
ALTER TABLE ONLY public.case_notice
    ADD CONSTRAINT case_notice_sanction_fkey FOREIGN KEY (sanction) REFERENCES public.sanction(id);
ALTER TABLE ONLY public.case_unnotified_day
    ADD CONSTRAINT case_unnotified_day_insurer_fkey FOREIGN KEY (insurer) REFERENCES public.insurer(code);
ALTER TABLE ONLY public.certificate_announcement
    ADD CONSTRAINT certificate_announcement_insurer_fkey FOREIGN KEY (insurer) REFERENCES public.insurer(code);
ALTER TABLE ONLY public.certificate_revocation
    ADD CONSTRAINT certificate_revocation_fingerprint_fkey FOREIGN KEY (fingerprint) REFERENCES public.insurer_certificate(fingerprint);
ALTER TABLE ONLY public.erasure
    ADD CONSTRAINT erasure_intent_fkey FOREIGN KEY (intent) REFERENCES public.access_log_entry(id);
ALTER TABLE ONLY public.held_decision
    ADD CONSTRAINT held_decision_inbound_file_fkey FOREIGN KEY (inbound_file) REFERENCES public.inbound_file(id);
ALTER TABLE ONLY public.inbound_fetch
    ADD CONSTRAINT inbound_fetch_insurer_fkey FOREIGN KEY (insurer) REFERENCES public.insurer(code);
ALTER TABLE ONLY public.inbound_fetch_next
    ADD CONSTRAINT inbound_fetch_next_insurer_fkey FOREIGN KEY (insurer) REFERENCES public.insurer(code);
ALTER TABLE ONLY public.inbound_file
    ADD CONSTRAINT inbound_file_insurer_fkey FOREIGN KEY (insurer) REFERENCES public.insurer(code);
ALTER TABLE ONLY public.insurer_certificate
    ADD CONSTRAINT insurer_certificate_insurer_fkey FOREIGN KEY (insurer) REFERENCES public.insurer(code);
ALTER TABLE ONLY public.insurer_lease
    ADD CONSTRAINT insurer_lease_insurer_fkey FOREIGN KEY (insurer) REFERENCES public.insurer(code);
ALTER TABLE ONLY public.insurer_standing
    ADD CONSTRAINT insurer_standing_insurer_fkey FOREIGN KEY (insurer) REFERENCES public.insurer(code);
ALTER TABLE ONLY public.insurer_standing
    ADD CONSTRAINT insurer_standing_successor_fkey FOREIGN KEY (successor) REFERENCES public.insurer(code);
ALTER TABLE ONLY public.insurer
    ADD CONSTRAINT insurer_successor_fkey FOREIGN KEY (successor) REFERENCES public.insurer(code);
ALTER TABLE ONLY public.batch_job_execution_context
    ADD CONSTRAINT job_exec_ctx_fk FOREIGN KEY (job_execution_id) REFERENCES public.batch_job_execution(job_execution_id);
ALTER TABLE ONLY public.batch_job_execution_params
    ADD CONSTRAINT job_exec_params_fk FOREIGN KEY (job_execution_id) REFERENCES public.batch_job_execution(job_execution_id);
ALTER TABLE ONLY public.batch_step_execution
    ADD CONSTRAINT job_exec_step_fk FOREIGN KEY (job_execution_id) REFERENCES public.batch_job_execution(job_execution_id);
ALTER TABLE ONLY public.batch_job_execution
    ADD CONSTRAINT job_inst_exec_fk FOREIGN KEY (job_instance_id) REFERENCES public.batch_job_instance(job_instance_id);
ALTER TABLE ONLY public.lost_file
    ADD CONSTRAINT lost_file_insurer_fkey FOREIGN KEY (insurer) REFERENCES public.insurer(code);
ALTER TABLE ONLY public.lost_file
    ADD CONSTRAINT lost_file_recovery_fkey FOREIGN KEY (recovery) REFERENCES public.recovery(id);
ALTER TABLE ONLY public.offered_certificate_decision
    ADD CONSTRAINT offered_certificate_decision_inbound_file_fkey FOREIGN KEY (inbound_file) REFERENCES public.offered_certificate(inbound_file);
ALTER TABLE ONLY public.offered_certificate
    ADD CONSTRAINT offered_certificate_inbound_file_fkey FOREIGN KEY (inbound_file) REFERENCES public.inbound_file(id);
ALTER TABLE ONLY public.offered_certificate
    ADD CONSTRAINT offered_certificate_insurer_fkey FOREIGN KEY (insurer) REFERENCES public.insurer(code);
ALTER TABLE ONLY public.person_agreement
    ADD CONSTRAINT person_agreement_person_fkey FOREIGN KEY (person) REFERENCES public.person(name);
ALTER TABLE ONLY public.person_password
    ADD CONSTRAINT person_password_person_fkey FOREIGN KEY (person) REFERENCES public.person(name);
ALTER TABLE ONLY public.person_revocation
    ADD CONSTRAINT person_revocation_person_fkey FOREIGN KEY (person) REFERENCES public.person(name);
ALTER TABLE ONLY public.recovery
    ADD CONSTRAINT recovery_insurer_fkey FOREIGN KEY (insurer) REFERENCES public.insurer(code);
ALTER TABLE ONLY public.registration_batch
    ADD CONSTRAINT registration_batch_insurer_fkey FOREIGN KEY (insurer) REFERENCES public.insurer(scope);
ALTER TABLE ONLY public.registration_batch
    ADD CONSTRAINT registration_batch_successor_fkey FOREIGN KEY (successor) REFERENCES public.insurer(scope);
ALTER TABLE ONLY public.reingested
    ADD CONSTRAINT reingested_inbound_file_fkey FOREIGN KEY (inbound_file) REFERENCES public.inbound_file(id);
ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT reminder_reference_fkey FOREIGN KEY (reference) REFERENCES public.consumer_registration(reference);
ALTER TABLE ONLY public.request_about_number
    ADD CONSTRAINT request_about_number_request_fkey FOREIGN KEY (request) REFERENCES public.request(id);
ALTER TABLE ONLY public.request_decision
    ADD CONSTRAINT request_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.person(name);
ALTER TABLE ONLY public.request_decision
    ADD CONSTRAINT request_decision_request_fkey FOREIGN KEY (request) REFERENCES public.request(id);
ALTER TABLE ONLY public.request_decision
    ADD CONSTRAINT request_decision_request_requested_by_fkey FOREIGN KEY (request, requested_by) REFERENCES public.request(id, requested_by);
ALTER TABLE ONLY public.request_file
    ADD CONSTRAINT request_file_request_fkey FOREIGN KEY (request) REFERENCES public.request(id);
ALTER TABLE ONLY public.request_number
    ADD CONSTRAINT request_number_request_fkey FOREIGN KEY (request) REFERENCES public.request(id);
ALTER TABLE ONLY public.request
    ADD CONSTRAINT request_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES public.person(name);
ALTER TABLE ONLY public.request_result
    ADD CONSTRAINT request_result_request_fkey FOREIGN KEY (request) REFERENCES public.request_decision(request);
ALTER TABLE ONLY public.resync_request
    ADD CONSTRAINT resync_request_inbound_file_fkey FOREIGN KEY (inbound_file) REFERENCES public.inbound_file(id);
ALTER TABLE ONLY public.resync_request
    ADD CONSTRAINT resync_request_insurer_fkey FOREIGN KEY (insurer) REFERENCES public.insurer(code);
ALTER TABLE ONLY public.sales_unit
    ADD CONSTRAINT sales_unit_insurer_fkey FOREIGN KEY (insurer) REFERENCES public.insurer(code);
ALTER TABLE ONLY public.sanction_case
    ADD CONSTRAINT sanction_case_call_case_fkey FOREIGN KEY (call_case) REFERENCES public.call_case(id);
ALTER TABLE ONLY public.sanction_case
    ADD CONSTRAINT sanction_case_sanction_fkey FOREIGN KEY (sanction) REFERENCES public.sanction(id);
ALTER TABLE ONLY public.sanction_event
    ADD CONSTRAINT sanction_event_sanction_fkey FOREIGN KEY (sanction) REFERENCES public.sanction(id);
ALTER TABLE ONLY public.sanction
    ADD CONSTRAINT sanction_insurer_fkey FOREIGN KEY (insurer) REFERENCES public.insurer(code);
ALTER TABLE ONLY public.scheduled_run
    ADD CONSTRAINT scheduled_run_insurer_fkey FOREIGN KEY (insurer) REFERENCES public.insurer(code);
ALTER TABLE ONLY public.scheduled_run_left
    ADD CONSTRAINT scheduled_run_left_insurer_fkey FOREIGN KEY (insurer) REFERENCES public.insurer(code);
ALTER TABLE ONLY public.scheduled_run_left
    ADD CONSTRAINT scheduled_run_left_run_fkey FOREIGN KEY (run) REFERENCES public.scheduled_run(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.segment
    ADD CONSTRAINT segment_version_fkey FOREIGN KEY (version) REFERENCES public.segment_version(number);
ALTER TABLE ONLY public.batch_step_execution_context
    ADD CONSTRAINT step_exec_ctx_fk FOREIGN KEY (step_execution_id) REFERENCES public.batch_step_execution(step_execution_id);
ALTER TABLE ONLY public.withdrawal_request
    ADD CONSTRAINT withdrawal_request_inbound_file_fkey FOREIGN KEY (inbound_file) REFERENCES public.inbound_file(id);
ALTER TABLE ONLY public.withheld_list
    ADD CONSTRAINT withheld_list_insurer_fkey FOREIGN KEY (insurer) REFERENCES public.insurer(code);
ALTER TABLE ONLY public.withheld_list
    ADD CONSTRAINT withheld_list_publication_fkey FOREIGN KEY (publication) REFERENCES public.publication(id);
GRANT USAGE ON SCHEMA public TO jinbo_runtime;
GRANT USAGE ON SCHEMA public TO jinbo_numbers;
GRANT USAGE ON SCHEMA public TO jinbo_portal;
REVOKE ALL ON FUNCTION public.access_is_open(of_intent bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.access_is_open(of_intent bigint) TO jinbo_runtime;
REVOKE ALL ON FUNCTION public.block_digits_at(blocks bytea, at integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.block_digits_at(blocks bytea, at integer) TO jinbo_numbers;
REVOKE ALL ON FUNCTION public.block_effective_on_at(blocks bytea, at integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.block_effective_on_at(blocks bytea, at integer) TO jinbo_numbers;
REVOKE ALL ON FUNCTION public.block_expires_on_at(blocks bytea, at integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.block_expires_on_at(blocks bytea, at integer) TO jinbo_numbers;
REVOKE ALL ON FUNCTION public.int2_at(bytes bytea, at integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.int2_at(bytes bytea, at integer) TO jinbo_numbers;
REVOKE ALL ON FUNCTION public.complained_on_at(registrations bytea, n integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.complained_on_at(registrations bytea, n integer) TO jinbo_numbers;
REVOKE ALL ON FUNCTION public.complaint_at(registrations bytea, n integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.complaint_at(registrations bytea, n integer) TO jinbo_numbers;
REVOKE ALL ON FUNCTION public.count_registrations(of_batch bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.count_registrations(of_batch bigint) TO jinbo_runtime;
GRANT ALL ON FUNCTION public.count_registrations(of_batch bigint) TO jinbo_numbers;
REVOKE ALL ON FUNCTION public.digits_at(places bytea, n integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.digits_at(places bytea, n integer) TO jinbo_numbers;
REVOKE ALL ON FUNCTION public.end_long_portal_transactions(milliseconds integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.end_long_portal_transactions(milliseconds integer) TO jinbo_runtime;
REVOKE ALL ON FUNCTION public.erase_registrations(mobiles bigint[], years integer[], epochs integer[], subjects bytea[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.erase_registrations(mobiles bigint[], years integer[], epochs integer[], subjects bytea[]) TO jinbo_numbers;
REVOKE ALL ON FUNCTION public.expires_on_at(registrations bytea, n integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.expires_on_at(registrations bytea, n integer) TO jinbo_numbers;
REVOKE ALL ON FUNCTION public.follow_open_cases() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.int4_at(bytes bytea, at integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.int4_at(bytes bytea, at integer) TO jinbo_numbers;
GRANT ALL ON FUNCTION public.int4_at(bytes bytea, at integer) TO jinbo_runtime;
REVOKE ALL ON FUNCTION public.line_at(registrations bytea, n integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.line_at(registrations bytea, n integer) TO jinbo_numbers;
REVOKE ALL ON FUNCTION public.place_of(mobile bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.place_of(mobile bigint) TO jinbo_numbers;
REVOKE ALL ON FUNCTION public.put_portal_request(of_request uuid, content text, milliseconds integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.put_portal_request(of_request uuid, content text, milliseconds integer) TO jinbo_portal;
REVOKE ALL ON FUNCTION public.put_portal_response(of_request uuid, content text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.put_portal_response(of_request uuid, content text) TO jinbo_runtime;
REVOKE ALL ON FUNCTION public.refuse_another_number() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.refuse_change() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.refuse_late_day() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.refuse_second_bundled_calendar() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.scope_at(registrations bytea, n integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.scope_at(registrations bytea, n integer) TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.registration_page TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.registration_row TO jinbo_numbers;
GRANT SELECT ON TABLE public.registration TO jinbo_numbers;
REVOKE ALL ON FUNCTION public.registrations_on(of_mobile bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.registrations_on(of_mobile bigint) TO jinbo_numbers;
REVOKE ALL ON FUNCTION public.remove_expired_portal_rows() FROM PUBLIC;
GRANT ALL ON FUNCTION public.remove_expired_portal_rows() TO jinbo_runtime;
REVOKE ALL ON FUNCTION public.take_portal_requests(at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.take_portal_requests(at_most integer) TO jinbo_runtime;
REVOKE ALL ON FUNCTION public.take_portal_response(of_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.take_portal_response(of_request uuid) TO jinbo_portal;
REVOKE ALL ON FUNCTION public.withdraw_portal_request(of_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.withdraw_portal_request(of_request uuid) TO jinbo_portal;
REVOKE ALL ON FUNCTION public.write_access_entry(at timestamp with time zone, phase text, of_intent bigint, actor text, role text, operating_system_user text, confirmed_by text, action text, purpose text, insurer text, object text, outcome text, numbers bigint, acts_batch bigint, acts_revision bigint, acts_count bigint, acts_digest text, list_sequence bigint, list_sha256 text, subject text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.write_access_entry(at timestamp with time zone, phase text, of_intent bigint, actor text, role text, operating_system_user text, confirmed_by text, action text, purpose text, insurer text, object text, outcome text, numbers bigint, acts_batch bigint, acts_revision bigint, acts_count bigint, acts_digest text, list_sequence bigint, list_sha256 text, subject text) TO jinbo_runtime;
GRANT SELECT,INSERT ON TABLE public.access_log_acceptance TO jinbo_runtime;
GRANT SELECT ON TABLE public.access_log_acceptance TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.access_log_alarm TO jinbo_runtime;
GRANT SELECT ON TABLE public.access_log_alarm TO jinbo_numbers;
GRANT USAGE ON SEQUENCE public.access_log_alarm_id_seq TO jinbo_runtime;
GRANT SELECT,INSERT ON TABLE public.access_log_checkpoint TO jinbo_runtime;
GRANT SELECT ON TABLE public.access_log_checkpoint TO jinbo_numbers;
GRANT USAGE ON SEQUENCE public.access_log_checkpoint_id_seq TO jinbo_runtime;
GRANT SELECT,INSERT ON TABLE public.access_log_entry TO jinbo_runtime;
GRANT SELECT ON TABLE public.access_log_entry TO jinbo_numbers;
GRANT USAGE ON SEQUENCE public.access_log_entry_id_seq TO jinbo_runtime;
GRANT SELECT,UPDATE ON TABLE public.access_log_head TO jinbo_runtime;
GRANT SELECT ON TABLE public.access_log_head TO jinbo_numbers;
GRANT SELECT,INSERT,DELETE ON TABLE public.access_log_open TO jinbo_runtime;
GRANT SELECT ON TABLE public.access_log_open TO jinbo_numbers;
GRANT SELECT,INSERT,DELETE ON TABLE public.access_log_pending TO jinbo_runtime;
GRANT SELECT ON TABLE public.access_log_pending TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.access_log_place TO jinbo_runtime;
GRANT SELECT ON TABLE public.access_log_place TO jinbo_numbers;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.access_log_tile TO jinbo_runtime;
GRANT SELECT ON TABLE public.access_log_tile TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.acknowledgement TO jinbo_runtime;
GRANT SELECT ON TABLE public.acknowledgement TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.acknowledgement_unit TO jinbo_runtime;
GRANT SELECT ON TABLE public.acknowledgement_unit TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.alert_notified TO jinbo_runtime;
GRANT SELECT ON TABLE public.alert_notified TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.alert_occurrence TO jinbo_runtime;
GRANT SELECT ON TABLE public.alert_occurrence TO jinbo_numbers;
GRANT UPDATE(resolved_at) ON TABLE public.alert_occurrence TO jinbo_runtime;
GRANT UPDATE(replaced_by) ON TABLE public.alert_occurrence TO jinbo_runtime;
GRANT USAGE ON SEQUENCE public.alert_occurrence_id_seq TO jinbo_runtime;
GRANT SELECT,INSERT ON TABLE public.answer TO jinbo_runtime;
GRANT SELECT ON TABLE public.answer TO jinbo_numbers;
GRANT UPDATE(delivered_at) ON TABLE public.answer TO jinbo_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.batch_job_execution TO jinbo_runtime;
GRANT SELECT ON TABLE public.batch_job_execution TO jinbo_numbers;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.batch_job_execution_context TO jinbo_runtime;
GRANT SELECT ON TABLE public.batch_job_execution_context TO jinbo_numbers;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.batch_job_execution_params TO jinbo_runtime;
GRANT SELECT ON TABLE public.batch_job_execution_params TO jinbo_numbers;
GRANT USAGE ON SEQUENCE public.batch_job_execution_seq TO jinbo_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.batch_job_instance TO jinbo_runtime;
GRANT SELECT ON TABLE public.batch_job_instance TO jinbo_numbers;
GRANT USAGE ON SEQUENCE public.batch_job_instance_seq TO jinbo_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.batch_step_execution TO jinbo_runtime;
GRANT SELECT ON TABLE public.batch_step_execution TO jinbo_numbers;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.batch_step_execution_context TO jinbo_runtime;
GRANT SELECT ON TABLE public.batch_step_execution_context TO jinbo_numbers;
GRANT USAGE ON SEQUENCE public.batch_step_execution_seq TO jinbo_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.block_page TO jinbo_numbers;
GRANT SELECT ON TABLE public.block TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.block_list TO jinbo_runtime;
GRANT SELECT ON TABLE public.block_list TO jinbo_numbers;
GRANT UPDATE(list_delivered_at) ON TABLE public.block_list TO jinbo_runtime;
GRANT UPDATE(manifest_delivered_at) ON TABLE public.block_list TO jinbo_runtime;
GRANT SELECT,INSERT ON TABLE public.block_list_gap TO jinbo_runtime;
GRANT SELECT ON TABLE public.block_list_gap TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.calendar_day TO jinbo_runtime;
GRANT SELECT ON TABLE public.calendar_day TO jinbo_numbers;
GRANT USAGE ON SEQUENCE public.calendar_number TO jinbo_runtime;
GRANT SELECT,INSERT ON TABLE public.calendar_version TO jinbo_runtime;
GRANT SELECT ON TABLE public.calendar_version TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.call_case TO jinbo_runtime;
GRANT SELECT ON TABLE public.call_case TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.call_case_answer TO jinbo_runtime;
GRANT SELECT ON TABLE public.call_case_answer TO jinbo_numbers;
GRANT USAGE ON SEQUENCE public.call_case_answer_id_seq TO jinbo_runtime;
GRANT SELECT,INSERT ON TABLE public.call_case_decision TO jinbo_runtime;
GRANT SELECT ON TABLE public.call_case_decision TO jinbo_numbers;
GRANT USAGE ON SEQUENCE public.call_case_decision_id_seq TO jinbo_runtime;
GRANT SELECT,INSERT ON TABLE public.call_case_erasure TO jinbo_runtime;
GRANT SELECT ON TABLE public.call_case_erasure TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.call_case_event TO jinbo_runtime;
GRANT SELECT ON TABLE public.call_case_event TO jinbo_numbers;
GRANT USAGE ON SEQUENCE public.call_case_event_id_seq TO jinbo_runtime;
GRANT USAGE ON SEQUENCE public.call_case_id_seq TO jinbo_runtime;
GRANT SELECT,INSERT,DELETE ON TABLE public.call_case_number TO jinbo_numbers;
GRANT SELECT,INSERT,DELETE ON TABLE public.call_case_open TO jinbo_runtime;
GRANT SELECT ON TABLE public.call_case_open TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.call_case_party TO jinbo_runtime;
GRANT SELECT ON TABLE public.call_case_party TO jinbo_numbers;
GRANT USAGE ON SEQUENCE public.call_case_party_id_seq TO jinbo_runtime;
GRANT SELECT,INSERT ON TABLE public.case_file TO jinbo_runtime;
GRANT SELECT ON TABLE public.case_file TO jinbo_numbers;
GRANT UPDATE(delivered_at) ON TABLE public.case_file TO jinbo_runtime;
GRANT UPDATE(withheld_at) ON TABLE public.case_file TO jinbo_runtime;
GRANT USAGE ON SEQUENCE public.case_file_id_seq TO jinbo_runtime;
GRANT SELECT,INSERT ON TABLE public.case_notice TO jinbo_runtime;
GRANT SELECT ON TABLE public.case_notice TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.case_unnotified_day TO jinbo_runtime;
GRANT SELECT ON TABLE public.case_unnotified_day TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.certificate_announcement TO jinbo_runtime;
GRANT SELECT ON TABLE public.certificate_announcement TO jinbo_numbers;
GRANT UPDATE(name) ON TABLE public.certificate_announcement TO jinbo_runtime;
GRANT UPDATE(spooled_as) ON TABLE public.certificate_announcement TO jinbo_runtime;
GRANT UPDATE(sha256) ON TABLE public.certificate_announcement TO jinbo_runtime;
GRANT UPDATE(signed_by) ON TABLE public.certificate_announcement TO jinbo_runtime;
GRANT UPDATE(sealed_at) ON TABLE public.certificate_announcement TO jinbo_runtime;
GRANT UPDATE(delivered_at) ON TABLE public.certificate_announcement TO jinbo_runtime;
GRANT SELECT,INSERT ON TABLE public.certificate_revocation TO jinbo_runtime;
GRANT SELECT ON TABLE public.certificate_revocation TO jinbo_numbers;
GRANT USAGE ON SEQUENCE public.certificate_revocation_id_seq TO jinbo_runtime;
GRANT SELECT,INSERT,DELETE ON TABLE public.code_challenge TO jinbo_runtime;
GRANT SELECT ON TABLE public.code_challenge TO jinbo_numbers;
GRANT UPDATE(tries) ON TABLE public.code_challenge TO jinbo_runtime;
GRANT UPDATE(proven_at) ON TABLE public.code_challenge TO jinbo_runtime;
GRANT SELECT,INSERT ON TABLE public.consumer_registration TO jinbo_runtime;
GRANT SELECT ON TABLE public.consumer_registration TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.destroyed_subject_key TO jinbo_runtime;
GRANT SELECT ON TABLE public.destroyed_subject_key TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.erasure TO jinbo_runtime;
GRANT SELECT ON TABLE public.erasure TO jinbo_numbers;
GRANT USAGE ON SEQUENCE public.erasure_id_seq TO jinbo_runtime;
GRANT SELECT,INSERT,DELETE ON TABLE public.finding_page TO jinbo_runtime;
GRANT SELECT ON TABLE public.finding_page TO jinbo_numbers;
GRANT SELECT ON TABLE public.finding TO jinbo_runtime;
GRANT SELECT ON TABLE public.finding TO jinbo_numbers;
GRANT SELECT ON TABLE public.flyway_schema_history TO jinbo_runtime;
GRANT SELECT ON TABLE public.flyway_schema_history TO jinbo_numbers;
GRANT SELECT,INSERT,DELETE ON TABLE public.gateway_failing TO jinbo_runtime;
GRANT SELECT ON TABLE public.gateway_failing TO jinbo_numbers;
GRANT UPDATE(tried_at) ON TABLE public.gateway_failing TO jinbo_runtime;
GRANT UPDATE(tries) ON TABLE public.gateway_failing TO jinbo_runtime;
GRANT SELECT,INSERT ON TABLE public.held_decision TO jinbo_runtime;
GRANT SELECT ON TABLE public.held_decision TO jinbo_numbers;
GRANT SELECT,INSERT,DELETE ON TABLE public.inbound_fetch TO jinbo_runtime;
GRANT SELECT ON TABLE public.inbound_fetch TO jinbo_numbers;
GRANT SELECT,INSERT,DELETE ON TABLE public.inbound_fetch_next TO jinbo_runtime;
GRANT SELECT ON TABLE public.inbound_fetch_next TO jinbo_numbers;
GRANT UPDATE(behind) ON TABLE public.inbound_fetch_next TO jinbo_runtime;
GRANT SELECT,INSERT,UPDATE ON TABLE public.inbound_file TO jinbo_runtime;
GRANT SELECT ON TABLE public.inbound_file TO jinbo_numbers;
GRANT USAGE ON SEQUENCE public.inbound_file_id_seq TO jinbo_runtime;
GRANT SELECT,INSERT,UPDATE ON TABLE public.insurer TO jinbo_runtime;
GRANT SELECT ON TABLE public.insurer TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.insurer_certificate TO jinbo_runtime;
GRANT SELECT ON TABLE public.insurer_certificate TO jinbo_numbers;
GRANT UPDATE(encoded) ON TABLE public.insurer_certificate TO jinbo_runtime;
GRANT UPDATE(accepted_from) ON TABLE public.insurer_certificate TO jinbo_runtime;
GRANT UPDATE(accepted_until) ON TABLE public.insurer_certificate TO jinbo_runtime;
GRANT SELECT,INSERT,UPDATE ON TABLE public.insurer_lease TO jinbo_runtime;
GRANT SELECT ON TABLE public.insurer_lease TO jinbo_numbers;
GRANT USAGE ON SEQUENCE public.insurer_scope_seq TO jinbo_runtime;
GRANT SELECT,INSERT ON TABLE public.insurer_standing TO jinbo_runtime;
GRANT SELECT ON TABLE public.insurer_standing TO jinbo_numbers;
GRANT USAGE ON SEQUENCE public.insurer_standing_id_seq TO jinbo_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.last_consumer_registration TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.lost_file TO jinbo_runtime;
GRANT SELECT ON TABLE public.lost_file TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.newest_case_decision TO jinbo_runtime;
GRANT SELECT ON TABLE public.newest_case_decision TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.newest_case_event TO jinbo_runtime;
GRANT SELECT ON TABLE public.newest_case_event TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.newest_case_party TO jinbo_runtime;
GRANT SELECT ON TABLE public.newest_case_party TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.sanction TO jinbo_runtime;
GRANT SELECT ON TABLE public.sanction TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.sanction_event TO jinbo_runtime;
GRANT SELECT ON TABLE public.sanction_event TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.newest_sanction_event TO jinbo_runtime;
GRANT SELECT ON TABLE public.newest_sanction_event TO jinbo_numbers;
GRANT SELECT,INSERT,DELETE ON TABLE public.number_proof TO jinbo_runtime;
GRANT SELECT ON TABLE public.number_proof TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.offered_certificate TO jinbo_runtime;
GRANT SELECT ON TABLE public.offered_certificate TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.offered_certificate_decision TO jinbo_runtime;
GRANT SELECT ON TABLE public.offered_certificate_decision TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.person TO jinbo_runtime;
GRANT SELECT ON TABLE public.person TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.person_agreement TO jinbo_runtime;
GRANT SELECT ON TABLE public.person_agreement TO jinbo_numbers;
GRANT USAGE ON SEQUENCE public.person_agreement_id_seq TO jinbo_runtime;
GRANT SELECT,INSERT,DELETE ON TABLE public.person_password TO jinbo_runtime;
GRANT SELECT ON TABLE public.person_password TO jinbo_numbers;
GRANT UPDATE(hash) ON TABLE public.person_password TO jinbo_runtime;
GRANT UPDATE(edition) ON TABLE public.person_password TO jinbo_runtime;
GRANT UPDATE(set_at) ON TABLE public.person_password TO jinbo_runtime;
GRANT SELECT,INSERT ON TABLE public.person_revocation TO jinbo_runtime;
GRANT SELECT ON TABLE public.person_revocation TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.publication TO jinbo_runtime;
GRANT SELECT ON TABLE public.publication TO jinbo_numbers;
GRANT USAGE ON SEQUENCE public.publication_id_seq TO jinbo_runtime;
GRANT SELECT,INSERT ON TABLE public.recovery TO jinbo_runtime;
GRANT SELECT ON TABLE public.recovery TO jinbo_numbers;
GRANT UPDATE(corroboration) ON TABLE public.recovery TO jinbo_runtime;
GRANT UPDATE(settled_at) ON TABLE public.recovery TO jinbo_runtime;
GRANT UPDATE(settled_by) ON TABLE public.recovery TO jinbo_runtime;
GRANT UPDATE(reason) ON TABLE public.recovery TO jinbo_runtime;
GRANT UPDATE(forced) ON TABLE public.recovery TO jinbo_runtime;
GRANT USAGE ON SEQUENCE public.recovery_id_seq TO jinbo_runtime;
GRANT SELECT,INSERT ON TABLE public.registration_batch TO jinbo_runtime;
GRANT SELECT ON TABLE public.registration_batch TO jinbo_numbers;
GRANT USAGE ON SEQUENCE public.registration_batch_id_seq TO jinbo_runtime;
GRANT SELECT,UPDATE ON TABLE public.registry_head TO jinbo_runtime;
GRANT SELECT ON TABLE public.registry_head TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.reingested TO jinbo_runtime;
GRANT SELECT ON TABLE public.reingested TO jinbo_numbers;
GRANT SELECT,INSERT,DELETE ON TABLE public.reminder TO jinbo_runtime;
GRANT SELECT ON TABLE public.reminder TO jinbo_numbers;
GRANT UPDATE(token) ON TABLE public.reminder TO jinbo_runtime;
GRANT UPDATE(begun) ON TABLE public.reminder TO jinbo_runtime;
GRANT UPDATE(announced_at) ON TABLE public.reminder TO jinbo_runtime;
GRANT UPDATE(sent_at) ON TABLE public.reminder TO jinbo_runtime;
GRANT UPDATE(needless_at) ON TABLE public.reminder TO jinbo_runtime;
GRANT UPDATE(renewed_at) ON TABLE public.reminder TO jinbo_runtime;
GRANT UPDATE(renewed_by) ON TABLE public.reminder TO jinbo_runtime;
GRANT SELECT,INSERT ON TABLE public.request TO jinbo_runtime;
GRANT SELECT ON TABLE public.request TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.request_about_number TO jinbo_runtime;
GRANT SELECT ON TABLE public.request_about_number TO jinbo_numbers;
GRANT UPDATE(removed_at) ON TABLE public.request_about_number TO jinbo_runtime;
GRANT SELECT,INSERT ON TABLE public.request_decision TO jinbo_runtime;
GRANT SELECT ON TABLE public.request_decision TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.request_file TO jinbo_runtime;
GRANT SELECT ON TABLE public.request_file TO jinbo_numbers;
GRANT USAGE ON SEQUENCE public.request_id_seq TO jinbo_runtime;
GRANT SELECT,INSERT,DELETE ON TABLE public.request_number TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.request_result TO jinbo_runtime;
GRANT SELECT ON TABLE public.request_result TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.resync_request TO jinbo_runtime;
GRANT SELECT ON TABLE public.resync_request TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.sales_unit TO jinbo_runtime;
GRANT SELECT ON TABLE public.sales_unit TO jinbo_numbers;
GRANT UPDATE(confidentiality_on) ON TABLE public.sales_unit TO jinbo_runtime;
GRANT UPDATE(closed_at) ON TABLE public.sales_unit TO jinbo_runtime;
GRANT SELECT,INSERT ON TABLE public.sanction_case TO jinbo_runtime;
GRANT SELECT ON TABLE public.sanction_case TO jinbo_numbers;
GRANT USAGE ON SEQUENCE public.sanction_event_id_seq TO jinbo_runtime;
GRANT USAGE ON SEQUENCE public.sanction_id_seq TO jinbo_runtime;
GRANT SELECT,INSERT,DELETE ON TABLE public.scheduled_run TO jinbo_runtime;
GRANT SELECT ON TABLE public.scheduled_run TO jinbo_numbers;
GRANT UPDATE(node) ON TABLE public.scheduled_run TO jinbo_runtime;
GRANT UPDATE(deaths) ON TABLE public.scheduled_run TO jinbo_runtime;
GRANT UPDATE(ended_at) ON TABLE public.scheduled_run TO jinbo_runtime;
GRANT UPDATE(outcome) ON TABLE public.scheduled_run TO jinbo_runtime;
GRANT UPDATE(done) ON TABLE public.scheduled_run TO jinbo_runtime;
GRANT USAGE ON SEQUENCE public.scheduled_run_id_seq TO jinbo_runtime;
GRANT SELECT,INSERT,DELETE ON TABLE public.scheduled_run_left TO jinbo_runtime;
GRANT SELECT ON TABLE public.scheduled_run_left TO jinbo_numbers;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.scheduled_tasks TO jinbo_runtime;
GRANT SELECT ON TABLE public.scheduled_tasks TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.segment TO jinbo_runtime;
GRANT SELECT ON TABLE public.segment TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.segment_version TO jinbo_runtime;
GRANT SELECT ON TABLE public.segment_version TO jinbo_numbers;
GRANT USAGE ON SEQUENCE public.segment_version_number_seq TO jinbo_runtime;
GRANT SELECT,INSERT,DELETE ON TABLE public.visitor_count TO jinbo_runtime;
GRANT SELECT ON TABLE public.visitor_count TO jinbo_numbers;
GRANT UPDATE(counted) ON TABLE public.visitor_count TO jinbo_runtime;
GRANT SELECT,INSERT,DELETE ON TABLE public.visitors_turned_away TO jinbo_runtime;
GRANT SELECT ON TABLE public.visitors_turned_away TO jinbo_numbers;
GRANT SELECT ON TABLE public.withdrawal TO jinbo_runtime;
GRANT SELECT,INSERT ON TABLE public.withdrawal TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.withdrawal_request TO jinbo_runtime;
GRANT SELECT ON TABLE public.withdrawal_request TO jinbo_numbers;
GRANT SELECT,INSERT ON TABLE public.withheld_list TO jinbo_runtime;
GRANT SELECT ON TABLE public.withheld_list TO jinbo_numbers;
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA public GRANT USAGE ON SEQUENCES  TO jinbo_runtime;
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA public GRANT SELECT,INSERT ON TABLES  TO jinbo_runtime;
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA public GRANT SELECT ON TABLES  TO jinbo_numbers;
ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE ALL ON FUNCTIONS  FROM PUBLIC;
set session_replication_role = replica;
insert into public.access_log_checkpoint (id, size, note, at) overriding system value
select id, size, note, at from jsonb_populate_recordset(null::public.access_log_checkpoint, '[
{"at": "2012-09-21T01:00:00+00:00", "id": 1, "note": "access-log.jinbo.invalid/81b8efb10fffd5c8\n18\ncnnBAJT0GagdHatWk8Idf/WT35Fs6PjPtH6A80imVlc=\n\n— access-log.jinbo.invalid/81b8efb10fffd5c8 B3AgcB5dSDLTF6QiO4T+d4XNFLG1g8mQE+eJN1PFo+D3QN0/xyi5lwOP+LApozt1a2oR5Gh0MM7ItQKSr3cH7A8rdww=\n", "size": 18},
{"at": "2012-09-21T01:00:00+00:00", "id": 2, "note": "access-log.jinbo.invalid/81b8efb10fffd5c8\n22\nwsJiDcjeH1/qS3EPwjyK1SOKpY9zghWG1KA/cRqgIio=\n\n— access-log.jinbo.invalid/81b8efb10fffd5c8 B3AgcFX0vLsXB8l89ca5iZ24u8sxznI2GLmK5tO9J2kzN51b5hufkSvaVgpCDXl2lFVmtMLLEOsK6EFnqOyb/EzEzQw=\n", "size": 22},
{"at": "2012-09-21T01:00:00+00:00", "id": 3, "note": "access-log.jinbo.invalid/81b8efb10fffd5c8\n28\ni7F+CEIf7G+3arswiVBfosLYVczkFbTG7M4Yovkc9ok=\n\n— access-log.jinbo.invalid/81b8efb10fffd5c8 B3AgcC2YuCKQ/WnKZ/mqsfmQN2+QhjI2Mhp8iKKiDi+keeqsOjjDYurOjMEXrx8Eh1jiMzmSpJ7h4QBhcVcNaJDOhA4=\n", "size": 28},
{"at": "2012-09-21T01:00:00+00:00", "id": 4, "note": "access-log.jinbo.invalid/81b8efb10fffd5c8\n29\no5aZhdFalvTvbF3Jt8RfhEkxvt9HanB+xdc+aNnnzfE=\n\n— access-log.jinbo.invalid/81b8efb10fffd5c8 B3AgcE7NRzaTOFCoLIuzMmArWi8ut2fGMjQ50/AvhQZ2SzTor4MVshm5M416Zdipnv+0c+Vh2PLfNTsudduzwTEywQc=\n", "size": 29},
{"at": "2012-09-21T01:00:00+00:00", "id": 5, "note": "access-log.jinbo.invalid/81b8efb10fffd5c8\n30\nUb/kJnm2FGB2zU7Snqei75zpe0KF+hXv6TwObAcCLYg=\n\n— access-log.jinbo.invalid/81b8efb10fffd5c8 B3AgcBRw/3iY3akSnOz415eChr9J/YmKAD8rVJgRI6UgFMvHzVl8ivBj8seBHfMlzTugSnPOjg84I2aUiZD1+4Y0GQk=\n", "size": 30},
{"at": "2012-10-10T01:00:00+00:00", "id": 6, "note": "access-log.jinbo.invalid/81b8efb10fffd5c8\n40\naXfYkHW4mfyHwSdqx4MIv0okh4QN388ctNGWw+H7ObQ=\n\n— access-log.jinbo.invalid/81b8efb10fffd5c8 B3AgcJikOpu/yXTpkO4DoUt1gIr/kTcM7FprOw8JOt/R6B49UEjkz1ZBBHBaF3vO4dQgTWPZNuPnbhMwaObpi+kl0gM=\n", "size": 40},
{"at": "2012-10-10T01:00:00+00:00", "id": 7, "note": "access-log.jinbo.invalid/81b8efb10fffd5c8\n42\nW/7Jn398mB5O50CiztRV+9c/1rcTvFn8Z4wW9AilMr4=\n\n— access-log.jinbo.invalid/81b8efb10fffd5c8 B3AgcFLoKBKG+q0x/CRnRrVZA8CqQJzRVUZ8wUeTDJ/yK8qul/82bWmMY0SnbYfnfIx43vGfHbuQeroGEG2ZjYSWJgo=\n", "size": 42},
{"at": "2012-10-10T01:00:00+00:00", "id": 8, "note": "access-log.jinbo.invalid/81b8efb10fffd5c8\n43\n6NbPKl6yaoIz9ioL2cbr13v8REEa1ogS8B2ONbhKBWM=\n\n— access-log.jinbo.invalid/81b8efb10fffd5c8 B3AgcCgaTth9+3KShGDKIYDyk7IAErWWOwOheGz++gEkr77rpRK4T4A9mtyZRDuxZuM6cdm7L1DcS9gu2IsD+hartA0=\n", "size": 43},
{"at": "2012-10-10T01:00:00+00:00", "id": 9, "note": "access-log.jinbo.invalid/81b8efb10fffd5c8\n44\nqrEgX1N/Yt9zaVk3u9xiYpEhjTfDt74p7rFhF/an1Ik=\n\n— access-log.jinbo.invalid/81b8efb10fffd5c8 B3AgcFedPIWICczSHrsn0BqOjbFxXmybbIliO5yzlYHl8UEWlIkaoObE5F8erUMniRHdoPyEosme+4yVhAGkzA6bzAs=\n", "size": 44}
]');

insert into public.access_log_entry (id, at, phase, intent, actor, role, operating_system_user, confirmed_by, action, purpose, insurer, object, outcome, numbers, acts_batch, acts_revision, acts_count, acts_digest, list_sequence, list_sha256, subject) overriding system value
select id, at, phase, intent, actor, role, operating_system_user, confirmed_by, action, purpose, insurer, object, outcome, numbers, acts_batch, acts_revision, acts_count, acts_digest, list_sequence, list_sha256, subject from jsonb_populate_recordset(null::public.access_log_entry, '[
{"at": "2012-09-21T01:00:00+00:00", "id": 1, "role": "BATCH", "actor": "batch", "phase": "INTENT", "action": "DECIDE", "intent": null, "object": "insurer YUNHE", "insurer": null, "numbers": null, "outcome": null, "purpose": "the record as it stands now", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 10, "role": "BATCH", "actor": "batch", "phase": "RESULT", "action": "DECIDE", "intent": 9, "object": "insurer CHANGQING", "insurer": null, "numbers": 0, "outcome": "RECORDED 647f072af9e7be2b699af3f3d3539fbdfdbbcd1f382830a4c457e47a97aca0d6", "purpose": "the record as it stands now", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 11, "role": "BATCH", "actor": "batch", "phase": "INTENT", "action": "DECIDE", "intent": null, "object": "certificate AEC7E190C7855C23077C7560B4DB1B150CBD3755", "insurer": null, "numbers": null, "outcome": null, "purpose": "the record as it stands now", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 12, "role": "BATCH", "actor": "batch", "phase": "RESULT", "action": "DECIDE", "intent": 11, "object": "certificate AEC7E190C7855C23077C7560B4DB1B150CBD3755", "insurer": null, "numbers": 0, "outcome": "RECORDED f88b6d0a3dfd9ee9d44e60221b676b4eec4ae2b60b6f8b35e261e58618d0cc8b", "purpose": "the record as it stands now", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 13, "role": "BATCH", "actor": "batch", "phase": "INTENT", "action": "DECIDE", "intent": null, "object": "insurer BEIDOU", "insurer": null, "numbers": null, "outcome": null, "purpose": "the record as it stands now", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 14, "role": "BATCH", "actor": "batch", "phase": "RESULT", "action": "DECIDE", "intent": 13, "object": "insurer BEIDOU", "insurer": null, "numbers": 0, "outcome": "RECORDED 35a663afb59351cc6b5ff1e66e016815e3f6e8da81fbec51926ed04e5712c9e3", "purpose": "the record as it stands now", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 15, "role": "BATCH", "actor": "batch", "phase": "INTENT", "action": "DECIDE", "intent": null, "object": "insurer BEIDOU", "insurer": null, "numbers": null, "outcome": null, "purpose": "the record as it stands now", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 16, "role": "BATCH", "actor": "batch", "phase": "RESULT", "action": "DECIDE", "intent": 15, "object": "insurer BEIDOU", "insurer": null, "numbers": 0, "outcome": "RECORDED 21547769fa02f10633c5428a0ae09c0b09c6913bbb85d936b7e12a54c669c289", "purpose": "the record as it stands now", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 17, "role": "BATCH", "actor": "batch", "phase": "INTENT", "action": "DECIDE", "intent": null, "object": "certificate 4E6F6133A3C9BF28E7D5C70DC190653272BBCCFF", "insurer": null, "numbers": null, "outcome": null, "purpose": "the record as it stands now", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 18, "role": "BATCH", "actor": "batch", "phase": "RESULT", "action": "DECIDE", "intent": 17, "object": "certificate 4E6F6133A3C9BF28E7D5C70DC190653272BBCCFF", "insurer": null, "numbers": 0, "outcome": "RECORDED 2edf7596055502bc230c7b281642ffc5d710ed41430b27ec70f3ca5ee158e8c9", "purpose": "the record as it stands now", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 19, "role": "BATCH", "actor": "batch", "phase": "INTENT", "action": "TAKE_IN", "intent": null, "object": "complaints-BEIDOU-20120921-001.csv.pgp", "insurer": "BEIDOU", "numbers": null, "outcome": null, "purpose": "complaints become acts", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 2, "role": "BATCH", "actor": "batch", "phase": "RESULT", "action": "DECIDE", "intent": 1, "object": "insurer YUNHE", "insurer": null, "numbers": 0, "outcome": "RECORDED 42888bd44d3c9f0dc630c5708bdee586f167dec3cb38bad1f333349880ffe8e8", "purpose": "the record as it stands now", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 20, "role": "BATCH", "actor": "batch", "phase": "INTENT", "action": "TAKE_IN", "intent": null, "object": "complaints-YUNHE-20120921-001.csv.pgp", "insurer": "YUNHE", "numbers": null, "outcome": null, "purpose": "complaints become acts", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 21, "role": "BATCH", "actor": "batch", "phase": "RESULT", "action": "TAKE_IN", "intent": 19, "object": "complaints-BEIDOU-20120921-001.csv.pgp", "insurer": "BEIDOU", "numbers": 1, "outcome": "ACCEPTED", "purpose": "complaints become acts", "subject": null, "acts_batch": 1, "acts_count": 1, "acts_digest": "153665bc413a0c389ae19fac43ba92629f10ff995c20f1db182634df6e294754", "list_sha256": null, "confirmed_by": null, "acts_revision": 1, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 22, "role": "BATCH", "actor": "batch", "phase": "RESULT", "action": "TAKE_IN", "intent": 20, "object": "complaints-YUNHE-20120921-001.csv.pgp", "insurer": "YUNHE", "numbers": 3, "outcome": "PARTLY_ACCEPTED", "purpose": "complaints become acts", "subject": null, "acts_batch": 2, "acts_count": 2, "acts_digest": "b9b1a3eb3a8567b122f87139e820f0138945f3dddea8077f774f2968180e0ee3", "list_sha256": null, "confirmed_by": null, "acts_revision": 2, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 23, "role": "BATCH", "actor": "batch", "phase": "INTENT", "action": "PUBLISH_LIST", "intent": null, "object": "blocklist-YUNHE-00000001-full.csv.pgp", "insurer": "YUNHE", "numbers": null, "outcome": null, "purpose": "the insurer learns whom it must not call", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 24, "role": "BATCH", "actor": "batch", "phase": "INTENT", "action": "PUBLISH_LIST", "intent": null, "object": "blocklist-CHANGQING-00000001-full.csv.pgp", "insurer": "CHANGQING", "numbers": null, "outcome": null, "purpose": "the insurer learns whom it must not call", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 25, "role": "BATCH", "actor": "batch", "phase": "INTENT", "action": "READ_FOR_LISTS", "intent": null, "object": "publication 1", "insurer": null, "numbers": null, "outcome": null, "purpose": "insurers learn whom they must not call", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 26, "role": "BATCH", "actor": "batch", "phase": "INTENT", "action": "PUBLISH_LIST", "intent": null, "object": "blocklist-BEIDOU-00000001-full.csv.pgp", "insurer": "BEIDOU", "numbers": null, "outcome": null, "purpose": "the insurer learns whom it must not call", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 27, "role": "BATCH", "actor": "batch", "phase": "RESULT", "action": "PUBLISH_LIST", "intent": 26, "object": "blocklist-BEIDOU-00000001-full.csv.pgp", "insurer": "BEIDOU", "numbers": 1, "outcome": "SEALED", "purpose": "the insurer learns whom it must not call", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": "008720b215f55e7ef2a5434d9a0e92574341d96cce10d68ed354c0522f8173f5", "confirmed_by": null, "acts_revision": null, "list_sequence": 1, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 28, "role": "BATCH", "actor": "batch", "phase": "RESULT", "action": "PUBLISH_LIST", "intent": 23, "object": "blocklist-YUNHE-00000001-full.csv.pgp", "insurer": "YUNHE", "numbers": 2, "outcome": "SEALED", "purpose": "the insurer learns whom it must not call", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": "7098e1bd3d4f0d98bceb9a0f4b5771f208d4085216533be3bdfd43eaef5f5ab1", "confirmed_by": null, "acts_revision": null, "list_sequence": 1, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 29, "role": "BATCH", "actor": "batch", "phase": "RESULT", "action": "PUBLISH_LIST", "intent": 24, "object": "blocklist-CHANGQING-00000001-full.csv.pgp", "insurer": "CHANGQING", "numbers": 1, "outcome": "SEALED", "purpose": "the insurer learns whom it must not call", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": "9ded2871bc92c39829aeba46d9d2ad96aa07fa3fea1efc63a7fc296c0e8d180c", "confirmed_by": null, "acts_revision": null, "list_sequence": 1, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 3, "role": "BATCH", "actor": "batch", "phase": "INTENT", "action": "DECIDE", "intent": null, "object": "insurer YUNHE", "insurer": null, "numbers": null, "outcome": null, "purpose": "the record as it stands now", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 30, "role": "BATCH", "actor": "batch", "phase": "RESULT", "action": "READ_FOR_LISTS", "intent": 25, "object": "publication 1", "insurer": null, "numbers": 3, "outcome": "READ", "purpose": "insurers learn whom they must not call", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 4, "role": "BATCH", "actor": "batch", "phase": "RESULT", "action": "DECIDE", "intent": 3, "object": "insurer YUNHE", "insurer": null, "numbers": 0, "outcome": "RECORDED b568b39e2b0a1d7829cb3a38483f9b423247b9debc031c4a7824f3efb85f1f7b", "purpose": "the record as it stands now", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 5, "role": "BATCH", "actor": "batch", "phase": "INTENT", "action": "DECIDE", "intent": null, "object": "certificate 1DE38723BD0C1DCA151D9B8870E893BB7A0167A4", "insurer": null, "numbers": null, "outcome": null, "purpose": "the record as it stands now", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 6, "role": "BATCH", "actor": "batch", "phase": "RESULT", "action": "DECIDE", "intent": 5, "object": "certificate 1DE38723BD0C1DCA151D9B8870E893BB7A0167A4", "insurer": null, "numbers": 0, "outcome": "RECORDED b28d5b3e93bb5d858dc4f48ac50c72cc7b8ea7906f6bbb69752b9ccb68cdb984", "purpose": "the record as it stands now", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 7, "role": "BATCH", "actor": "batch", "phase": "INTENT", "action": "DECIDE", "intent": null, "object": "insurer CHANGQING", "insurer": null, "numbers": null, "outcome": null, "purpose": "the record as it stands now", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 8, "role": "BATCH", "actor": "batch", "phase": "RESULT", "action": "DECIDE", "intent": 7, "object": "insurer CHANGQING", "insurer": null, "numbers": 0, "outcome": "RECORDED 785a35c7003a3c38a1b1c1ca8e6a433025d2ec31bdc4af22bbb6eeda315b1b58", "purpose": "the record as it stands now", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-09-21T01:00:00+00:00", "id": 9, "role": "BATCH", "actor": "batch", "phase": "INTENT", "action": "DECIDE", "intent": null, "object": "insurer CHANGQING", "insurer": null, "numbers": null, "outcome": null, "purpose": "the record as it stands now", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-10-10T01:00:00+00:00", "id": 31, "role": "OPERATOR", "actor": "wang", "phase": "INTENT", "action": "CHOOSE", "intent": null, "object": "one number", "insurer": null, "numbers": null, "outcome": null, "purpose": "a test", "subject": "2012:23a210df7110080d68ae4683366ee66af7d03422ad0a53ecb00b9a0607acf974", "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-10-10T01:00:00+00:00", "id": 32, "role": "OPERATOR", "actor": "wang", "phase": "RESULT", "action": "CHOOSE", "intent": 31, "object": "one number", "insurer": null, "numbers": 1, "outcome": "REGISTERED", "purpose": "a test", "subject": "2012:23a210df7110080d68ae4683366ee66af7d03422ad0a53ecb00b9a0607acf974", "acts_batch": 3, "acts_count": 1, "acts_digest": "80004cd40ce7b336b914eedc192f65b427b98da9d568ce0c1005b73280e0a884", "list_sha256": null, "confirmed_by": null, "acts_revision": 3, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-10-10T01:00:00+00:00", "id": 33, "role": "CONSUMER", "actor": "consumer", "phase": "INTENT", "action": "COMPLAIN", "intent": null, "object": "one number", "insurer": "YUNHE", "numbers": null, "outcome": null, "purpose": "a story", "subject": "2012:5f5f9aae7d319081cc3188f20af222d87c9c527b17cb71327f643a26ac69d2aa", "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-10-10T01:00:00+00:00", "id": 34, "role": "CONSUMER", "actor": "consumer", "phase": "INTENT", "action": "DECIDE", "intent": null, "object": "case C2012-P41NF3AS-3", "insurer": null, "numbers": null, "outcome": null, "purpose": "the record as it stands now", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-10-10T01:00:00+00:00", "id": 35, "role": "CONSUMER", "actor": "consumer", "phase": "RESULT", "action": "DECIDE", "intent": 34, "object": "case C2012-P41NF3AS-3", "insurer": null, "numbers": 0, "outcome": "RECORDED 100ceaf3592833deefc908f69fda43933b5ca0e95dd125abf009a8f4d33e6af3", "purpose": "the record as it stands now", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-10-10T01:00:00+00:00", "id": 36, "role": "CONSUMER", "actor": "consumer", "phase": "RESULT", "action": "COMPLAIN", "intent": 33, "object": "one number", "insurer": "YUNHE", "numbers": 1, "outcome": "OPENED C2012-P41NF3AS-3", "purpose": "a story", "subject": "2012:5f5f9aae7d319081cc3188f20af222d87c9c527b17cb71327f643a26ac69d2aa", "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-10-10T01:00:00+00:00", "id": 37, "role": "BATCH", "actor": "batch", "phase": "INTENT", "action": "PUBLISH_LIST", "intent": null, "object": "blocklist-YUNHE-00000002-full.csv.pgp", "insurer": "YUNHE", "numbers": null, "outcome": null, "purpose": "the insurer learns whom it must not call", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-10-10T01:00:00+00:00", "id": 38, "role": "BATCH", "actor": "batch", "phase": "INTENT", "action": "READ_FOR_LISTS", "intent": null, "object": "publication 2", "insurer": null, "numbers": null, "outcome": null, "purpose": "insurers learn whom they must not call", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-10-10T01:00:00+00:00", "id": 39, "role": "BATCH", "actor": "batch", "phase": "INTENT", "action": "PUBLISH_LIST", "intent": null, "object": "blocklist-BEIDOU-00000002-full.csv.pgp", "insurer": "BEIDOU", "numbers": null, "outcome": null, "purpose": "the insurer learns whom it must not call", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-10-10T01:00:00+00:00", "id": 40, "role": "BATCH", "actor": "batch", "phase": "RESULT", "action": "PUBLISH_LIST", "intent": 37, "object": "blocklist-YUNHE-00000002-full.csv.pgp", "insurer": "YUNHE", "numbers": 3, "outcome": "SEALED", "purpose": "the insurer learns whom it must not call", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": "ac63fd8693ba64511571e035738777414b6a52d46894eed8cb008a96842b80f7", "confirmed_by": null, "acts_revision": null, "list_sequence": 2, "operating_system_user": "root"},
{"at": "2012-10-10T01:00:00+00:00", "id": 41, "role": "BATCH", "actor": "batch", "phase": "INTENT", "action": "PUBLISH_LIST", "intent": null, "object": "blocklist-CHANGQING-00000002-full.csv.pgp", "insurer": "CHANGQING", "numbers": null, "outcome": null, "purpose": "the insurer learns whom it must not call", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"},
{"at": "2012-10-10T01:00:00+00:00", "id": 42, "role": "BATCH", "actor": "batch", "phase": "RESULT", "action": "PUBLISH_LIST", "intent": 39, "object": "blocklist-BEIDOU-00000002-full.csv.pgp", "insurer": "BEIDOU", "numbers": 1, "outcome": "SEALED", "purpose": "the insurer learns whom it must not call", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": "1121254d2c68fc2c9854a0a07a6e584d011b7d5bca8b165eb93922cf75bf8b9a", "confirmed_by": null, "acts_revision": null, "list_sequence": 2, "operating_system_user": "root"},
{"at": "2012-10-10T01:00:00+00:00", "id": 43, "role": "BATCH", "actor": "batch", "phase": "RESULT", "action": "PUBLISH_LIST", "intent": 41, "object": "blocklist-CHANGQING-00000002-full.csv.pgp", "insurer": "CHANGQING", "numbers": 1, "outcome": "SEALED", "purpose": "the insurer learns whom it must not call", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": "5037677651e95bd08f3a6883569ab9b41480b46779fae7b55b63f46914781f17", "confirmed_by": null, "acts_revision": null, "list_sequence": 2, "operating_system_user": "root"},
{"at": "2012-10-10T01:00:00+00:00", "id": 44, "role": "BATCH", "actor": "batch", "phase": "RESULT", "action": "READ_FOR_LISTS", "intent": 38, "object": "publication 2", "insurer": null, "numbers": 4, "outcome": "READ", "purpose": "insurers learn whom they must not call", "subject": null, "acts_batch": null, "acts_count": null, "acts_digest": null, "list_sha256": null, "confirmed_by": null, "acts_revision": null, "list_sequence": null, "operating_system_user": "root"}
]');

insert into public.access_log_head (only_row, size, root) overriding system value
select only_row, size, root from jsonb_populate_recordset(null::public.access_log_head, '[
{"root": "\\xaab1205f537f62df73695937bbdc626291218d37c3b7be29eeb16117f6a7d489", "size": 44, "only_row": true}
]');

insert into public.access_log_place (index, entry) overriding system value
select index, entry from jsonb_populate_recordset(null::public.access_log_place, '[
{"entry": 1, "index": 0},
{"entry": 10, "index": 9},
{"entry": 11, "index": 10},
{"entry": 12, "index": 11},
{"entry": 13, "index": 12},
{"entry": 14, "index": 13},
{"entry": 15, "index": 14},
{"entry": 16, "index": 15},
{"entry": 17, "index": 16},
{"entry": 18, "index": 17},
{"entry": 19, "index": 18},
{"entry": 2, "index": 1},
{"entry": 20, "index": 19},
{"entry": 21, "index": 20},
{"entry": 22, "index": 21},
{"entry": 23, "index": 22},
{"entry": 24, "index": 23},
{"entry": 25, "index": 24},
{"entry": 26, "index": 25},
{"entry": 27, "index": 26},
{"entry": 28, "index": 27},
{"entry": 29, "index": 28},
{"entry": 3, "index": 2},
{"entry": 30, "index": 29},
{"entry": 31, "index": 30},
{"entry": 32, "index": 31},
{"entry": 33, "index": 32},
{"entry": 34, "index": 33},
{"entry": 35, "index": 34},
{"entry": 36, "index": 35},
{"entry": 37, "index": 36},
{"entry": 38, "index": 37},
{"entry": 39, "index": 38},
{"entry": 4, "index": 3},
{"entry": 40, "index": 39},
{"entry": 41, "index": 40},
{"entry": 42, "index": 41},
{"entry": 43, "index": 42},
{"entry": 44, "index": 43},
{"entry": 5, "index": 4},
{"entry": 6, "index": 5},
{"entry": 7, "index": 6},
{"entry": 8, "index": 7},
{"entry": 9, "index": 8}
]');

insert into public.access_log_tile (level, n, hashes) overriding system value
select level, n, hashes from jsonb_populate_recordset(null::public.access_log_tile, '[
{"n": 0, "level": 0, "hashes": "\\xa0a41a5dc5116511ea8e8af0f09a0dd8d2dadc3c2519da28d966a98f091e0a57e5282b6a0fd939a6ddfafcd1c744310232757029ebcd691ed1201a646067472cdefa9da02cac25e453d07902470b6b5a3f9e3719d8c91a1a8f776a2fd89be642ab8ccc20ebc9d54c8245cf0ac822caa3febcd379f905df68d8842456a58c5b10cf8ff026dd9b1c7540e82d625610007ca97d2f343d75a78b790f0b1ad9ecdc88c16dea80d292bebbd14679cd13f5c72b6f69cdbb39328555b8f246543225fc7b513cba544d0ffa1a1717e5b75e2ba31014546f52a562748c8af27ec91512c3e4e854e3849031015d25e08690dd1f6e5420e6086cdea44ee10966b496021045bef734b077490679dca4fdb90507cb8f2ee3e540d912a1e70453eaa850165086060ec49513b11f5792c4e13e92c9ec856082da1abfc4a0a4a902bb46021aceee4a5ee1d99dff7142ea937bcfde00ab2ad40cbf57ad9540e51634465a2f4348c46ad6b7a5de4f8a413ff68c188b734ab7fb9858b12de2ca0c1570b524a0360593a0cd3f35fe8a26f0957ef4f8434570a7814fb7aa94dcf21ff1336c35c3259ea2f33f28f54bb53880bcdf2ce37321b963aefa72bea42c5b8d081b5f10e7ba0c0624125b05260c1d0c6651e681d7306a32c980028eccbd1d4f9184ba8afbda3aec88e6dd838cbb6256ef2dd8d16b70b33204470fb2450b459d3f0ccc70c46df22149388dae14fb3f40b9fe530a5e9358c0299f92d8229d22e3d422dbb9f430eb05eb7ac9f1061feb64effc68cc985098a8111257d965ae81de69235f1fcf184ba1e6dccffa209d37b004b800473f08edd44c002120ad175c91a98080761951b336e90292332ea9bff73fa0e7ab47c1684d54e89e43454cd6bcd7645c40da64e4d9313736ceba111b980f8b70bd9860bb7f77cc82b6bc017b9870a98420b81d16b8d6317acd3e7232d458aa4bbdc266999246b96fa83feabacba55e3c8f528708c8c16d6a7746624369a76e9972d8622fc3f04a9f3f8071bd92d69781c5d42a525512015cdfe38682d64976c4f624b4225d92be69513827dcd78693b05e903480bcb1a5314939cca373d0b12f0005c46db881b36fd97f2b3357562458b16b73782530aebaf48e694d6ce371f0b7a449e6e042b07c761678bb7d86e1ca0cce41e5d707c447bdb0b8ab1e019e639db7e5342cc8a6fa5f79b586a546b5b0a455e4a5f4cac22118e739f43bcb424146675df9008baeb80d6b39b681168404fb48b4bd110251f23ea67b5895c0fc756f15a5738bc9f69fc454646f0a5d40341dc9045c9d228678e080bd0eec5792f8b0c9ee5332e08b8bc7e9b111677a726fb702a9ef060359abe83dbb4cfc987fbe3769353a00cd690abe7887feb95b32ab48c5f6621928b4ec892920180ae959918c141d3bdd04b41eccea51b00d6024f87ae23eb6295de9ea90255ef8081136bb3c9974dae7733cbec62db4d344776d31d91c3e6ba88dee478f303c0addbd709561d357b27363dfe04bb4ac6de34523dfaf4f1a84ad6029f7e85097926a272fc740535507a162fa94f0d8229de9be9f781ba272557cba0b3c23ebb7e677071a05e89a16e9e7163237209664797708e5717833202a0705d952060169bb4a46e1ef35716668331fee64c07ad9fb1bfe12e61f31fa3f4af8be5dc0813817defc3aefd4fb2b5354119f1f447e774d84c12bca19f2fd36cd351b5654fc2c66468419cbd150d719405cd41fa4f678abc913c4bd37e344acf16437bf8835b1d19c6154f78b6ab29fbad580d6d4889167339c9dd4fec26faa9d372ba0ccf578405a4d34db8b469b535bb936ee138e903509c20d1bac77bd15419aa1f40bb0827a01e1f7009517f347de290dce09dea09709b88619ddf3ed8a40c2301f0efbf5ec54b6bd42f31fba2d1a7fee722071b711cf82a81591a5f8e742d07fd972f1c9c3447f38572432360a4f01e8f955417bd1467290f850e74954a37a"}
]');

insert into public.answer (inbound_file, answer, kind, insurer, name, spooled_as, size, sha256, delivered_at) overriding system value
select inbound_file, answer, kind, insurer, name, spooled_as, size, sha256, delivered_at from jsonb_populate_recordset(null::public.answer, '[
{"kind": "OUTCOME", "name": "outcome-complaints-BEIDOU-20120921-001.csv.pgp", "size": 441, "answer": 1, "sha256": "585d77e54d1e4c73d465d04d4bfd151c027eb63fa14f212ec701c686f8c91b31", "insurer": "BEIDOU", "spooled_as": "inbound/1/outcome-complaints-BEIDOU-20120921-001.csv.pgp", "delivered_at": "2012-09-21T01:00:00+00:00", "inbound_file": 1},
{"kind": "OUTCOME", "name": "outcome-complaints-YUNHE-20120921-001.csv.pgp", "size": 622, "answer": 1, "sha256": "b90bfa90c20f4b4e294b40ffbe365b2c4937400b468fec88dd33cadeebd910f3", "insurer": "YUNHE", "spooled_as": "inbound/2/outcome-complaints-YUNHE-20120921-001.csv.pgp", "delivered_at": "2012-09-21T01:00:00+00:00", "inbound_file": 2},
{"kind": "RECEIPT", "name": "receipt-complaints-BEIDOU-20120921-001.json.pgp", "size": 842, "answer": 1, "sha256": "5623c088febe379071e11b5c37bd7c7e1c6105febe818cf5be1d9b99f64a31b7", "insurer": "BEIDOU", "spooled_as": "inbound/1/receipt-complaints-BEIDOU-20120921-001.json.pgp", "delivered_at": "2012-09-21T01:00:00+00:00", "inbound_file": 1},
{"kind": "RECEIPT", "name": "receipt-complaints-YUNHE-20120921-001.json.pgp", "size": 861, "answer": 1, "sha256": "f42e6865bd1ed049e65ea8badea7254f4fec8995707be9c3e89d682371e0ca35", "insurer": "YUNHE", "spooled_as": "inbound/2/receipt-complaints-YUNHE-20120921-001.json.pgp", "delivered_at": "2012-09-21T01:00:00+00:00", "inbound_file": 2}
]');

insert into public.batch_job_execution (job_execution_id, version, job_instance_id, create_time, start_time, end_time, status, exit_code, exit_message, last_updated) overriding system value
select job_execution_id, version, job_instance_id, create_time, start_time, end_time, status, exit_code, exit_message, last_updated from jsonb_populate_recordset(null::public.batch_job_execution, '[
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:40.946201", "exit_code": "COMPLETED", "start_time": "2026-11-28T16:30:40.466319", "create_time": "2026-11-28T16:30:40.447137", "exit_message": "", "last_updated": "2026-11-28T16:30:40.946461", "job_instance_id": 1, "job_execution_id": 1},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:40.948135", "exit_code": "COMPLETED", "start_time": "2026-11-28T16:30:40.465537", "create_time": "2026-11-28T16:30:40.46218", "exit_message": "", "last_updated": "2026-11-28T16:30:40.949064", "job_instance_id": 2, "job_execution_id": 2},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:41.505313", "exit_code": "COMPLETED", "start_time": "2026-11-28T16:30:41.130133", "create_time": "2026-11-28T16:30:41.123328", "exit_message": "", "last_updated": "2026-11-28T16:30:41.505497", "job_instance_id": 5, "job_execution_id": 5},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:41.516329", "exit_code": "COMPLETED", "start_time": "2026-11-28T16:30:41.112867", "create_time": "2026-11-28T16:30:41.10939", "exit_message": "", "last_updated": "2026-11-28T16:30:41.517044", "job_instance_id": 3, "job_execution_id": 3},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:41.551394", "exit_code": "COMPLETED", "start_time": "2026-11-28T16:30:41.119729", "create_time": "2026-11-28T16:30:41.117067", "exit_message": "", "last_updated": "2026-11-28T16:30:41.551537", "job_instance_id": 4, "job_execution_id": 4},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:41.623723", "exit_code": "COMPLETED", "start_time": "2026-11-28T16:30:41.604022", "create_time": "2026-11-28T16:30:41.602826", "exit_message": "", "last_updated": "2026-11-28T16:30:41.623875", "job_instance_id": 6, "job_execution_id": 6},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:41.660676", "exit_code": "COMPLETED", "start_time": "2026-11-28T16:30:41.626068", "create_time": "2026-11-28T16:30:41.624269", "exit_message": "", "last_updated": "2026-11-28T16:30:41.660934", "job_instance_id": 7, "job_execution_id": 7},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:41.664941", "exit_code": "COMPLETED", "start_time": "2026-11-28T16:30:41.634074", "create_time": "2026-11-28T16:30:41.633113", "exit_message": "", "last_updated": "2026-11-28T16:30:41.665077", "job_instance_id": 8, "job_execution_id": 8},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:41.969463", "exit_code": "COMPLETED", "start_time": "2026-11-28T16:30:41.88485", "create_time": "2026-11-28T16:30:41.883833", "exit_message": "", "last_updated": "2026-11-28T16:30:41.96962", "job_instance_id": 9, "job_execution_id": 9},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:42.042093", "exit_code": "COMPLETED", "start_time": "2026-11-28T16:30:41.903368", "create_time": "2026-11-28T16:30:41.900397", "exit_message": "", "last_updated": "2026-11-28T16:30:42.042285", "job_instance_id": 10, "job_execution_id": 10},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:42.104269", "exit_code": "COMPLETED", "start_time": "2026-11-28T16:30:41.917833", "create_time": "2026-11-28T16:30:41.915452", "exit_message": "", "last_updated": "2026-11-28T16:30:42.104579", "job_instance_id": 11, "job_execution_id": 11},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:42.165651", "exit_code": "COMPLETED", "start_time": "2026-11-28T16:30:42.140284", "create_time": "2026-11-28T16:30:42.138644", "exit_message": "", "last_updated": "2026-11-28T16:30:42.165822", "job_instance_id": 12, "job_execution_id": 13},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:42.168385", "exit_code": "COMPLETED", "start_time": "2026-11-28T16:30:42.140116", "create_time": "2026-11-28T16:30:42.138525", "exit_message": "", "last_updated": "2026-11-28T16:30:42.168696", "job_instance_id": 13, "job_execution_id": 12},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:42.177361", "exit_code": "COMPLETED", "start_time": "2026-11-28T16:30:42.157307", "create_time": "2026-11-28T16:30:42.156156", "exit_message": "", "last_updated": "2026-11-28T16:30:42.177454", "job_instance_id": 14, "job_execution_id": 14}
]');

insert into public.batch_job_execution_context (job_execution_id, short_context, serialized_context) overriding system value
select job_execution_id, short_context, serialized_context from jsonb_populate_recordset(null::public.batch_job_execution_context, '[
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "job_execution_id": 1, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "job_execution_id": 10, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "job_execution_id": 11, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "job_execution_id": 12, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "job_execution_id": 13, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "job_execution_id": 14, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "job_execution_id": 2, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "job_execution_id": 3, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "job_execution_id": 4, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "job_execution_id": 5, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "job_execution_id": 6, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "job_execution_id": 7, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "job_execution_id": 8, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "job_execution_id": 9, "serialized_context": null}
]');

insert into public.batch_job_execution_params (job_execution_id, parameter_name, parameter_type, parameter_value, identifying) overriding system value
select job_execution_id, parameter_name, parameter_type, parameter_value, identifying from jsonb_populate_recordset(null::public.batch_job_execution_params, '[
{"identifying": "N", "parameter_name": "full", "parameter_type": "java.lang.String", "parameter_value": "false", "job_execution_id": 10},
{"identifying": "N", "parameter_name": "full", "parameter_type": "java.lang.String", "parameter_value": "false", "job_execution_id": 11},
{"identifying": "N", "parameter_name": "full", "parameter_type": "java.lang.String", "parameter_value": "false", "job_execution_id": 3},
{"identifying": "N", "parameter_name": "full", "parameter_type": "java.lang.String", "parameter_value": "false", "job_execution_id": 4},
{"identifying": "N", "parameter_name": "full", "parameter_type": "java.lang.String", "parameter_value": "false", "job_execution_id": 5},
{"identifying": "N", "parameter_name": "full", "parameter_type": "java.lang.String", "parameter_value": "false", "job_execution_id": 9},
{"identifying": "N", "parameter_name": "publication", "parameter_type": "java.lang.Long", "parameter_value": "1", "job_execution_id": 3},
{"identifying": "N", "parameter_name": "publication", "parameter_type": "java.lang.Long", "parameter_value": "1", "job_execution_id": 4},
{"identifying": "N", "parameter_name": "publication", "parameter_type": "java.lang.Long", "parameter_value": "1", "job_execution_id": 5},
{"identifying": "N", "parameter_name": "publication", "parameter_type": "java.lang.Long", "parameter_value": "2", "job_execution_id": 10},
{"identifying": "N", "parameter_name": "publication", "parameter_type": "java.lang.Long", "parameter_value": "2", "job_execution_id": 11},
{"identifying": "N", "parameter_name": "publication", "parameter_type": "java.lang.Long", "parameter_value": "2", "job_execution_id": 9},
{"identifying": "Y", "parameter_name": "answer", "parameter_type": "java.lang.Long", "parameter_value": "1", "job_execution_id": 1},
{"identifying": "Y", "parameter_name": "answer", "parameter_type": "java.lang.Long", "parameter_value": "1", "job_execution_id": 2},
{"identifying": "Y", "parameter_name": "inbound-file", "parameter_type": "java.lang.Long", "parameter_value": "1", "job_execution_id": 2},
{"identifying": "Y", "parameter_name": "inbound-file", "parameter_type": "java.lang.Long", "parameter_value": "2", "job_execution_id": 1},
{"identifying": "Y", "parameter_name": "insurer", "parameter_type": "java.lang.String", "parameter_value": "BEIDOU", "job_execution_id": 10},
{"identifying": "Y", "parameter_name": "insurer", "parameter_type": "java.lang.String", "parameter_value": "BEIDOU", "job_execution_id": 13},
{"identifying": "Y", "parameter_name": "insurer", "parameter_type": "java.lang.String", "parameter_value": "BEIDOU", "job_execution_id": 5},
{"identifying": "Y", "parameter_name": "insurer", "parameter_type": "java.lang.String", "parameter_value": "BEIDOU", "job_execution_id": 6},
{"identifying": "Y", "parameter_name": "insurer", "parameter_type": "java.lang.String", "parameter_value": "CHANGQING", "job_execution_id": 11},
{"identifying": "Y", "parameter_name": "insurer", "parameter_type": "java.lang.String", "parameter_value": "CHANGQING", "job_execution_id": 14},
{"identifying": "Y", "parameter_name": "insurer", "parameter_type": "java.lang.String", "parameter_value": "CHANGQING", "job_execution_id": 4},
{"identifying": "Y", "parameter_name": "insurer", "parameter_type": "java.lang.String", "parameter_value": "CHANGQING", "job_execution_id": 7},
{"identifying": "Y", "parameter_name": "insurer", "parameter_type": "java.lang.String", "parameter_value": "YUNHE", "job_execution_id": 12},
{"identifying": "Y", "parameter_name": "insurer", "parameter_type": "java.lang.String", "parameter_value": "YUNHE", "job_execution_id": 3},
{"identifying": "Y", "parameter_name": "insurer", "parameter_type": "java.lang.String", "parameter_value": "YUNHE", "job_execution_id": 8},
{"identifying": "Y", "parameter_name": "insurer", "parameter_type": "java.lang.String", "parameter_value": "YUNHE", "job_execution_id": 9},
{"identifying": "Y", "parameter_name": "sequence", "parameter_type": "java.lang.Long", "parameter_value": "1", "job_execution_id": 3},
{"identifying": "Y", "parameter_name": "sequence", "parameter_type": "java.lang.Long", "parameter_value": "1", "job_execution_id": 4},
{"identifying": "Y", "parameter_name": "sequence", "parameter_type": "java.lang.Long", "parameter_value": "1", "job_execution_id": 5},
{"identifying": "Y", "parameter_name": "sequence", "parameter_type": "java.lang.Long", "parameter_value": "1", "job_execution_id": 6},
{"identifying": "Y", "parameter_name": "sequence", "parameter_type": "java.lang.Long", "parameter_value": "1", "job_execution_id": 7},
{"identifying": "Y", "parameter_name": "sequence", "parameter_type": "java.lang.Long", "parameter_value": "1", "job_execution_id": 8},
{"identifying": "Y", "parameter_name": "sequence", "parameter_type": "java.lang.Long", "parameter_value": "2", "job_execution_id": 10},
{"identifying": "Y", "parameter_name": "sequence", "parameter_type": "java.lang.Long", "parameter_value": "2", "job_execution_id": 11},
{"identifying": "Y", "parameter_name": "sequence", "parameter_type": "java.lang.Long", "parameter_value": "2", "job_execution_id": 12},
{"identifying": "Y", "parameter_name": "sequence", "parameter_type": "java.lang.Long", "parameter_value": "2", "job_execution_id": 13},
{"identifying": "Y", "parameter_name": "sequence", "parameter_type": "java.lang.Long", "parameter_value": "2", "job_execution_id": 14},
{"identifying": "Y", "parameter_name": "sequence", "parameter_type": "java.lang.Long", "parameter_value": "2", "job_execution_id": 9}
]');

insert into public.batch_job_instance (job_instance_id, version, job_name, job_key) overriding system value
select job_instance_id, version, job_name, job_key from jsonb_populate_recordset(null::public.batch_job_instance, '[
{"job_key": "3a824cf53ddfdebb4d740e7206161b3d", "version": 0, "job_name": "deliver-block-list", "job_instance_id": 14},
{"job_key": "3a824cf53ddfdebb4d740e7206161b3d", "version": 0, "job_name": "publish-block-list", "job_instance_id": 11},
{"job_key": "3b1125301a4105420a1084a4fa7aac11", "version": 0, "job_name": "deliver-block-list", "job_instance_id": 7},
{"job_key": "3b1125301a4105420a1084a4fa7aac11", "version": 0, "job_name": "publish-block-list", "job_instance_id": 4},
{"job_key": "4fef976aa6e17b38ec87c106e11d9437", "version": 0, "job_name": "deliver-block-list", "job_instance_id": 6},
{"job_key": "4fef976aa6e17b38ec87c106e11d9437", "version": 0, "job_name": "publish-block-list", "job_instance_id": 5},
{"job_key": "56c578b0e8f36d727ded7cedaa6e6382", "version": 0, "job_name": "deliver-block-list", "job_instance_id": 13},
{"job_key": "56c578b0e8f36d727ded7cedaa6e6382", "version": 0, "job_name": "publish-block-list", "job_instance_id": 9},
{"job_key": "56e56cdacd4988ed466da14f01523fe7", "version": 0, "job_name": "deliver-block-list", "job_instance_id": 8},
{"job_key": "56e56cdacd4988ed466da14f01523fe7", "version": 0, "job_name": "publish-block-list", "job_instance_id": 3},
{"job_key": "9346c6bc138e104e8b26f627cc259600", "version": 0, "job_name": "collect-uploads", "job_instance_id": 2},
{"job_key": "a1c37e544fb0755dd89002abe8ee11a3", "version": 0, "job_name": "collect-uploads", "job_instance_id": 1},
{"job_key": "af763128ffd3d36a69af279eed64c3d9", "version": 0, "job_name": "deliver-block-list", "job_instance_id": 12},
{"job_key": "af763128ffd3d36a69af279eed64c3d9", "version": 0, "job_name": "publish-block-list", "job_instance_id": 10}
]');

insert into public.batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time, start_time, end_time, status, commit_count, read_count, filter_count, write_count, read_skip_count, write_skip_count, process_skip_count, rollback_count, exit_code, exit_message, last_updated) overriding system value
select step_execution_id, version, step_name, job_execution_id, create_time, start_time, end_time, status, commit_count, read_count, filter_count, write_count, read_skip_count, write_skip_count, process_skip_count, rollback_count, exit_code, exit_message, last_updated from jsonb_populate_recordset(null::public.batch_step_execution, '[
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:40.794851", "exit_code": "COMPLETED", "step_name": "take-in", "read_count": 0, "start_time": "2026-11-28T16:30:40.46905", "create_time": "2026-11-28T16:30:40.467566", "write_count": 0, "commit_count": 0, "exit_message": "", "filter_count": 0, "last_updated": "2026-11-28T16:30:40.795379", "rollback_count": 0, "read_skip_count": 0, "job_execution_id": 2, "write_skip_count": 0, "step_execution_id": 1, "process_skip_count": 0},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:40.806964", "exit_code": "COMPLETED", "step_name": "take-in", "read_count": 0, "start_time": "2026-11-28T16:30:40.473969", "create_time": "2026-11-28T16:30:40.468753", "write_count": 0, "commit_count": 0, "exit_message": "", "filter_count": 0, "last_updated": "2026-11-28T16:30:40.809277", "rollback_count": 0, "read_skip_count": 0, "job_execution_id": 1, "write_skip_count": 0, "step_execution_id": 2, "process_skip_count": 0},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:40.884926", "exit_code": "COMPLETED", "step_name": "answer", "read_count": 0, "start_time": "2026-11-28T16:30:40.801551", "create_time": "2026-11-28T16:30:40.798434", "write_count": 0, "commit_count": 0, "exit_message": "", "filter_count": 0, "last_updated": "2026-11-28T16:30:40.885246", "rollback_count": 0, "read_skip_count": 0, "job_execution_id": 2, "write_skip_count": 0, "step_execution_id": 3, "process_skip_count": 0},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:40.886686", "exit_code": "COMPLETED", "step_name": "answer", "read_count": 0, "start_time": "2026-11-28T16:30:40.819171", "create_time": "2026-11-28T16:30:40.81792", "write_count": 0, "commit_count": 0, "exit_message": "", "filter_count": 0, "last_updated": "2026-11-28T16:30:40.886909", "rollback_count": 0, "read_skip_count": 0, "job_execution_id": 1, "write_skip_count": 0, "step_execution_id": 4, "process_skip_count": 0},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:40.929537", "exit_code": "COMPLETED", "step_name": "deliver", "read_count": 0, "start_time": "2026-11-28T16:30:40.888855", "create_time": "2026-11-28T16:30:40.887571", "write_count": 0, "commit_count": 0, "exit_message": "", "filter_count": 0, "last_updated": "2026-11-28T16:30:40.929887", "rollback_count": 0, "read_skip_count": 0, "job_execution_id": 2, "write_skip_count": 0, "step_execution_id": 5, "process_skip_count": 0},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:40.92964", "exit_code": "COMPLETED", "step_name": "deliver", "read_count": 0, "start_time": "2026-11-28T16:30:40.889292", "create_time": "2026-11-28T16:30:40.888304", "write_count": 0, "commit_count": 0, "exit_message": "", "filter_count": 0, "last_updated": "2026-11-28T16:30:40.929849", "rollback_count": 0, "read_skip_count": 0, "job_execution_id": 1, "write_skip_count": 0, "step_execution_id": 6, "process_skip_count": 0},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:40.941588", "exit_code": "COMPLETED", "step_name": "archive", "read_count": 0, "start_time": "2026-11-28T16:30:40.932501", "create_time": "2026-11-28T16:30:40.931701", "write_count": 0, "commit_count": 0, "exit_message": "", "filter_count": 0, "last_updated": "2026-11-28T16:30:40.941955", "rollback_count": 0, "read_skip_count": 0, "job_execution_id": 1, "write_skip_count": 0, "step_execution_id": 8, "process_skip_count": 0},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:40.941997", "exit_code": "COMPLETED", "step_name": "archive", "read_count": 0, "start_time": "2026-11-28T16:30:40.932429", "create_time": "2026-11-28T16:30:40.931236", "write_count": 0, "commit_count": 0, "exit_message": "", "filter_count": 0, "last_updated": "2026-11-28T16:30:40.942403", "rollback_count": 0, "read_skip_count": 0, "job_execution_id": 2, "write_skip_count": 0, "step_execution_id": 7, "process_skip_count": 0},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:41.502898", "exit_code": "COMPLETED", "step_name": "seal", "read_count": 0, "start_time": "2026-11-28T16:30:41.145816", "create_time": "2026-11-28T16:30:41.139599", "write_count": 0, "commit_count": 0, "exit_message": "", "filter_count": 0, "last_updated": "2026-11-28T16:30:41.50328", "rollback_count": 0, "read_skip_count": 0, "job_execution_id": 5, "write_skip_count": 0, "step_execution_id": 11, "process_skip_count": 0},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:41.513016", "exit_code": "COMPLETED", "step_name": "seal", "read_count": 0, "start_time": "2026-11-28T16:30:41.118389", "create_time": "2026-11-28T16:30:41.116666", "write_count": 0, "commit_count": 0, "exit_message": "", "filter_count": 0, "last_updated": "2026-11-28T16:30:41.514017", "rollback_count": 0, "read_skip_count": 0, "job_execution_id": 3, "write_skip_count": 0, "step_execution_id": 9, "process_skip_count": 0},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:41.550543", "exit_code": "COMPLETED", "step_name": "seal", "read_count": 0, "start_time": "2026-11-28T16:30:41.122911", "create_time": "2026-11-28T16:30:41.120576", "write_count": 0, "commit_count": 0, "exit_message": "", "filter_count": 0, "last_updated": "2026-11-28T16:30:41.550772", "rollback_count": 0, "read_skip_count": 0, "job_execution_id": 4, "write_skip_count": 0, "step_execution_id": 10, "process_skip_count": 0},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:41.622619", "exit_code": "COMPLETED", "step_name": "deliver", "read_count": 0, "start_time": "2026-11-28T16:30:41.60516", "create_time": "2026-11-28T16:30:41.604497", "write_count": 0, "commit_count": 0, "exit_message": "", "filter_count": 0, "last_updated": "2026-11-28T16:30:41.622786", "rollback_count": 0, "read_skip_count": 0, "job_execution_id": 6, "write_skip_count": 0, "step_execution_id": 12, "process_skip_count": 0},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:41.658972", "exit_code": "COMPLETED", "step_name": "deliver", "read_count": 0, "start_time": "2026-11-28T16:30:41.628674", "create_time": "2026-11-28T16:30:41.6267", "write_count": 0, "commit_count": 0, "exit_message": "", "filter_count": 0, "last_updated": "2026-11-28T16:30:41.659408", "rollback_count": 0, "read_skip_count": 0, "job_execution_id": 7, "write_skip_count": 0, "step_execution_id": 13, "process_skip_count": 0},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:41.661013", "exit_code": "COMPLETED", "step_name": "deliver", "read_count": 0, "start_time": "2026-11-28T16:30:41.634958", "create_time": "2026-11-28T16:30:41.634479", "write_count": 0, "commit_count": 0, "exit_message": "", "filter_count": 0, "last_updated": "2026-11-28T16:30:41.661209", "rollback_count": 0, "read_skip_count": 0, "job_execution_id": 8, "write_skip_count": 0, "step_execution_id": 14, "process_skip_count": 0},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:41.967895", "exit_code": "COMPLETED", "step_name": "seal", "read_count": 0, "start_time": "2026-11-28T16:30:41.886063", "create_time": "2026-11-28T16:30:41.885251", "write_count": 0, "commit_count": 0, "exit_message": "", "filter_count": 0, "last_updated": "2026-11-28T16:30:41.968623", "rollback_count": 0, "read_skip_count": 0, "job_execution_id": 9, "write_skip_count": 0, "step_execution_id": 15, "process_skip_count": 0},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:42.037173", "exit_code": "COMPLETED", "step_name": "seal", "read_count": 0, "start_time": "2026-11-28T16:30:41.906206", "create_time": "2026-11-28T16:30:41.904472", "write_count": 0, "commit_count": 0, "exit_message": "", "filter_count": 0, "last_updated": "2026-11-28T16:30:42.037776", "rollback_count": 0, "read_skip_count": 0, "job_execution_id": 10, "write_skip_count": 0, "step_execution_id": 16, "process_skip_count": 0},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:42.103032", "exit_code": "COMPLETED", "step_name": "seal", "read_count": 0, "start_time": "2026-11-28T16:30:41.920558", "create_time": "2026-11-28T16:30:41.918703", "write_count": 0, "commit_count": 0, "exit_message": "", "filter_count": 0, "last_updated": "2026-11-28T16:30:42.103405", "rollback_count": 0, "read_skip_count": 0, "job_execution_id": 11, "write_skip_count": 0, "step_execution_id": 17, "process_skip_count": 0},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:42.163298", "exit_code": "COMPLETED", "step_name": "deliver", "read_count": 0, "start_time": "2026-11-28T16:30:42.141674", "create_time": "2026-11-28T16:30:42.140904", "write_count": 0, "commit_count": 0, "exit_message": "", "filter_count": 0, "last_updated": "2026-11-28T16:30:42.163442", "rollback_count": 0, "read_skip_count": 0, "job_execution_id": 13, "write_skip_count": 0, "step_execution_id": 19, "process_skip_count": 0},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:42.166161", "exit_code": "COMPLETED", "step_name": "deliver", "read_count": 0, "start_time": "2026-11-28T16:30:42.141702", "create_time": "2026-11-28T16:30:42.140814", "write_count": 0, "commit_count": 0, "exit_message": "", "filter_count": 0, "last_updated": "2026-11-28T16:30:42.166448", "rollback_count": 0, "read_skip_count": 0, "job_execution_id": 12, "write_skip_count": 0, "step_execution_id": 18, "process_skip_count": 0},
{"status": "COMPLETED", "version": 1, "end_time": "2026-11-28T16:30:42.176834", "exit_code": "COMPLETED", "step_name": "deliver", "read_count": 0, "start_time": "2026-11-28T16:30:42.158413", "create_time": "2026-11-28T16:30:42.15788", "write_count": 0, "commit_count": 0, "exit_message": "", "filter_count": 0, "last_updated": "2026-11-28T16:30:42.176958", "rollback_count": 0, "read_skip_count": 0, "job_execution_id": 14, "write_skip_count": 0, "step_execution_id": 20, "process_skip_count": 0}
]');

insert into public.batch_step_execution_context (step_execution_id, short_context, serialized_context) overriding system value
select step_execution_id, short_context, serialized_context from jsonb_populate_recordset(null::public.batch_step_execution_context, '[
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "step_execution_id": 1, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "step_execution_id": 10, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "step_execution_id": 11, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "step_execution_id": 12, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "step_execution_id": 13, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "step_execution_id": 14, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "step_execution_id": 15, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "step_execution_id": 16, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "step_execution_id": 17, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "step_execution_id": 18, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "step_execution_id": 19, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "step_execution_id": 2, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "step_execution_id": 20, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "step_execution_id": 3, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "step_execution_id": 4, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "step_execution_id": 5, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "step_execution_id": 6, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "step_execution_id": 7, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "step_execution_id": 8, "serialized_context": null},
{"short_context": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "step_execution_id": 9, "serialized_context": null}
]');

insert into public.block_list (insurer, sequence, publication, kind, revision, as_of, use_by, rows, entries, size, sha256, content_sha256, list_digest, encrypted_to, manifest_sha256, previous_manifest_sha256, access_log_index, list_delivered_at, manifest_delivered_at, access_log_checkpoint, access_log_consistency) overriding system value
select insurer, sequence, publication, kind, revision, as_of, use_by, rows, entries, size, sha256, content_sha256, list_digest, encrypted_to, manifest_sha256, previous_manifest_sha256, access_log_index, list_delivered_at, manifest_delivered_at, access_log_checkpoint, access_log_consistency from jsonb_populate_recordset(null::public.block_list, '[
{"kind": "full", "rows": 1, "size": 617, "as_of": "2012-09-21T01:00:00+00:00", "sha256": "008720b215f55e7ef2a5434d9a0e92574341d96cce10d68ed354c0522f8173f5", "use_by": "2012-10-11", "entries": 1, "insurer": "BEIDOU", "revision": 2, "sequence": 1, "list_digest": "7b27c200751566ab203ae0aef3cb9896e260169f583870f713e61e572e6fc58b", "publication": 1, "encrypted_to": ["4E6F6133A3C9BF28E7D5C70DC190653272BBCCFF"], "content_sha256": "1fa276416acf0600967dd8916197e6db37c7d60b6b10ebed2e28e1ac2afa3c3a", "manifest_sha256": "49823d971b65e7ccea382b6999b879fb90486c9d7cfb5a8bc1c805c1443af250", "access_log_index": 26, "list_delivered_at": "2012-09-21T01:00:00+00:00", "access_log_checkpoint": "access-log.jinbo.invalid/81b8efb10fffd5c8\n28\ni7F+CEIf7G+3arswiVBfosLYVczkFbTG7M4Yovkc9ok=\n\n— access-log.jinbo.invalid/81b8efb10fffd5c8 B3AgcC2YuCKQ/WnKZ/mqsfmQN2+QhjI2Mhp8iKKiDi+keeqsOjjDYurOjMEXrx8Eh1jiMzmSpJ7h4QBhcVcNaJDOhA4=\n", "manifest_delivered_at": "2012-09-21T01:00:00+00:00", "access_log_consistency": null, "previous_manifest_sha256": null},
{"kind": "full", "rows": 1, "size": 617, "as_of": "2012-10-10T01:00:00+00:00", "sha256": "1121254d2c68fc2c9854a0a07a6e584d011b7d5bca8b165eb93922cf75bf8b9a", "use_by": "2012-10-24", "entries": 1, "insurer": "BEIDOU", "revision": 3, "sequence": 2, "list_digest": "7b27c200751566ab203ae0aef3cb9896e260169f583870f713e61e572e6fc58b", "publication": 2, "encrypted_to": ["4E6F6133A3C9BF28E7D5C70DC190653272BBCCFF"], "content_sha256": "1fa276416acf0600967dd8916197e6db37c7d60b6b10ebed2e28e1ac2afa3c3a", "manifest_sha256": "b0c715c454b6bd2177c2b9384299fab62f3db3b0a2b3cde3e03adbbfda1e026e", "access_log_index": 41, "list_delivered_at": "2012-10-10T01:00:00+00:00", "access_log_checkpoint": "access-log.jinbo.invalid/81b8efb10fffd5c8\n42\nW/7Jn398mB5O50CiztRV+9c/1rcTvFn8Z4wW9AilMr4=\n\n— access-log.jinbo.invalid/81b8efb10fffd5c8 B3AgcFLoKBKG+q0x/CRnRrVZA8CqQJzRVUZ8wUeTDJ/yK8qul/82bWmMY0SnbYfnfIx43vGfHbuQeroGEG2ZjYSWJgo=\n", "manifest_delivered_at": "2012-10-10T01:00:00+00:00", "access_log_consistency": ["/E0zUvJmfnhPh+f2dyGa5YOEGMy1C6Kl6cjp2gL+Mpw=", "+z/nnrBKGalub6rrYd3f64I3/WMxo+lz4Tpz77tTDoQ=", "8r8BFFMBte3Z19xCTgIuXK/1EOcAo25GaMNrWCeiAlc=", "IwLvm8ADraKaXjYx4I1fvy3vdwzHDAd7U2coAQLisZk=", "1PKIUbqqVTPk40mEglGc7hkY8Ia5x0GLnNoo99QV4Fw="], "previous_manifest_sha256": "49823d971b65e7ccea382b6999b879fb90486c9d7cfb5a8bc1c805c1443af250"},
{"kind": "full", "rows": 1, "size": 891, "as_of": "2012-09-21T01:00:00+00:00", "sha256": "9ded2871bc92c39829aeba46d9d2ad96aa07fa3fea1efc63a7fc296c0e8d180c", "use_by": "2012-10-11", "entries": 1, "insurer": "CHANGQING", "revision": 2, "sequence": 1, "list_digest": "c21bf1331684bc06129662702ec2b002fe193600e3a1d83d818718ea5bb5ec72", "publication": 1, "encrypted_to": ["AEC7E190C7855C23077C7560B4DB1B150CBD3755"], "content_sha256": "16b927d98d2cea2af163507df969f7193b385606626cd6099c9000d312e19dcb", "manifest_sha256": "aa5fb4b9ec58ac88aa7c89ce950e175058950fdae9c579258dca7850d17ba6f7", "access_log_index": 28, "list_delivered_at": "2012-09-21T01:00:00+00:00", "access_log_checkpoint": "access-log.jinbo.invalid/81b8efb10fffd5c8\n29\no5aZhdFalvTvbF3Jt8RfhEkxvt9HanB+xdc+aNnnzfE=\n\n— access-log.jinbo.invalid/81b8efb10fffd5c8 B3AgcE7NRzaTOFCoLIuzMmArWi8ut2fGMjQ50/AvhQZ2SzTor4MVshm5M416Zdipnv+0c+Vh2PLfNTsudduzwTEywQc=\n", "manifest_delivered_at": "2012-09-21T01:00:00+00:00", "access_log_consistency": null, "previous_manifest_sha256": null},
{"kind": "full", "rows": 1, "size": 891, "as_of": "2012-10-10T01:00:00+00:00", "sha256": "5037677651e95bd08f3a6883569ab9b41480b46779fae7b55b63f46914781f17", "use_by": "2012-10-24", "entries": 1, "insurer": "CHANGQING", "revision": 3, "sequence": 2, "list_digest": "c21bf1331684bc06129662702ec2b002fe193600e3a1d83d818718ea5bb5ec72", "publication": 2, "encrypted_to": ["AEC7E190C7855C23077C7560B4DB1B150CBD3755"], "content_sha256": "16b927d98d2cea2af163507df969f7193b385606626cd6099c9000d312e19dcb", "manifest_sha256": "5ee6ca31f508c8923138ba7bc6fa7273bf8803727460bf686350a761f7e37b6e", "access_log_index": 42, "list_delivered_at": "2012-10-10T01:00:00+00:00", "access_log_checkpoint": "access-log.jinbo.invalid/81b8efb10fffd5c8\n43\n6NbPKl6yaoIz9ioL2cbr13v8REEa1ogS8B2ONbhKBWM=\n\n— access-log.jinbo.invalid/81b8efb10fffd5c8 B3AgcCgaTth9+3KShGDKIYDyk7IAErWWOwOheGz++gEkr77rpRK4T4A9mtyZRDuxZuM6cdm7L1DcS9gu2IsD+hartA0=\n", "manifest_delivered_at": "2012-10-10T01:00:00+00:00", "access_log_consistency": ["UfI+pntYlcD8dW8VpXOLyfafxFRkbwpdQDQdyQRcnSI=", "hnjggL0O7FeS+LDJ7lMy4IuLx+mxEWd6cm+3AqnvBgM=", "TNCxm0tzcOngTCgF9KLjzrJ+v6IfdjNEfSDsba2PJvc=", "/E0zUvJmfnhPh+f2dyGa5YOEGMy1C6Kl6cjp2gL+Mpw=", "8r8BFFMBte3Z19xCTgIuXK/1EOcAo25GaMNrWCeiAlc=", "IwLvm8ADraKaXjYx4I1fvy3vdwzHDAd7U2coAQLisZk=", "UERvLHiMRo4ePC0PVgD7YSADc2hR3nk+me/CayE6+BA="], "previous_manifest_sha256": "aa5fb4b9ec58ac88aa7c89ce950e175058950fdae9c579258dca7850d17ba6f7"},
{"kind": "full", "rows": 2, "size": 605, "as_of": "2012-09-21T01:00:00+00:00", "sha256": "7098e1bd3d4f0d98bceb9a0f4b5771f208d4085216533be3bdfd43eaef5f5ab1", "use_by": "2012-10-11", "entries": 2, "insurer": "YUNHE", "revision": 2, "sequence": 1, "list_digest": "923503d6822953bafe9ee31442559f1b6d04bf3fb6629dc36e377b2c67ad9066", "publication": 1, "encrypted_to": ["1DE38723BD0C1DCA151D9B8870E893BB7A0167A4"], "content_sha256": "f17fc1f9510e0ca4018d72225bf37831f2500e2d01825305c4dc972b649b9080", "manifest_sha256": "05112dd332e99dd4cea817959b31a97870d32796a9a24995290f590528786048", "access_log_index": 27, "list_delivered_at": "2012-09-21T01:00:00+00:00", "access_log_checkpoint": "access-log.jinbo.invalid/81b8efb10fffd5c8\n28\ni7F+CEIf7G+3arswiVBfosLYVczkFbTG7M4Yovkc9ok=\n\n— access-log.jinbo.invalid/81b8efb10fffd5c8 B3AgcC2YuCKQ/WnKZ/mqsfmQN2+QhjI2Mhp8iKKiDi+keeqsOjjDYurOjMEXrx8Eh1jiMzmSpJ7h4QBhcVcNaJDOhA4=\n", "manifest_delivered_at": "2012-09-21T01:00:00+00:00", "access_log_consistency": null, "previous_manifest_sha256": null},
{"kind": "full", "rows": 3, "size": 619, "as_of": "2012-10-10T01:00:00+00:00", "sha256": "ac63fd8693ba64511571e035738777414b6a52d46894eed8cb008a96842b80f7", "use_by": "2012-10-24", "entries": 3, "insurer": "YUNHE", "revision": 3, "sequence": 2, "list_digest": "6a91360ee138bd62f9659eb9b55d25728134275286a8430d0f4ad9f34c4bd01c", "publication": 2, "encrypted_to": ["1DE38723BD0C1DCA151D9B8870E893BB7A0167A4"], "content_sha256": "ee4448f600be20c5ec32964b6b1182c935a63ca2679e9a9ff77f075c8e7bc0d1", "manifest_sha256": "e89d8b0f5306c6956b11553088b628e200a2f362d612f82d65b6f1bbad42063d", "access_log_index": 39, "list_delivered_at": "2012-10-10T01:00:00+00:00", "access_log_checkpoint": "access-log.jinbo.invalid/81b8efb10fffd5c8\n40\naXfYkHW4mfyHwSdqx4MIv0okh4QN388ctNGWw+H7ObQ=\n\n— access-log.jinbo.invalid/81b8efb10fffd5c8 B3AgcJikOpu/yXTpkO4DoUt1gIr/kTcM7FprOw8JOt/R6B49UEjkz1ZBBHBaF3vO4dQgTWPZNuPnbhMwaObpi+kl0gM=\n", "manifest_delivered_at": "2012-10-10T01:00:00+00:00", "access_log_consistency": ["/E0zUvJmfnhPh+f2dyGa5YOEGMy1C6Kl6cjp2gL+Mpw=", "+z/nnrBKGalub6rrYd3f64I3/WMxo+lz4Tpz77tTDoQ=", "8r8BFFMBte3Z19xCTgIuXK/1EOcAo25GaMNrWCeiAlc=", "IwLvm8ADraKaXjYx4I1fvy3vdwzHDAd7U2coAQLisZk=", "9kDFYsBvogPvYBbazdBG+gYX4J7OgUQy4U9VHRlJDi4="], "previous_manifest_sha256": "05112dd332e99dd4cea817959b31a97870d32796a9a24995290f590528786048"}
]');

insert into public.block_page (thousand, scope, blocks, revision) overriding system value
select thousand, scope, blocks, revision from jsonb_populate_recordset(null::public.block_page, '[
{"scope": 1, "blocks": "\\x3ac91c92efb1c922151e", "revision": 3, "thousand": 13810001},
{"scope": 32001, "blocks": "\\x3a891c9513", "revision": 2, "thousand": 13810001},
{"scope": 32002, "blocks": "\\x64491c92ef", "revision": 1, "thousand": 13810001}
]');

insert into public.calendar_day (version, day, kind, name) overriding system value
select version, day, kind, name from jsonb_populate_recordset(null::public.calendar_day, '[
{"day": "2012-01-02", "kind": "HOLIDAY", "name": "元旦", "version": 1},
{"day": "2012-01-03", "kind": "HOLIDAY", "name": "元旦", "version": 1},
{"day": "2012-01-21", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2012-01-23", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2012-01-24", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2012-01-25", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2012-01-26", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2012-01-27", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2012-01-29", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2012-03-31", "kind": "WORKDAY", "name": "清明节", "version": 1},
{"day": "2012-04-01", "kind": "WORKDAY", "name": "清明节", "version": 1},
{"day": "2012-04-02", "kind": "HOLIDAY", "name": "清明节", "version": 1},
{"day": "2012-04-03", "kind": "HOLIDAY", "name": "清明节", "version": 1},
{"day": "2012-04-04", "kind": "HOLIDAY", "name": "清明节", "version": 1},
{"day": "2012-04-28", "kind": "WORKDAY", "name": "劳动节", "version": 1},
{"day": "2012-04-30", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2012-05-01", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2012-06-22", "kind": "HOLIDAY", "name": "端午节", "version": 1},
{"day": "2012-09-29", "kind": "WORKDAY", "name": "中秋节、国庆节", "version": 1},
{"day": "2012-10-01", "kind": "HOLIDAY", "name": "中秋节、国庆节", "version": 1},
{"day": "2012-10-02", "kind": "HOLIDAY", "name": "中秋节、国庆节", "version": 1},
{"day": "2012-10-03", "kind": "HOLIDAY", "name": "中秋节、国庆节", "version": 1},
{"day": "2012-10-04", "kind": "HOLIDAY", "name": "中秋节、国庆节", "version": 1},
{"day": "2012-10-05", "kind": "HOLIDAY", "name": "中秋节、国庆节", "version": 1},
{"day": "2013-01-01", "kind": "HOLIDAY", "name": "元旦", "version": 1},
{"day": "2013-01-02", "kind": "HOLIDAY", "name": "元旦", "version": 1},
{"day": "2013-01-03", "kind": "HOLIDAY", "name": "元旦", "version": 1},
{"day": "2013-01-05", "kind": "WORKDAY", "name": "元旦", "version": 1},
{"day": "2013-01-06", "kind": "WORKDAY", "name": "元旦", "version": 1},
{"day": "2013-02-11", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2013-02-12", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2013-02-13", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2013-02-14", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2013-02-15", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2013-02-16", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2013-02-17", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2013-04-04", "kind": "HOLIDAY", "name": "清明节", "version": 1},
{"day": "2013-04-05", "kind": "HOLIDAY", "name": "清明节", "version": 1},
{"day": "2013-04-07", "kind": "WORKDAY", "name": "清明节", "version": 1},
{"day": "2013-04-27", "kind": "WORKDAY", "name": "劳动节", "version": 1},
{"day": "2013-04-28", "kind": "WORKDAY", "name": "劳动节", "version": 1},
{"day": "2013-04-29", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2013-04-30", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2013-05-01", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2013-06-08", "kind": "WORKDAY", "name": "端午节", "version": 1},
{"day": "2013-06-09", "kind": "WORKDAY", "name": "端午节", "version": 1},
{"day": "2013-06-10", "kind": "HOLIDAY", "name": "端午节", "version": 1},
{"day": "2013-06-11", "kind": "HOLIDAY", "name": "端午节", "version": 1},
{"day": "2013-06-12", "kind": "HOLIDAY", "name": "端午节", "version": 1},
{"day": "2013-09-19", "kind": "HOLIDAY", "name": "中秋节", "version": 1},
{"day": "2013-09-20", "kind": "HOLIDAY", "name": "中秋节", "version": 1},
{"day": "2013-09-22", "kind": "WORKDAY", "name": "中秋节", "version": 1},
{"day": "2013-09-29", "kind": "WORKDAY", "name": "国庆节", "version": 1},
{"day": "2013-10-01", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2013-10-02", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2013-10-03", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2013-10-04", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2013-10-07", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2013-10-12", "kind": "WORKDAY", "name": "国庆节", "version": 1},
{"day": "2014-01-01", "kind": "HOLIDAY", "name": "元旦", "version": 1},
{"day": "2014-01-26", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2014-01-31", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2014-02-03", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2014-02-04", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2014-02-05", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2014-02-06", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2014-02-08", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2014-04-07", "kind": "HOLIDAY", "name": "清明节", "version": 1},
{"day": "2014-05-01", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2014-05-02", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2014-05-04", "kind": "WORKDAY", "name": "劳动节", "version": 1},
{"day": "2014-06-02", "kind": "HOLIDAY", "name": "端午节", "version": 1},
{"day": "2014-09-08", "kind": "HOLIDAY", "name": "中秋节", "version": 1},
{"day": "2014-09-28", "kind": "WORKDAY", "name": "国庆节", "version": 1},
{"day": "2014-10-01", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2014-10-02", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2014-10-03", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2014-10-06", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2014-10-07", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2014-10-11", "kind": "WORKDAY", "name": "国庆节", "version": 1},
{"day": "2015-01-01", "kind": "HOLIDAY", "name": "元旦", "version": 1},
{"day": "2015-01-02", "kind": "HOLIDAY", "name": "元旦", "version": 1},
{"day": "2015-01-04", "kind": "WORKDAY", "name": "元旦", "version": 1},
{"day": "2015-02-15", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2015-02-18", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2015-02-19", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2015-02-20", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2015-02-23", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2015-02-24", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2015-02-28", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2015-04-06", "kind": "HOLIDAY", "name": "清明节", "version": 1},
{"day": "2015-05-01", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2015-06-22", "kind": "HOLIDAY", "name": "端午节", "version": 1},
{"day": "2015-09-03", "kind": "HOLIDAY", "name": "抗日战争暨世界反法西斯战争胜利70周年纪念日", "version": 1},
{"day": "2015-09-04", "kind": "HOLIDAY", "name": "抗日战争暨世界反法西斯战争胜利70周年纪念日", "version": 1},
{"day": "2015-09-06", "kind": "WORKDAY", "name": "抗日战争暨世界反法西斯战争胜利70周年纪念日", "version": 1},
{"day": "2015-10-01", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2015-10-02", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2015-10-05", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2015-10-06", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2015-10-07", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2015-10-10", "kind": "WORKDAY", "name": "国庆节", "version": 1},
{"day": "2016-01-01", "kind": "HOLIDAY", "name": "元旦", "version": 1},
{"day": "2016-02-06", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2016-02-08", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2016-02-09", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2016-02-10", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2016-02-11", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2016-02-12", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2016-02-14", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2016-04-04", "kind": "HOLIDAY", "name": "清明节", "version": 1},
{"day": "2016-05-02", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2016-06-09", "kind": "HOLIDAY", "name": "端午节", "version": 1},
{"day": "2016-06-10", "kind": "HOLIDAY", "name": "端午节", "version": 1},
{"day": "2016-06-12", "kind": "WORKDAY", "name": "端午节", "version": 1},
{"day": "2016-09-15", "kind": "HOLIDAY", "name": "中秋节", "version": 1},
{"day": "2016-09-16", "kind": "HOLIDAY", "name": "中秋节", "version": 1},
{"day": "2016-09-18", "kind": "WORKDAY", "name": "中秋节", "version": 1},
{"day": "2016-10-03", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2016-10-04", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2016-10-05", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2016-10-06", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2016-10-07", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2016-10-08", "kind": "WORKDAY", "name": "国庆节", "version": 1},
{"day": "2016-10-09", "kind": "WORKDAY", "name": "国庆节", "version": 1},
{"day": "2017-01-02", "kind": "HOLIDAY", "name": "元旦", "version": 1},
{"day": "2017-01-22", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2017-01-27", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2017-01-30", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2017-01-31", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2017-02-01", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2017-02-02", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2017-02-04", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2017-04-01", "kind": "WORKDAY", "name": "清明节", "version": 1},
{"day": "2017-04-03", "kind": "HOLIDAY", "name": "清明节", "version": 1},
{"day": "2017-04-04", "kind": "HOLIDAY", "name": "清明节", "version": 1},
{"day": "2017-05-01", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2017-05-27", "kind": "WORKDAY", "name": "端午节", "version": 1},
{"day": "2017-05-29", "kind": "HOLIDAY", "name": "端午节", "version": 1},
{"day": "2017-05-30", "kind": "HOLIDAY", "name": "端午节", "version": 1},
{"day": "2017-09-30", "kind": "WORKDAY", "name": "中秋节、国庆节", "version": 1},
{"day": "2017-10-02", "kind": "HOLIDAY", "name": "中秋节、国庆节", "version": 1},
{"day": "2017-10-03", "kind": "HOLIDAY", "name": "中秋节、国庆节", "version": 1},
{"day": "2017-10-04", "kind": "HOLIDAY", "name": "中秋节、国庆节", "version": 1},
{"day": "2017-10-05", "kind": "HOLIDAY", "name": "中秋节、国庆节", "version": 1},
{"day": "2017-10-06", "kind": "HOLIDAY", "name": "中秋节、国庆节", "version": 1},
{"day": "2018-01-01", "kind": "HOLIDAY", "name": "元旦", "version": 1},
{"day": "2018-02-11", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2018-02-15", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2018-02-16", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2018-02-19", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2018-02-20", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2018-02-21", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2018-02-24", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2018-04-05", "kind": "HOLIDAY", "name": "清明节", "version": 1},
{"day": "2018-04-06", "kind": "HOLIDAY", "name": "清明节", "version": 1},
{"day": "2018-04-08", "kind": "WORKDAY", "name": "清明节", "version": 1},
{"day": "2018-04-28", "kind": "WORKDAY", "name": "劳动节", "version": 1},
{"day": "2018-04-30", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2018-05-01", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2018-06-18", "kind": "HOLIDAY", "name": "端午节", "version": 1},
{"day": "2018-09-24", "kind": "HOLIDAY", "name": "中秋节", "version": 1},
{"day": "2018-09-29", "kind": "WORKDAY", "name": "国庆节", "version": 1},
{"day": "2018-09-30", "kind": "WORKDAY", "name": "国庆节", "version": 1},
{"day": "2018-10-01", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2018-10-02", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2018-10-03", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2018-10-04", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2018-10-05", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2018-12-29", "kind": "WORKDAY", "name": "元旦", "version": 1},
{"day": "2018-12-31", "kind": "HOLIDAY", "name": "元旦", "version": 1},
{"day": "2019-01-01", "kind": "HOLIDAY", "name": "元旦", "version": 1},
{"day": "2019-02-02", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2019-02-03", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2019-02-04", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2019-02-05", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2019-02-06", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2019-02-07", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2019-02-08", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2019-04-05", "kind": "HOLIDAY", "name": "清明节", "version": 1},
{"day": "2019-04-28", "kind": "WORKDAY", "name": "劳动节", "version": 1},
{"day": "2019-05-01", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2019-05-02", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2019-05-03", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2019-05-05", "kind": "WORKDAY", "name": "劳动节", "version": 1},
{"day": "2019-06-07", "kind": "HOLIDAY", "name": "端午节", "version": 1},
{"day": "2019-09-13", "kind": "HOLIDAY", "name": "中秋节", "version": 1},
{"day": "2019-09-29", "kind": "WORKDAY", "name": "国庆节", "version": 1},
{"day": "2019-10-01", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2019-10-02", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2019-10-03", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2019-10-04", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2019-10-07", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2019-10-12", "kind": "WORKDAY", "name": "国庆节", "version": 1},
{"day": "2020-01-01", "kind": "HOLIDAY", "name": "元旦", "version": 1},
{"day": "2020-01-19", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2020-01-24", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2020-01-27", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2020-01-28", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2020-01-29", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2020-01-30", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2020-01-31", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2020-04-06", "kind": "HOLIDAY", "name": "清明节", "version": 1},
{"day": "2020-04-26", "kind": "WORKDAY", "name": "劳动节", "version": 1},
{"day": "2020-05-01", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2020-05-04", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2020-05-05", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2020-05-09", "kind": "WORKDAY", "name": "劳动节", "version": 1},
{"day": "2020-06-25", "kind": "HOLIDAY", "name": "端午节", "version": 1},
{"day": "2020-06-26", "kind": "HOLIDAY", "name": "端午节", "version": 1},
{"day": "2020-06-28", "kind": "WORKDAY", "name": "端午节", "version": 1},
{"day": "2020-09-27", "kind": "WORKDAY", "name": "国庆节、中秋节", "version": 1},
{"day": "2020-10-01", "kind": "HOLIDAY", "name": "国庆节、中秋节", "version": 1},
{"day": "2020-10-02", "kind": "HOLIDAY", "name": "国庆节、中秋节", "version": 1},
{"day": "2020-10-05", "kind": "HOLIDAY", "name": "国庆节、中秋节", "version": 1},
{"day": "2020-10-06", "kind": "HOLIDAY", "name": "国庆节、中秋节", "version": 1},
{"day": "2020-10-07", "kind": "HOLIDAY", "name": "国庆节、中秋节", "version": 1},
{"day": "2020-10-08", "kind": "HOLIDAY", "name": "国庆节、中秋节", "version": 1},
{"day": "2020-10-10", "kind": "WORKDAY", "name": "国庆节、中秋节", "version": 1},
{"day": "2021-01-01", "kind": "HOLIDAY", "name": "元旦", "version": 1},
{"day": "2021-02-07", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2021-02-11", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2021-02-12", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2021-02-15", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2021-02-16", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2021-02-17", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2021-02-20", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2021-04-05", "kind": "HOLIDAY", "name": "清明节", "version": 1},
{"day": "2021-04-25", "kind": "WORKDAY", "name": "劳动节", "version": 1},
{"day": "2021-05-03", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2021-05-04", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2021-05-05", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2021-05-08", "kind": "WORKDAY", "name": "劳动节", "version": 1},
{"day": "2021-06-14", "kind": "HOLIDAY", "name": "端午节", "version": 1},
{"day": "2021-09-18", "kind": "WORKDAY", "name": "中秋节", "version": 1},
{"day": "2021-09-20", "kind": "HOLIDAY", "name": "中秋节", "version": 1},
{"day": "2021-09-21", "kind": "HOLIDAY", "name": "中秋节", "version": 1},
{"day": "2021-09-26", "kind": "WORKDAY", "name": "国庆节", "version": 1},
{"day": "2021-10-01", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2021-10-04", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2021-10-05", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2021-10-06", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2021-10-07", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2021-10-09", "kind": "WORKDAY", "name": "国庆节", "version": 1},
{"day": "2022-01-03", "kind": "HOLIDAY", "name": "元旦", "version": 1},
{"day": "2022-01-29", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2022-01-30", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2022-01-31", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2022-02-01", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2022-02-02", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2022-02-03", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2022-02-04", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2022-04-02", "kind": "WORKDAY", "name": "清明节", "version": 1},
{"day": "2022-04-04", "kind": "HOLIDAY", "name": "清明节", "version": 1},
{"day": "2022-04-05", "kind": "HOLIDAY", "name": "清明节", "version": 1},
{"day": "2022-04-24", "kind": "WORKDAY", "name": "劳动节", "version": 1},
{"day": "2022-05-02", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2022-05-03", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2022-05-04", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2022-05-07", "kind": "WORKDAY", "name": "劳动节", "version": 1},
{"day": "2022-06-03", "kind": "HOLIDAY", "name": "端午节", "version": 1},
{"day": "2022-09-12", "kind": "HOLIDAY", "name": "中秋节", "version": 1},
{"day": "2022-10-03", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2022-10-04", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2022-10-05", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2022-10-06", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2022-10-07", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2022-10-08", "kind": "WORKDAY", "name": "国庆节", "version": 1},
{"day": "2022-10-09", "kind": "WORKDAY", "name": "国庆节", "version": 1},
{"day": "2023-01-02", "kind": "HOLIDAY", "name": "元旦", "version": 1},
{"day": "2023-01-23", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2023-01-24", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2023-01-25", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2023-01-26", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2023-01-27", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2023-01-28", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2023-01-29", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2023-04-05", "kind": "HOLIDAY", "name": "清明节", "version": 1},
{"day": "2023-04-23", "kind": "WORKDAY", "name": "劳动节", "version": 1},
{"day": "2023-05-01", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2023-05-02", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2023-05-03", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2023-05-06", "kind": "WORKDAY", "name": "劳动节", "version": 1},
{"day": "2023-06-22", "kind": "HOLIDAY", "name": "端午节", "version": 1},
{"day": "2023-06-23", "kind": "HOLIDAY", "name": "端午节", "version": 1},
{"day": "2023-06-25", "kind": "WORKDAY", "name": "端午节", "version": 1},
{"day": "2023-09-29", "kind": "HOLIDAY", "name": "中秋节、国庆节", "version": 1},
{"day": "2023-10-02", "kind": "HOLIDAY", "name": "中秋节、国庆节", "version": 1},
{"day": "2023-10-03", "kind": "HOLIDAY", "name": "中秋节、国庆节", "version": 1},
{"day": "2023-10-04", "kind": "HOLIDAY", "name": "中秋节、国庆节", "version": 1},
{"day": "2023-10-05", "kind": "HOLIDAY", "name": "中秋节、国庆节", "version": 1},
{"day": "2023-10-06", "kind": "HOLIDAY", "name": "中秋节、国庆节", "version": 1},
{"day": "2023-10-07", "kind": "WORKDAY", "name": "中秋节、国庆节", "version": 1},
{"day": "2023-10-08", "kind": "WORKDAY", "name": "中秋节、国庆节", "version": 1},
{"day": "2024-01-01", "kind": "HOLIDAY", "name": "元旦", "version": 1},
{"day": "2024-02-04", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2024-02-12", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2024-02-13", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2024-02-14", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2024-02-15", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2024-02-16", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2024-02-18", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2024-04-04", "kind": "HOLIDAY", "name": "清明节", "version": 1},
{"day": "2024-04-05", "kind": "HOLIDAY", "name": "清明节", "version": 1},
{"day": "2024-04-07", "kind": "WORKDAY", "name": "清明节", "version": 1},
{"day": "2024-04-28", "kind": "WORKDAY", "name": "劳动节", "version": 1},
{"day": "2024-05-01", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2024-05-02", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2024-05-03", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2024-05-11", "kind": "WORKDAY", "name": "劳动节", "version": 1},
{"day": "2024-06-10", "kind": "HOLIDAY", "name": "端午节", "version": 1},
{"day": "2024-09-14", "kind": "WORKDAY", "name": "中秋节", "version": 1},
{"day": "2024-09-16", "kind": "HOLIDAY", "name": "中秋节", "version": 1},
{"day": "2024-09-17", "kind": "HOLIDAY", "name": "中秋节", "version": 1},
{"day": "2024-09-29", "kind": "WORKDAY", "name": "国庆节", "version": 1},
{"day": "2024-10-01", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2024-10-02", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2024-10-03", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2024-10-04", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2024-10-07", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2024-10-12", "kind": "WORKDAY", "name": "国庆节", "version": 1},
{"day": "2025-01-01", "kind": "HOLIDAY", "name": "元旦", "version": 1},
{"day": "2025-01-26", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2025-01-28", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2025-01-29", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2025-01-30", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2025-01-31", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2025-02-03", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2025-02-04", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2025-02-08", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2025-04-04", "kind": "HOLIDAY", "name": "清明节", "version": 1},
{"day": "2025-04-27", "kind": "WORKDAY", "name": "劳动节", "version": 1},
{"day": "2025-05-01", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2025-05-02", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2025-05-05", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2025-06-02", "kind": "HOLIDAY", "name": "端午节", "version": 1},
{"day": "2025-09-28", "kind": "WORKDAY", "name": "国庆节、中秋节", "version": 1},
{"day": "2025-10-01", "kind": "HOLIDAY", "name": "国庆节、中秋节", "version": 1},
{"day": "2025-10-02", "kind": "HOLIDAY", "name": "国庆节、中秋节", "version": 1},
{"day": "2025-10-03", "kind": "HOLIDAY", "name": "国庆节、中秋节", "version": 1},
{"day": "2025-10-06", "kind": "HOLIDAY", "name": "国庆节、中秋节", "version": 1},
{"day": "2025-10-07", "kind": "HOLIDAY", "name": "国庆节、中秋节", "version": 1},
{"day": "2025-10-08", "kind": "HOLIDAY", "name": "国庆节、中秋节", "version": 1},
{"day": "2025-10-11", "kind": "WORKDAY", "name": "国庆节、中秋节", "version": 1},
{"day": "2026-01-01", "kind": "HOLIDAY", "name": "元旦", "version": 1},
{"day": "2026-01-02", "kind": "HOLIDAY", "name": "元旦", "version": 1},
{"day": "2026-01-04", "kind": "WORKDAY", "name": "元旦", "version": 1},
{"day": "2026-02-14", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2026-02-16", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2026-02-17", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2026-02-18", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2026-02-19", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2026-02-20", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2026-02-23", "kind": "HOLIDAY", "name": "春节", "version": 1},
{"day": "2026-02-28", "kind": "WORKDAY", "name": "春节", "version": 1},
{"day": "2026-04-06", "kind": "HOLIDAY", "name": "清明节", "version": 1},
{"day": "2026-05-01", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2026-05-04", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2026-05-05", "kind": "HOLIDAY", "name": "劳动节", "version": 1},
{"day": "2026-05-09", "kind": "WORKDAY", "name": "劳动节", "version": 1},
{"day": "2026-06-19", "kind": "HOLIDAY", "name": "端午节", "version": 1},
{"day": "2026-09-20", "kind": "WORKDAY", "name": "国庆节", "version": 1},
{"day": "2026-09-25", "kind": "HOLIDAY", "name": "中秋节", "version": 1},
{"day": "2026-10-01", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2026-10-02", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2026-10-05", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2026-10-06", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2026-10-07", "kind": "HOLIDAY", "name": "国庆节", "version": 1},
{"day": "2026-10-10", "kind": "WORKDAY", "name": "国庆节", "version": 1}
]');

insert into public.calendar_version (number, version, imported_at, imported_by) overriding system value
select number, version, imported_at, imported_by from jsonb_populate_recordset(null::public.calendar_version, '[
{"number": 1, "version": "2012-2026.1", "imported_at": null, "imported_by": null}
]');

insert into public.call_case (id, number, request, insurer, called_at, purpose, source, subject, opened_at) overriding system value
select id, number, request, insurer, called_at, purpose, source, subject, opened_at from jsonb_populate_recordset(null::public.call_case, '[
{"id": 1, "number": "C2012-P41NF3AS-3", "source": "CONSUMER", "insurer": "YUNHE", "purpose": "SALES", "request": "aa4e27cc-b26d-4d61-828c-60d0151e5a4c", "subject": "2012:5f5f9aae7d319081cc3188f20af222d87c9c527b17cb71327f643a26ac69d2aa", "called_at": "2012-10-10T00:00:00+00:00", "opened_at": "2012-10-10T01:00:00+00:00"}
]');

insert into public.call_case_event (id, call_case, state, at, actor, due_on, calendar_version, reason) overriding system value
select id, call_case, state, at, actor, due_on, calendar_version, reason from jsonb_populate_recordset(null::public.call_case_event, '[
{"at": "2012-10-10T01:00:00+00:00", "id": 1, "actor": "consumer", "state": "OPEN", "due_on": "2012-10-12", "reason": null, "call_case": 1, "calendar_version": "2012-2026.1"}
]');

insert into public.call_case_number (call_case, mobile, caller, words) overriding system value
select call_case, mobile, caller, words from jsonb_populate_recordset(null::public.call_case_number, '[
{"words": "=they called, at dinner", "caller": null, "mobile": 13810001235, "call_case": 1}
]');

insert into public.call_case_open (call_case) overriding system value
select call_case from jsonb_populate_recordset(null::public.call_case_open, '[
{"call_case": 1}
]');

insert into public.finding_page (inbound_file, place, kinds, findings) overriding system value
select inbound_file, place, kinds, findings from jsonb_populate_recordset(null::public.finding_page, '[
{"kinds": "MOBILE_LANDLINE mobile\nTERM_UNKNOWN term", "place": 1, "findings": "\\x00000004000000000401", "inbound_file": 2}
]');

insert into public.flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) overriding system value
select installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success from jsonb_populate_recordset(null::public.flyway_schema_history, '[
{"type": "SQL", "script": "R__roles.sql", "success": true, "version": null, "checksum": -929745847, "description": "roles", "installed_by": "postgres", "installed_on": "2026-11-28T16:30:37.128597", "execution_time": 16, "installed_rank": 9},
{"type": "SQL", "script": "V1__batch.sql", "success": true, "version": "1", "checksum": -527466345, "description": "batch", "installed_by": "postgres", "installed_on": "2026-11-28T16:30:36.405373", "execution_time": 22, "installed_rank": 1},
{"type": "SQL", "script": "V2__access_log.sql", "success": true, "version": "2", "checksum": -1696664192, "description": "access log", "installed_by": "postgres", "installed_on": "2026-11-28T16:30:36.473672", "execution_time": 46, "installed_rank": 2},
{"type": "SQL", "script": "V3__participants.sql", "success": true, "version": "3", "checksum": -1516577247, "description": "participants", "installed_by": "postgres", "installed_on": "2026-11-28T16:30:36.560925", "execution_time": 74, "installed_rank": 3},
{"type": "SQL", "script": "V4__exchange.sql", "success": true, "version": "4", "checksum": 529143315, "description": "exchange", "installed_by": "postgres", "installed_on": "2026-11-28T16:30:36.663256", "execution_time": 53, "installed_rank": 4},
{"type": "SQL", "script": "V5__registry.sql", "success": true, "version": "5", "checksum": 782531443, "description": "registry", "installed_by": "postgres", "installed_on": "2026-11-28T16:30:36.734673", "execution_time": 93, "installed_rank": 5},
{"type": "SQL", "script": "V6__cases.sql", "success": true, "version": "6", "checksum": -1124877237, "description": "cases", "installed_by": "postgres", "installed_on": "2026-11-28T16:30:36.859197", "execution_time": 35, "installed_rank": 6},
{"type": "SQL", "script": "V7__consumers.sql", "success": true, "version": "7", "checksum": 265789565, "description": "consumers", "installed_by": "postgres", "installed_on": "2026-11-28T16:30:36.907725", "execution_time": 43, "installed_rank": 7},
{"type": "SQL", "script": "V8__operations.sql", "success": true, "version": "8", "checksum": 490413400, "description": "operations", "installed_by": "postgres", "installed_on": "2026-11-28T16:30:36.975584", "execution_time": 73, "installed_rank": 8}
]');

insert into public.inbound_file (id, insurer, remote_name, stem, name_fault, size, modified_at, sha256, received_at, status, rows, accepted, refused, warned, effective_on, content_mac, finding_counts, operator_detail, access_log_id, judged_answer, archived_as, finished_answer) overriding system value
select id, insurer, remote_name, stem, name_fault, size, modified_at, sha256, received_at, status, rows, accepted, refused, warned, effective_on, content_mac, finding_counts, operator_detail, access_log_id, judged_answer, archived_as, finished_answer from jsonb_populate_recordset(null::public.inbound_file, '[
{"id": 1, "rows": 1, "size": 437, "stem": "complaints-BEIDOU-20120921-001", "sha256": "b0e26bdf8ed4f46c53ec765238b8380bfee39bd7fe6112ca2404deb753fc1865", "status": "ACCEPTED", "warned": 0, "insurer": "BEIDOU", "refused": 0, "accepted": 1, "name_fault": null, "archived_as": "complaints-BEIDOU-20120921-001.csv.pgp", "content_mac": "\\xca15e282e79b5be57b901f3225f3be873d88cdc45b6554aea386b03f3c34d177", "modified_at": "2026-11-28T16:30:39+00:00", "received_at": "2012-09-21T01:00:00+00:00", "remote_name": "complaints-BEIDOU-20120921-001.csv.pgp", "effective_on": "2012-10-09", "access_log_id": 21, "judged_answer": 1, "finding_counts": {}, "finished_answer": 1, "operator_detail": null},
{"id": 2, "rows": 3, "size": 459, "stem": "complaints-YUNHE-20120921-001", "sha256": "6c5241a4ca83ed75b31287fdf310d13729e39e08ab98de2d7e3c3a65d8bb51fd", "status": "PARTLY_ACCEPTED", "warned": 0, "insurer": "YUNHE", "refused": 1, "accepted": 2, "name_fault": null, "archived_as": "complaints-YUNHE-20120921-001.csv.pgp", "content_mac": "\\x7bb1f208bbdd2724ee5d0e3386fac71e3a0635d771e6ba9a02dfbce7289b85db", "modified_at": "2026-11-28T16:30:39+00:00", "received_at": "2012-09-21T01:00:00+00:00", "remote_name": "complaints-YUNHE-20120921-001.csv.pgp", "effective_on": "2012-10-09", "access_log_id": 22, "judged_answer": 1, "finding_counts": {"TERM_UNKNOWN": 1, "MOBILE_LANDLINE": 1}, "finished_answer": 1, "operator_detail": null}
]');

insert into public.insurer (code, scope, name, sector, service_number, joined_at, suspended_at, self_discipline_on, confidentiality_on, agreements_end_on, left_on, successor, drop_url, drop_keys) overriding system value
select code, scope, name, sector, service_number, joined_at, suspended_at, self_discipline_on, confidentiality_on, agreements_end_on, left_on, successor, drop_url, drop_keys from jsonb_populate_recordset(null::public.insurer, '[
{"code": "BEIDOU", "name": "北斗财险", "scope": 3, "sector": "PROPERTY", "left_on": null, "drop_url": null, "drop_keys": [], "joined_at": "2012-09-21T01:00:00+00:00", "successor": null, "suspended_at": null, "service_number": null, "agreements_end_on": null, "confidentiality_on": "2012-01-01", "self_discipline_on": "2012-01-01"},
{"code": "CHANGQING", "name": "长青人寿", "scope": 2, "sector": "LIFE", "left_on": null, "drop_url": null, "drop_keys": [], "joined_at": "2012-09-21T01:00:00+00:00", "successor": null, "suspended_at": null, "service_number": null, "agreements_end_on": null, "confidentiality_on": "2012-01-01", "self_discipline_on": "2012-01-01"},
{"code": "YUNHE", "name": "云河人寿", "scope": 1, "sector": "LIFE", "left_on": null, "drop_url": null, "drop_keys": [], "joined_at": "2012-09-21T01:00:00+00:00", "successor": null, "suspended_at": null, "service_number": null, "agreements_end_on": null, "confidentiality_on": "2012-01-01", "self_discipline_on": "2012-01-01"}
]');

insert into public.insurer_certificate (fingerprint, insurer, encoded, added_at, accepted_from, accepted_until) overriding system value
select fingerprint, insurer, encoded, added_at, accepted_from, accepted_until from jsonb_populate_recordset(null::public.insurer_certificate, '[
{"encoded": "\\x9833044effa20016092b06010401da470f01010740a4d2c6d014037ef5a8e002d3a4ef7a3b7556b924d51ba3b09f4af4501208f1dab43d59756e6865204c696665202853414d504c45204b4559202d20646f206e6f742075736529203c65786368616e67654079756e68652e6578616d706c653e888e0413160a00361621041de38723bd0c1dca151d9b8870e893bb7a0167a405024effa200021b03040b09080704150a0908051602010300021e01021780000a091070e893bb7a0167a4bc3700fa031414eeb14bb6054d7f20db78e8ea58ab4eea61abb9da66a723d51e2909347b0100e6b1d7637f2a00728a8e26de76735967342d19791daf4053955ac8f6fdccb205b838044effa200120a2b060104019755010501010740c0387a512861ead3dd2d20e163fe607111967b0abb08e2787bc4690ca693f9140301080788780418160a00201621041de38723bd0c1dca151d9b8870e893bb7a0167a405024effa200021b0c000a091070e893bb7a0167a4eb6d010088a0b6acb571a2b32638f52275c425930c110d8e842bd4057c791debe9639af901009a9ced078626f46ff5db292f3c921d0242922aeef6b78f26a7ee5a64b94df20d", "insurer": "YUNHE", "added_at": "2012-09-21T01:00:00+00:00", "fingerprint": "1DE38723BD0C1DCA151D9B8870E893BB7A0167A4", "accepted_from": null, "accepted_until": null},
{"encoded": "\\x9852044effa20013082a8648ce3d03010702030419a4a6e7dab7af69f98e2fd49c77b326041d6bd4b9405fe47f93a19a4d7298cd68f11b5874e8a4d9ceda9fde71e1242ec0f7c5be85c73925dfa8beade0787dc4b443426569646f752050726f7065727479202853414d504c45204b4559202d20646f206e6f742075736529203c65786368616e676540626569646f752e6578616d706c653e888e0413130a00361621044e6f6133a3c9bf28e7d5c70dc190653272bbccff05024effa200021b03040b09080704150a0908051602010300021e01021780000a0910c190653272bbccff842d00fc09e505cd0944c05bd6670c9fb3b4a3c5a5c3b93bcd449861ed14910f3c443d8f0100c24958ff5ab835a2bac54029fe37ad6693e49d65f9adff17f9565ab22a41f8cbb856044effa20012082a8648ce3d0301070203048a854864493979824cd2f2016e5e388206c3bea087d675a6f1cce98c9003ef5c423cd44f6aee1d9bc855d397bc2faede935ba03e8d124a5351a03ad1846a9fa10301080788780418130a00201621044e6f6133a3c9bf28e7d5c70dc190653272bbccff05024effa200021b0c000a0910c190653272bbccff036900ff6797d76fd16cde597ae87510623beee27ecd3e4a426f671f1d3a8e06cb74922400ff40373a0fb257f005c6cef79503a003b4d7987c3a757babe7e88d2e2468ae9499", "insurer": "BEIDOU", "added_at": "2012-09-21T01:00:00+00:00", "fingerprint": "4E6F6133A3C9BF28E7D5C70DC190653272BBCCFF", "accepted_from": null, "accepted_until": null},
{"encoded": "\\x99018d044effa200010c00c3bd91baf28805098aa7cb5571bbb6911f0213473f31e9c8d3571a440832d9927d1301dea9565a3560416bf2750c1e73e3328f7779b7c56056bed0fd34f6dcc48d0da5fbe4e5df37cba155c13244638729f0476cb20c6383c3b611372fcf34e237d6906ce146657ca4870b57cca68dc882ffabd82c0ab5ac73fe1aadabc2b7ea0f32ecf92ba1f6ee28d1195d9b99b0cdf2dde1c709cdf8c083a62ee771990b759b6cdc3e6cbefafd4fe89beab6d549d5ff829a7d17eeda177cca962b867a916a24dd9920dca55704c31e8fa019295e43d7b94eed75781b299e2030967bf6a7a0958e0956e6ca7d1f1033e3da2ba7e256c88b3ef3966a537ad18cd6b4941c6060f1ad589ef07e67e69fa0b76ef7d0f6f87383c72b947c0bd69b70c219abec7ca3b0f444d70afe29c5f71db923ffd6cbdca3fae05997fa1f5b590e0deb22209639b4c163ae7230460b538690ccb5e96da487465bf5c3dfaf6940ec4f831776fc8410e9abcbcfa04ad499ef2f7006508eb0693e222145b553c0e5cdd9e2e5848c9d0011010001b4454368616e6771696e67204c696665202853414d504c45204b4559202d20646f206e6f742075736529203c65786368616e6765406368616e6771696e672e6578616d706c653e8901cc0413010a0036162104aec7e190c7855c23077c7560b4db1b150cbd375505024effa200021b03040b09080704150a0908051602010300021e01021780000a0910b4db1b150cbd3755062f0bff5e67aea11edbff5394ad7cfe0927957d4ef998801b4af1d6593b75717f090c1211de253877fd8f69a89d003043fe40fb32efc49ec26ae6fa977a708d80a4ecd57cb95cd7022516960d309c72cc106af44fa2e9df8423458f78f64f69aee28bd63d6171b8a1dcf10aeb5ee9d5580677cfa87dd09278e7a97ff15d9ede649aab91ade8285f5ffe0f607ad3e4a7d3aeb76f735fdc44ac688cc75b7de6108e7fdc096780f35a7e2fc2b241d020d4dca84a84beca1ef02863537441e63af29451a9ce869ad4cd34cbbd2c44619b5570925d9c2430f6433a56a1f044ff8b0c18360bda0a17d60344e655bf86f478f625f1315c9e7c485b70717b6f3c6f2ace3a22fbc458211d54a96de2b4155fb9d0b32b68d000cedd21ccf9b2b52bfaccfa4c533ba0bf5e1064763649ff75e3a41c0788e278faaa7ed4765057b862f193e4100d3987880994b8b5c1f1c85e62baf6a1eaa6c2672d729b47636b84b7f607e32c6354c6711840c786c3c991553573b08557a1971eb9fc28d2308b26ed902ec8aae490f5b9018d044effa200010c0098512a22beb5730bdfdddfc2f5acf6827bf630e9c46503f172ae9eed6ecaf1f700ead6093775479ebc82d3bb858100d3ece8548ed0746b76f312112a6f24e486dee30a358fa72201554a327c79a80f739d236f5f8084a1e489efc16be637aa34b4d0dbb5a4614407ce59b9f9213db1c8eacf4664b22ccdce4b9d2893ec3f1eae3408404593a0a99ce0ccf0d26a41a9e413adada2c58372d671795741459767ecd3ac70e9e1fd29469f71f18e4f2f80d25d459757355a2d4c683cfdedf792bad31c2e4c01c8b2a3493fda12f5e3149ac9b5376f64654d044926bc804c77c39441ae44d64d6e9121706e0ef5d13a12b26186799bc9f95fe93fadc0d4df3fff73c70f4ccb7b1cbf1455b74e7f9e24c97a9ec6277d4ad95771e75ebabb728befeac7128a6de6de342e2809d3c9c94591b125cdb2d671498208926b1347cf93cfcbeb3ace0ed4a99ba52409fa5945ce2a4423787b394424c68332d90a270a5441a673add1611bdb3389c718f635c75646445138f604a1780f2b7b2460379f2ba50b0b00110100018901b60418010a0020162104aec7e190c7855c23077c7560b4db1b150cbd375505024effa200021b0c000a0910b4db1b150cbd375555220bfb048d92c93b7434563d982c0500e934e61dffcdb77eb5de3ff07e7c6228180a219bf7ec8bb58309c2348926e359b9c898f2488c657dd9f63d66c25806a4e4d02cf533e592ac0e22c1cbba4ef3ee2d25cc4afc3b1434bc71d0bdbb0c1155d3d2c5b04c3783d5fb0eb342122b127bed3de5af9f80ffa06251798dd8bf91284edd9dd23908ae7cca2126317dddaf6c93565e5800155616bfb1664ed9f9eac7c9817c3ae98e5c761e61939cf19a8066bf58a90e6b0db75c9c140091741aae607108692ddf4adec60bad357b96149bd155336520c7da995e87956069eb6e431bf8857fd713e90d2c7d973fcc6af12d0f95cbe4873f4552d44a37cb6ae8ad92eb571da80fafd382785c28e145685b07b38d0496ed07f7fedd53abdc3597f2f25177675e5321d27590dc51922696ed1b96a4ac62db0c19aa566bee9c14d1f7061e0f5ec048d6c43ee32362b327a86ffd4ca8d2dc24b5bab625edc302529031259ea4bd4604e6f6bc35eb4709b7201a51a61373675f04d9cfabb95a37487b9d137f062d6d", "insurer": "CHANGQING", "added_at": "2012-09-21T01:00:00+00:00", "fingerprint": "AEC7E190C7855C23077C7560B4DB1B150CBD3755", "accepted_from": null, "accepted_until": null}
]');

insert into public.insurer_lease (insurer, epoch) overriding system value
select insurer, epoch from jsonb_populate_recordset(null::public.insurer_lease, '[
{"epoch": 5, "insurer": "BEIDOU"},
{"epoch": 5, "insurer": "CHANGQING"},
{"epoch": 5, "insurer": "YUNHE"}
]');

insert into public.insurer_standing (id, insurer, at, event, self_discipline_on, confidentiality_on, ends_on, successor, reason) overriding system value
select id, insurer, at, event, self_discipline_on, confidentiality_on, ends_on, successor, reason from jsonb_populate_recordset(null::public.insurer_standing, '[
{"at": "2012-09-21T01:00:00+00:00", "id": 1, "event": "JOINED", "reason": null, "ends_on": null, "insurer": "YUNHE", "successor": null, "confidentiality_on": null, "self_discipline_on": null},
{"at": "2012-09-21T01:00:00+00:00", "id": 2, "event": "AGREED", "reason": null, "ends_on": null, "insurer": "YUNHE", "successor": null, "confidentiality_on": "2012-01-01", "self_discipline_on": "2012-01-01"},
{"at": "2012-09-21T01:00:00+00:00", "id": 3, "event": "JOINED", "reason": null, "ends_on": null, "insurer": "CHANGQING", "successor": null, "confidentiality_on": null, "self_discipline_on": null},
{"at": "2012-09-21T01:00:00+00:00", "id": 4, "event": "AGREED", "reason": null, "ends_on": null, "insurer": "CHANGQING", "successor": null, "confidentiality_on": "2012-01-01", "self_discipline_on": "2012-01-01"},
{"at": "2012-09-21T01:00:00+00:00", "id": 5, "event": "JOINED", "reason": null, "ends_on": null, "insurer": "BEIDOU", "successor": null, "confidentiality_on": null, "self_discipline_on": null},
{"at": "2012-09-21T01:00:00+00:00", "id": 6, "event": "AGREED", "reason": null, "ends_on": null, "insurer": "BEIDOU", "successor": null, "confidentiality_on": "2012-01-01", "self_discipline_on": "2012-01-01"}
]');

insert into public.last_consumer_registration (mobile, registered_on, revision) overriding system value
select mobile, registered_on, revision from jsonb_populate_recordset(null::public.last_consumer_registration, '[
{"mobile": 13810001711, "revision": 3, "registered_on": "2012-10-10"}
]');

insert into public.publication (id, as_of, use_by, revision) overriding system value
select id, as_of, use_by, revision from jsonb_populate_recordset(null::public.publication, '[
{"id": 1, "as_of": "2012-09-21T01:00:00+00:00", "use_by": "2012-10-11", "revision": 2},
{"id": 2, "as_of": "2012-10-10T01:00:00+00:00", "use_by": "2012-10-24", "revision": 3}
]');

insert into public.registration_batch (id, revision, kind, inbound_file, insurer, sector, successor, registered_at, registered_on, effective_on, calendar_version, registrations) overriding system value
select id, revision, kind, inbound_file, insurer, sector, successor, registered_at, registered_on, effective_on, calendar_version, registrations from jsonb_populate_recordset(null::public.registration_batch, '[
{"id": 1, "kind": "COMPLAINTS", "sector": "PROPERTY", "insurer": 3, "revision": 1, "successor": null, "effective_on": "2012-10-09", "inbound_file": 1, "registered_at": "2012-09-21T01:00:00+00:00", "registered_on": "2012-09-21", "registrations": 1, "calendar_version": "2012-2026.1"},
{"id": 2, "kind": "COMPLAINTS", "sector": "LIFE", "insurer": 1, "revision": 2, "successor": null, "effective_on": "2012-10-09", "inbound_file": 2, "registered_at": "2012-09-21T01:00:00+00:00", "registered_on": "2012-09-21", "registrations": 2, "calendar_version": "2012-2026.1"},
{"id": 3, "kind": "CHOICE", "sector": null, "insurer": null, "revision": 3, "successor": null, "effective_on": "2012-10-20", "inbound_file": null, "registered_at": "2012-10-10T01:00:00+00:00", "registered_on": "2012-10-10", "registrations": 1, "calendar_version": "2012-2026.1"}
]');

insert into public.registration_page (batch, thousand, effective_on, places, registrations) overriding system value
select batch, thousand, effective_on, places, registrations from jsonb_populate_recordset(null::public.registration_page, '[
{"batch": 1, "places": "\\x0c91", "thousand": 13810001, "effective_on": "2012-10-09", "registrations": "\\x00000002122612ef00007d02"},
{"batch": 2, "places": "\\x078a078b", "thousand": 13810001, "effective_on": "2012-10-09", "registrations": "\\x000000021226151300007d0100000003122612ef00000001"}
]');

insert into public.registration_row (batch, line, mobile, scope, complaint, complained_on, effective_on, expires_on, subject, subject_epoch) overriding system value
select batch, line, mobile, scope, complaint, complained_on, effective_on, expires_on, subject, subject_epoch from jsonb_populate_recordset(null::public.registration_row, '[
{"line": 1, "batch": 3, "scope": 1, "mobile": 13810001711, "subject": null, "complaint": null, "expires_on": "2014-10-20", "effective_on": "2012-10-20", "complained_on": null, "subject_epoch": null}
]');

insert into public.registry_head (only_row, revision) overriding system value
select only_row, revision from jsonb_populate_recordset(null::public.registry_head, '[
{"only_row": true, "revision": 3}
]');

select setval('public.access_log_checkpoint_id_seq', 9);
select setval('public.access_log_entry_id_seq', 44);
select setval('public.batch_job_execution_seq', 14);
select setval('public.batch_job_instance_seq', 14);
select setval('public.batch_step_execution_seq', 20);
select setval('public.calendar_number', 1);
select setval('public.call_case_event_id_seq', 1);
select setval('public.call_case_id_seq', 1);
select setval('public.inbound_file_id_seq', 2);
select setval('public.insurer_scope_seq', 3);
select setval('public.insurer_standing_id_seq', 6);
select setval('public.publication_id_seq', 2);
select setval('public.registration_batch_id_seq', 3);
set session_replication_role = origin;
