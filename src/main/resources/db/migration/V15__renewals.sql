-- A renewed choice ends a term after the choice before it, whatever its own first day: it is found by its end alone.
create index registration_row_by_end on registration_row (expires_on) where mobile is not null;
