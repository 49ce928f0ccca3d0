-- Lines of business take the place of the two sectors: who was of the sector LIFE takes part in LIFE, who was of PROPERTY
-- in PROPERTY and MOTOR.

create table business_line (
    code         text primary key check (code ~ '^[A-Z][A-Z0-9]{1,11}$'),
    scope        smallint not null unique check (scope between 32001 and 32255),
    name         text not null check (name <> ''),
    chinese_name text not null check (chinese_name <> ''),
    since        date not null,
    closed_on    date,
    added_at     timestamptz,
    constraint business_line_is_closed_after_it_began check (closed_on > since)
);

comment on table business_line is 'What a call can sell; never removed';
comment on column business_line.scope is 'What stands for all insurers of the line in registrations and blocks';
comment on column business_line.since is 'From this day on insurers, complaints and choices may name it';
comment on column business_line.closed_on is
    'From this day on nobody may name it; what was registered before binds until its end';
comment on column business_line.added_at is 'Null for the three that came with the program';

insert into business_line (code, scope, name, chinese_name, since)
values ('LIFE', 32001, 'Life and health insurance', '人身险', '2000-01-01'),
       ('PROPERTY', 32003, 'Property insurance other than motor', '其他财产险', '2000-01-01'),
       ('MOTOR', 32004, 'Motor insurance', '车险', '2000-01-01');

create table insurer_line (
    insurer  text not null references insurer (code),
    line     text not null references business_line (code),
    scope    smallint not null check (scope between 1 and 31999),
    since    date not null,
    ended_on date,
    added_at timestamptz,
    primary key (insurer, line, since),
    constraint insurer_line_ends_after_it_began check (ended_on > since)
);

comment on table insurer_line is
    'In which lines an insurer takes part, and when. Who takes a line up again has another row of the same scope';
comment on column insurer_line.scope is
    'What stands for the insurer in this line in registrations and blocks; never given to another';
comment on column insurer_line.ended_on is 'The first day on which it does not; its lists leave the line out from then on';
comment on column insurer_line.added_at is 'Null where it follows from insurer.sector';

create index insurer_line_by_scope on insurer_line (scope);

-- Blocks of the sector PROPERTY become blocks of two lines, so each of its insurers needs two numbers where it had one.
insert into insurer_line (insurer, line, scope, since)
select i.code, v.line, i.scope + v.above, (i.joined_at at time zone 'Asia/Shanghai')::date
from insurer i
join (values ('LIFE', 'LIFE', 0), ('PROPERTY', 'MOTOR', 10000), ('PROPERTY', 'PROPERTY', 20000)) v (sector, line, above)
    on v.sector = i.sector;

create table registration_scope (
    scope    smallint primary key check (scope between 1 and 32002),
    means    smallint[] not null check (cardinality(means) > 1),
    added_at timestamptz
);

comment on table registration_scope is
    'What stands in registrations for several lines, or for an insurer in several lines. Append-only';
comment on column registration_scope.scope is 'Drawn from the same numbers as insurer.scope; 32002 was the sector PROPERTY';
comment on column registration_scope.means is 'business_line.scope or insurer_line.scope, rising';
comment on column registration_scope.added_at is 'Null where it follows from insurer.sector';

create index registration_scope_by_meaning on registration_scope (means);

create trigger registration_scope_is_append_only before update or delete or truncate on registration_scope
    for each statement execute function refuse_change();

insert into registration_scope (scope, means)
select distinct 32002, '{32003,32004}'::smallint[] from insurer where sector = 'PROPERTY';

insert into registration_scope (scope, means)
select scope, array[scope + 10000, scope + 20000]::smallint[] from insurer where sector = 'PROPERTY';

create view block_scope with (security_invoker = true) as
select distinct l.scope, i.scope as insurer, b.scope as line, null::smallint as means
from insurer_line l
join insurer i on i.code = l.insurer
join business_line b on b.code = l.line
union all
select scope, null, scope, null from business_line
union all
select scope, null, null, unnest(means) from registration_scope;

comment on view block_scope is
    'What stands in registrations and blocks: for an insurer in a line, for all of a line, or for several of these (means)';

insert into block_page (thousand, scope, blocks, revision)
select p.thousand, m.means, p.blocks, p.revision
from block_page p
join registration_scope s on s.scope = p.scope
cross join lateral unnest(s.means) m (means);

delete from block_page p using registration_scope s where s.scope = p.scope;

alter table insurer alter column sector drop not null;

comment on column insurer.sector is 'What it was taken on with before there were lines of business; null for all later ones';
comment on column insurer.scope is 'What stands for the insurer in batches of registrations; never given twice';

alter table registration_batch drop constraint registration_batch_has_what_its_kind_needs;
alter table registration_batch drop column sector;
alter table registration_batch add constraint registration_batch_has_what_its_kind_needs check (case kind
    when 'COMPLAINTS' then num_nulls(insurer, effective_on, calendar_version) = 0 and successor is null
    when 'CHOICE' then num_nulls(effective_on, calendar_version) in (0, 2) and num_nonnulls(insurer, successor) = 0
    when 'RELEASE' then num_nonnulls(insurer, successor, effective_on, calendar_version) = 0
    when 'WITHDRAWALS' then insurer is not null and num_nonnulls(successor, effective_on) = 0
    when 'SUCCESSION' then num_nulls(insurer, successor) = 0 and effective_on is null
end);

comment on column registration_batch.insurer is 'insurer.scope of whom it comes from';

comment on column registration_row.scope is
    'business_line.scope, insurer_line.scope or registration_scope.scope; 0 where a consumer names nobody';
comment on column block_page.scope is 'business_line.scope or insurer_line.scope';
comment on table block_page is
    'Blocks of the numbers of one thousand for one scope: a page for each line, and one for each insurer in a line that a '
    'registration named alone. An insurer''s own block is its whole truth: the line''s registrations are folded into '
    'it. Holds phone numbers: for jinbo_numbers only';

alter table block_list add column business_lines text[] check (cardinality(business_lines) > 0);
alter table block_list add column entries_by_line bigint[];
alter table block_list add constraint block_list_counts_each_line
    check (cardinality(entries_by_line) is not distinct from cardinality(business_lines));

comment on column block_list.business_lines is
    'Lines that the list tells of, rising; null for lists of before there were lines, whose rows name none';

comment on column block_list.entries_by_line is 'How many of the entries each of business_lines has, in its order';

alter table call_case add column business_line text references business_line (code);

comment on column call_case.business_line is 'What the call sold; null: nobody knows, or the case is older than lines';

-- A consumer who named the sector PROPERTY named both of its lines; who named an insurer named it in all of its lines.
update consumer_registration w
set named = (
    select array_agg(n.name order by n.name)
    from unnest(w.named) old (name)
    cross join lateral (
        select old.name where old.name = 'LIFE'
        union all
        select unnest('{MOTOR,PROPERTY}'::text[]) where old.name = 'PROPERTY'
        union all
        select l.insurer || '/' || l.line from insurer_line l where l.insurer = old.name
    ) n)
where cardinality(w.named) > 0;

comment on column consumer_registration.named is
    'Lines of business, and insurers in lines as <insurer>/<line>; none for a cancellation';
