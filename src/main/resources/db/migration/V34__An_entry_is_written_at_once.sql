-- What an entry of the access log takes, in one call: an access of a consumer has two of them, and most of its time went to and fro
-- between the program and the database. Nobody waits for long: a log that somebody has locked is one that cannot be written or asked.

-- The id of an entry that was written, noted as pending, and as open if it is an intent; null for the result of an access that has one.
create function write_access_entry(
    at timestamptz, phase text, of_intent bigint, actor text, role text, operating_system_user text, confirmed_by text, action text,
    purpose text, insurer text, object text, outcome text, numbers bigint, acts_batch bigint, acts_revision bigint, acts_count bigint,
    acts_digest text, list_sequence bigint, list_sha256 text, subject text) returns bigint
    language plpgsql set lock_timeout = '10s' as $$
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
    insert into access_log_entry (at, phase, intent, actor, role, operating_system_user, confirmed_by, action, purpose, insurer, object,
                                  outcome, numbers, acts_batch, acts_revision, acts_count, acts_digest, list_sequence, list_sha256,
                                  subject)
    select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20 from access_log_head
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
$$;

-- Whether an access was announced and has no result yet.
create function access_is_open(of_intent bigint) returns boolean
    language plpgsql set lock_timeout = '3s' as $$
begin
    return exists (select from access_log_open where intent = of_intent);
end
$$;
