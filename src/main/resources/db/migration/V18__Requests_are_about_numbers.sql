-- The number that a request is about, while the request waits: its words, which are kept, never hold one.
create table request_number (
    request bigint primary key references request (id),
    mobile  bigint not null
);

-- Which requests are, and since when their number is gone; nobody learns that from the table above without opening it.
create table request_about_number (
    request    bigint primary key references request (id),
    removed_at timestamptz
);
