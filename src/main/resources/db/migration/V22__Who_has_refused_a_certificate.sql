-- A certificate that was refused waits again when it is sent again, and says then by whom it was refused and why. Empty for
-- what was accepted, and for what was refused before this was kept.
alter table offered_certificate_decision
    add column refused_by text[],
    add column refused_why text,
    add check (not accepted or refused_by is null and refused_why is null);
