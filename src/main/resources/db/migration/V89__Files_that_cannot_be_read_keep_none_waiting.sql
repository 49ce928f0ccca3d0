-- Where the next run goes on fetching from an insurer. A run that could not fetch some files, and left others behind them, has the
-- next one begin with those: else it would try the same ones again, and never come to the others.
create table inbound_fetch_next (
    insurer text primary key references insurer (code),
    -- as it lies on the drop; shown to nobody, because it may hold anything
    behind  text not null
);
