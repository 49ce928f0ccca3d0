-- What a consumer adds to a complaint before it is decided, and who wants a message when its state changes.

create table call_case_supplement (
    call_case bigint not null references call_case_number (call_case) on delete cascade,
    mobile    bigint not null,
    words     text not null check (length(words) between 1 and 500),
    at        timestamptz not null,
    primary key (call_case, words)
);

comment on table call_case_supplement is
    'What the consumer added to a complaint; erased with call_case_number. Holds phone numbers: for jinbo_numbers only';

create table call_case_message (
    call_case   bigint primary key references call_case (id),
    wanted_at   timestamptz not null,
    after_event bigint not null references call_case_event (id),
    refused     int not null default 0
);

comment on table call_case_message is
    'Open cases whose consumer wants a short message when the state changes; no row without that consent';
comment on column call_case_message.after_event is 'The newest event that the consumer knows of';
comment on column call_case_message.refused is 'How often no gateway accepted the message about a later event';
