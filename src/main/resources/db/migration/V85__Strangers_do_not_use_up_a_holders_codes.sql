-- Whether a code was asked for by a browser that had proven the number before: those count apart from what strangers ask for.
alter table code_challenge add column known boolean not null default false;

-- networks are counted in visitor_count
drop index code_challenge_by_source;
