-- A consumer is told before a block ends, once for each word. Here stands no number: a message is sent to that of the word's revision.
create table reminder (
    reference    text primary key references consumer_word (reference),
    -- the first day after the block: from then on nobody is reminded, and the link counts no longer
    expires_on   date not null,
    -- SHA-256 of what the link of the last message ends with; null: none was sent
    token        bytea unique check (octet_length(token) = 32),
    -- how often a message was begun of which it is not known that it was not sent
    begun        smallint not null default 0 check (begun >= 0),
    announced_at timestamptz,
    -- when a gateway has taken it
    sent_at      timestamptz,
    -- when it was found that the holder has said something else, or is somebody else, or nobody any more
    needless_at  timestamptz,
    -- when the link was used
    renewed_at   timestamptz,
    check (num_nonnulls(token, announced_at) in (0, 2))
);

create index reminder_by_end on reminder (expires_on);

create index consumer_word_by_end on consumer_word (expires_on, revision) where expires_on is not null;
