-- The telephone number by which consumers know an insurer, such as 95519 or 4008123123. Null: it is not known.
alter table insurer
    add column service_number text check (service_number ~ '^[0-9]{3,12}$');
