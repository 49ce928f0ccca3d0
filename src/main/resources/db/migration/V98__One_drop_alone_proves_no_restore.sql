-- What else shows that the database is older; while nothing does, only the insurer gets no list on whose drop the files lie.
alter table restoration add column corroboration text
    check (corroboration in ('SPOOL', 'SECOND_DROP', 'CHECKPOINT', 'ACKNOWLEDGEMENT', 'NOTICED_BEFORE'));

update restoration set corroboration = 'NOTICED_BEFORE';
