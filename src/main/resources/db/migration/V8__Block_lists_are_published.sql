-- A run of publish-block-lists: the moment that its lists speak of.
create table publication (
    id       bigint primary key generated always as identity,
    as_of    timestamptz not null,
    use_by   date not null,
    revision bigint not null
);

-- A list that was sealed; its bytes are durable in the spool before the row, and leave only after it.
create table block_list (
    insurer                   text not null references insurer (code),
    sequence                  bigint not null check (sequence > 0),
    publication               bigint not null references publication (id),
    kind                      text not null check (kind in ('full', 'delta')),
    revision                  bigint not null,
    as_of                     timestamptz not null,
    use_by                    date not null,
    rows                      bigint not null,
    entries                   bigint not null,
    size                      bigint not null,
    sha256                    text not null,
    content_sha256            text not null,
    list_digest               text not null,
    encrypted_to              text[] not null,
    manifest_sha256           text not null,
    previous_manifest_sha256  text,
    access_log_index          bigint not null,
    list_delivered_at         timestamptz,
    manifest_delivered_at     timestamptz,
    primary key (insurer, sequence)
);
