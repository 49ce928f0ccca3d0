-- By what people sign in at the console. Of a password only the hash is kept, with the name of its kind, and only of the newest one.
create table person_password (
    person  text primary key references person (name),
    hash    text not null,
    -- another one for each password: whoever signed in with an earlier one is out
    edition uuid not null default gen_random_uuid(),
    set_at  timestamptz not null
);
