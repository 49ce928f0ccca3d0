-- What an insurer says about its lists: that it has applied one, or that it needs a whole one. Both come as files, and both are
-- kept for ever: an auditor asks who had been told what, and since when it knew.
create table acknowledgement (
    inbound_file bigint primary key references inbound_file (id),
    insurer      text not null,
    sequence     bigint not null,
    applied_at   timestamptz not null,
    received_at  timestamptz not null,
    -- of the list that the insurer holds now
    entries      bigint not null check (entries >= 0),
    list_digest  text not null check (list_digest ~ '^[0-9a-f]{64}$'),
    -- whether both are those of the list that was sent
    agrees       boolean not null,
    foreign key (insurer, sequence) references block_list (insurer, sequence)
);

create index acknowledgement_by_list on acknowledgement (insurer, sequence, inbound_file);

-- The sales units that have the list, by the insurer's word.
create table acknowledgement_unit (
    inbound_file bigint not null references acknowledgement (inbound_file),
    unit         text not null,
    primary key (inbound_file, unit)
);

create table resync_request (
    inbound_file    bigint primary key references inbound_file (id),
    insurer         text not null references insurer (code),
    requested_at    timestamptz not null,
    received_at     timestamptz not null,
    -- the sequence of the insurer's newest list then; 0: it had none
    newest_sequence bigint not null,
    -- in the insurer's words, with digits masked
    reason          text not null
);

create index resync_request_by_insurer on resync_request (insurer, newest_sequence);

do $$
declare
    appended text;
begin
    foreach appended in array array['acknowledgement', 'acknowledgement_unit', 'resync_request'] loop
        execute format('create trigger %I before update or delete or truncate on %I for each statement'
                       ' execute function refuse_change()', appended || '_is_append_only', appended);
    end loop;
end
$$;
