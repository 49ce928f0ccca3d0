-- How long the association takes a certificate, whatever the certificate itself says. Empty: no bound of ours.
alter table insurer_certificate
    add column accepted_from  timestamptz,
    add column accepted_until timestamptz,
    add check (accepted_from < accepted_until);

-- A word against a certificate is never taken back: what was trusted on it is judged by it for ever. A later one may be
-- harsher, so there can be several.
create table certificate_revocation (
    id           bigint generated always as identity primary key,
    fingerprint  text not null references insurer_certificate (fingerprint),
    -- from when on nothing that it signs counts; if it is compromised, nothing ever
    revoked_from timestamptz not null,
    compromised  boolean not null,
    recorded_at  timestamptz not null,
    reason       text not null
);

create index certificate_revocation_by_certificate on certificate_revocation (fingerprint);

-- What an insurer has sent as its next certificate; it counts only once two people have compared its fingerprint with the
-- insurer by telephone.
create table offered_certificate (
    inbound_file bigint primary key references inbound_file (id),
    insurer      text not null references insurer (code),
    fingerprint  text not null check (fingerprint ~ '^([0-9A-F]{40}|[0-9A-F]{64})$'),
    encoded      bytea not null,
    received_at  timestamptz not null
);

create index offered_certificate_by_insurer on offered_certificate (insurer, fingerprint);

create table offered_certificate_decision (
    inbound_file bigint primary key references offered_certificate (inbound_file),
    accepted     boolean not null,
    decided_at   timestamptz not null
);

do $$
declare
    appended text;
begin
    foreach appended in array array['certificate_revocation', 'offered_certificate', 'offered_certificate_decision'] loop
        execute format('create trigger %I before update or delete or truncate on %I for each statement'
                       ' execute function refuse_change()', appended || '_is_append_only', appended);
    end loop;
end
$$;
