-- The public page for the supervision counts what consumers registered in a month.

create index consumer_registration_by_time on consumer_registration (registered_at);

comment on index consumer_registration_by_time is 'Counts of a month, for the public page and for figures';
