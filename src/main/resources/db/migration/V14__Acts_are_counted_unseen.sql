-- A run's own check compares how many acts a batch says it has with how many it holds. That is no access to personal data, and
-- the role that the program logs in as may read nothing of the acts themselves: so it may ask for the count, and only for it.
create function acts_held(of_batch bigint) returns bigint
    language sql stable security definer set search_path = "${flyway:defaultSchema}", pg_temp
    as 'select count(*) from registration where batch = of_batch';
