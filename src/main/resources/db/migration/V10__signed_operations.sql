alter table request add column operation text;

comment on column request.words is 'What was asked for, as people are shown it';
comment on column request.operation is 'What was asked for, as JSON: this is carried out';

create table operation_signature (
    nonce     text not null check (nonce ~ '^[0-9a-f]{32}$'),
    purpose   text not null check (purpose in ('ASK', 'CONFIRM')),
    person    text not null references person (name),
    document  text not null,
    signature text,
    signed_at timestamptz not null,
    primary key (nonce, purpose)
);

comment on table operation_signature is
    'By what people have decided: check with ssh-keygen -Y verify. Append-only, and bound to the access log';
comment on column operation_signature.document is 'What was asked for, as JSON, byte by byte as it was signed';
comment on column operation_signature.signature is 'Armored, of the person''s SSH key; null where it had signed in by password';

create trigger operation_signature_is_append_only before update or delete or truncate on operation_signature
    for each statement execute function refuse_change();
