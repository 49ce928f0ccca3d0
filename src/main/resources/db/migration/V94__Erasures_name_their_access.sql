-- An erasure names the access, by its intent, that it was. Erasures and results of before stand in the same order, for one run at a time
-- erases.
alter table erasure add column intent bigint references access_log_entry (id);

with told as (
    select intent, numbers, row_number() over (order by id) as n
    from access_log_entry where phase = 'RESULT' and action = 'ERASE' and outcome = 'ERASED' and object = 'registry'
), kept as (
    select id, numbers, row_number() over (order by id) as n from erasure
)
update erasure r set intent = told.intent
from told join kept using (n, numbers)
where kept.id = r.id;

alter table call_case_erasure add column intent bigint references access_log_entry (id);

alter table call_case_erasure disable trigger user;
update call_case_erasure r
set intent = (select e.intent from access_log_entry e
              where e.phase = 'RESULT' and e.action = 'ERASE' and e.outcome = 'ERASED' and e.object = 'closed cases'
                and e.at >= r.erased_at
              order by e.id limit 1);
alter table call_case_erasure enable trigger user;
