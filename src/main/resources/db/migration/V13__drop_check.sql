-- When an operator last tried an insurer's drop with success, which is a step of taking the insurer on.

alter table insurer
    add column drop_checked_at timestamptz;

comment on column insurer.drop_checked_at is 'When its drop last passed the check that an operator can ask for';
