-- Which certificate of our own an insurer has been sent through the exchange: a next one before its turn, one with a word
-- against it. The sealed bytes are durable and the name is taken before the first byte leaves. The keys themselves, and what
-- is said against them, lie in the home.
create table certificate_announcement (
    insurer            text not null references insurer (code),
    -- of the certificate as it was announced: it changes when something is said against it
    certificate_sha256 text not null check (certificate_sha256 ~ '^[0-9a-f]{64}$'),
    fingerprint        text not null check (fingerprint ~ '^([0-9A-F]{40}|[0-9A-F]{64})$'),
    name               text not null,
    spooled_as         text not null,
    sha256             text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    -- the key that it is signed with; if that is compromised before the delivery, it is sealed anew
    signed_by          text not null check (signed_by ~ '^([0-9A-F]{40}|[0-9A-F]{64})$'),
    sealed_at          timestamptz not null,
    delivered_at       timestamptz,
    primary key (insurer, certificate_sha256),
    unique (insurer, name)
);
